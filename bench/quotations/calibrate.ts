import { walk } from '../../src/reading/statements/attribute-quotations.ts'
import { readDocument } from '../../src/reading/statements/entities/parsed-article.ts'
import type { Judges } from '../../src/reading/statements/model/classifiers.ts'
import { articleOf, type GoldDocument } from './gold.ts'
import { isRightSpeaker } from './score.ts'

const steps = 2000
const learningRate = 0.5

/**
 * Fits sigmoid(slope * logit(p) + offset) to how often speakers given with probability p are right (Platt 1999), by
 * gradient descent. `judges` must not have been trained on the document that they are used for.
 */
export function calibrate(gold: readonly GoldDocument[], judges: readonly Judges[]): { slope: number; offset: number } {
  const points = gold.flatMap((document, index) => outcomes(document, judges[index] as Judges))
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

function outcomes(gold: GoldDocument, judges: Judges): { logit: number; right: boolean }[] {
  const document = readDocument(articleOf(gold))
  const starts = new Map(document.frames.map(({ paragraph }) => [paragraph.number, paragraph.fileStart]))
  return walk(document, judges).flatMap((quotation) => {
    const start = (starts.get(quotation.paragraph) ?? 0) + quotation.start
    const quote = gold.quotes.find((one) => Math.abs(one.start - start) < 3)
    const judged = quote !== undefined && ['named', 'office', 'pronoun-checked', 'nominal'].includes(quote.speakerType)
    if (!judged || quotation.speaker === null || quote.speakerHead === null) return []
    const p = Math.min(0.9999, Math.max(0.0001, quotation.confidence))
    return [{ logit: Math.log(p / (1 - p)), right: isRightSpeaker(quote.speakerHead, quotation.speaker) }]
  })
}
