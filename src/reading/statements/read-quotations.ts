import type { Article } from '../../corpus/article/article.ts'
import { attributeQuotations } from './attribute-quotations.ts'
import { readParsedArticle } from './entities/parsed-article.ts'
import { trainedCalibration, trainedClassifiers } from './model/trained-classifiers.ts'
import type { Quotation } from './spans/quotation.ts'

/** A less certain speaker is not named: "speaker unclear" beats a guess. */
const minConfidence = 0.4

/**
 * Reads the quotations of an article and their speakers. Only body paragraphs have quotations. Pure and deterministic; its
 * running time grows with the length of the text.
 */
export function readQuotations(article: Article): readonly Quotation[] {
  return attributeQuotations(readParsedArticle(article), trainedClassifiers()).map(calibrated)
}

/** Converts the models' probability to a confidence, the share of such speakers that are correct, and abstains below the minimum. */
export function calibrated(quotation: Quotation): Quotation {
  if (quotation.speaker === null) return quotation
  const odds = Math.log(quotation.confidence / (1 - quotation.confidence))
  const { slope, offset } = trainedCalibration()
  const confidence = 1 / (1 + Math.exp(-(slope * odds + offset)))
  const rounded = Math.round(confidence * 1000) / 1000
  return { ...quotation, confidence: rounded, speaker: confidence < minConfidence ? null : quotation.speaker }
}
