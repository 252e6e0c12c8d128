import { attributeQuotations } from '../../src/reading/statements/attribute-quotations.ts'
import { readParsedArticle } from '../../src/reading/statements/entities/parsed-article.ts'
import type { Classifiers } from '../../src/reading/statements/model/classifiers.ts'
import { articleOf, type GoldDocument } from './gold.ts'
import { isRightSpeaker } from './score.ts'

const steps = 2000
const learningRate = 0.5

/**
 * Fits sigmoid(slope * logit(p) + offset) to how often speakers given with probability p are right (Platt 1999), by
 * gradient descent. `classifiers` must not have been trained on the document that they are used for.
 */
export function calibrate(
  gold: readonly GoldDocument[],
  classifiers: readonly Classifiers[],
): { slope: number; offset: number } {
  const points = gold.flatMap((document, index) => outcomes(document, classifiers[index] as Classifiers))
  let slope = 1
  let offset = 0
  for (let step = 0; step < steps; step++) {
    let bySlope = 0
    let byOffset = 0
    for (const { logit, right } of points) {
      const error = 1 / (1 + Math.exp(-(slope * logit + offset))) - (right ? 1 : 0)
      bySlope += error * logit
      byOffset += error
    }
    slope -= (learningRate * bySlope) / points.length
    offset -= (learningRate * byOffset) / points.length
  }
  return { slope, offset }
}

function outcomes(gold: GoldDocument, classifiers: Classifiers): { logit: number; right: boolean }[] {
  const document = readParsedArticle(articleOf(gold))
  const starts = new Map(document.frames.map(({ paragraph }) => [paragraph.number, paragraph.fileStart]))
  return attributeQuotations(document, classifiers).flatMap((quotation) => {
    const start = (starts.get(quotation.paragraph) ?? 0) + quotation.start
    const quote = gold.quotes.find((one) => Math.abs(one.start - start) < 3)
    const judged = quote !== undefined && ['named', 'office', 'pronoun-checked', 'nominal'].includes(quote.speakerType)
    if (!judged || quotation.speaker === null || quote.speakerHead === null) return []
    const p = Math.min(0.9999, Math.max(0.0001, quotation.confidence))
    return [{ logit: Math.log(p / (1 - p)), right: isRightSpeaker(quote.speakerHead, quotation.speaker) }]
  })
}
