import { adjacentFunctionWords } from '../../question/adjacent-function-words.ts'
import type { FeatureInput } from './feature-input.ts'

/** The share of the question's weight in terms that are next to the same function word in the sentence as in the question. */
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
 * Whether the sentence contains the noun that is chosen or counted with a new word next to it: 1 if the new word is directly before the
 * noun ("the Ming dynasty", "84 drones"), 0.5 if it is directly after it ("dynasty, the Ming,"), otherwise 0.
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

/**
 * How close, in letters, a span of the type asked for is before (or after) the question's verb: 1 / (1 + letters / 12); 0 if there is none.
 */
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
