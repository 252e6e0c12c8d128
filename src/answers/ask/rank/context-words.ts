import { adjacentFunctionWords } from '../question/adjacent-function-words.ts'
import type { FeatureInput } from './feature-input.ts'

/** The share of the question's weight whose terms are beside the same function word in the sentence, before or behind. */
export function sameSmallWords({ question, candidate }: FeatureInput): number {
  const { terms, totalWeight, functionWordsOf } = question
  const agreed = new Array<number>(terms.length).fill(0)
  for (const { at, asked, strength } of candidate.match.matched) {
    const [askedBefore, askedAfter] = functionWordsOf[asked] ?? [null, null]
    const term = candidate.sentence.terms[at]
    if (term === undefined || (askedBefore === null && askedAfter === null)) continue
    const [before, after] = adjacentFunctionWords(candidate.sentence.text, term)
    const same =
      (askedBefore !== null && askedBefore === before ? 1 : 0) + (askedAfter !== null && askedAfter === after ? 1 : 0)
    agreed[asked] = Math.max(agreed[asked] ?? 0, (same * strength) / 2)
  }
  let sum = 0
  for (let asked = 0; asked < terms.length; asked++) sum += (agreed[asked] ?? 0) * (terms[asked]?.weight ?? 0)
  return totalWeight === 0 ? 0 : sum / totalWeight
}

const closeBy = 4

/**
 * Whether the noun that is chosen or counted is in the sentence with something new right before it ("the Ming
 * dynasty", "84 drones"): 1, right behind it ("dynasty, the Ming,"): 0.5, or neither: 0.
 */
export function namedFocus({ question, candidate: { match, sentence } }: FeatureInput): number {
  const { focus, terms, lookup } = question
  if (focus === null) return 0
  let best = 0
  for (const { at, asked } of match.matched) {
    const term = sentence.terms[at]
    if (term === undefined || terms[asked]?.term !== focus) continue
    const before = sentence.terms[at - 1]
    const after = sentence.terms[at + 1]
    if (before !== undefined && !lookup.has(before.term) && term.start - before.end <= closeBy) best = 1
    else if (sentence.figures.some(({ end }) => end <= term.start && term.start - end <= closeBy)) best = 1
    else if (after !== undefined && !lookup.has(after.term) && after.start - term.end <= closeBy)
      best = Math.max(best, 0.5)
  }
  return best
}

/** How near, in letters, a stretch of the type asked for comes before (or behind) the question's verb: 1 / (1 + letters / 12), 0 without. */
export function besideVerb(
  { question, candidate: { match, sentence }, spans }: FeatureInput,
  side: 'before' | 'behind',
): number {
  const { verb, terms } = question
  if (verb === null) return 0
  let best = 0
  for (const { at, asked } of match.matched) {
    const place = sentence.terms[at]
    if (place === undefined || terms[asked]?.term !== verb) continue
    for (const { start, end } of spans) {
      const letters = side === 'before' ? place.start - end : start - place.end
      if (letters >= 0) best = Math.max(best, 1 / (1 + letters / 12))
    }
  }
  return best
}
