import type { Article } from '../../corpus/article/article.ts'
import { attributeQuotations } from './attribute-quotations.ts'
import { readParsedArticle } from './entities/parsed-article.ts'
import { trainedCalibration, trainedClassifiers } from './model/trained-classifiers.ts'
import type { Quotation } from './spans/quotation.ts'

/** A speaker less sure than this is not named: "speaker unclear" beats a guess. */
const minConfidence = 0.4

/**
 * Reads the quotations of an article and who is said to have spoken them. Only body paragraphs hold quotations. Pure and
 * deterministic; its time grows with the length of the text.
 */
export function readQuotations(article: Article): readonly Quotation[] {
  return attributeQuotations(readParsedArticle(article), trainedClassifiers()).map(calibrated)
}

/** Makes the models' probability a confidence, the share of such speakers that are right, and abstains below the least. */
export function calibrated(quotation: Quotation): Quotation {
  if (quotation.speaker === null) return quotation
  const odds = Math.log(quotation.confidence / (1 - quotation.confidence))
  const { slope, offset } = trainedCalibration()
  const confidence = 1 / (1 + Math.exp(-(slope * odds + offset)))
  const rounded = Math.round(confidence * 1000) / 1000
  return { ...quotation, confidence: rounded, speaker: confidence < minConfidence ? null : quotation.speaker }
}
