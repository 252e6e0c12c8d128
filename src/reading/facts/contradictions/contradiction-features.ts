import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { forceOf } from '../../alignment/claim-force.ts'
import { wordKey } from '../../alignment/word-key.ts'
import { alignWords } from '../compare/align-words.ts'
import { countsTheSame } from '../extract/quantities.ts'
import type { PreparedClaim } from '../pairs/claims/article-claims.ts'
import { isForeign } from '../pairs/claims/foreign-claim.ts'
import { compareSlots, type Slot, slotLikeness } from '../pairs/claims/slots.ts'
import type { PairContext } from '../pairs/features/pair.ts'
import { pairFeatureNames, pairFeatures } from '../pairs/features/pair-features.ts'
import type { JudgedPair } from '../pairs/likely-pairs.ts'
import { graphFeatureNames } from '../pairs/pair-graph.ts'
import { type ContradictionCandidate, contradictionSources } from './contradiction-candidates.ts'

/** What is known of a candidate, by name. The trained trees are bound to these. */
export const contradictionFeatureNames: readonly string[] = [
  ...contradictionSources,
  'probability of the pair',
  'likeness',
  'likeness of the words around',
  'equal words left',
  'equal words right',
  'aligned words',
  'values in both',
  'values in one',
  'equal values',
  'better counterpart left',
  'better counterpart right',
  'ratio',
  'unit',
  'one count',
  'one event',
  'bounds',
  'size of the smaller',
  'value of left elsewhere in right',
  'value of right elsewhere in left',
  'denials',
  'negative words left',
  'negative words right',
  'in words',
  'ahead in one',
  'clauses',
  'candidates',
  'claims about others',
  'role of the word left',
  'role of the word right',
  'ratio of lengths',
  ...graphFeatureNames.map((name) => `${name} in the graph`),
  ...pairFeatureNames.map((name) => `${name} of the pair`),
]

const ruledOut = unicodeRegExp(String.raw`\b(?:rul(?:e|es|ed|ing) out|un\p{L}{4,}ed)\b`, 'i')

/** How many words of a claim negate something: "not", "no", "refused", "untouched". */
function negativeWords({ claim: { sentence, focus } }: PreparedClaim): number {
  const words = wordsIn(sentence, focus).filter(({ folded }) => forceOf(wordKey(folded)) === 'negation').length
  return words + Number(ruledOut.test(sentence.text.slice(focus.start, focus.end)))
}

const unitCodes: Readonly<Record<string, number>> = { count: 0, percent: 1, money: 2, ordinal: 3 }

function unitOf({ value }: Slot): number {
  if (value.kind === 'time') return value.time.clock !== null ? 6 : value.time.interval?.precision === 'day' ? 7 : 8
  return value.measure !== null ? 4 : (unitCodes[value.figure.unit] ?? 5)
}

/** Where a range is in its claim, 0 for the first word, 1 for the last. */
function placeIn({ claim: { focus } }: PreparedClaim, start: number): number {
  return (start - focus.start) / Math.max(1, focus.end - focus.start)
}

/** The weighted share of a claim's words that the other has too. */
function sharedPart(mine: PreparedClaim, others: PreparedClaim, { localWeight }: PairContext): number {
  let [shared, all] = [0, 0]
  for (const word of mine.words) {
    const own = localWeight(word)
    all += own
    if (others.words.some(({ concept }) => concept === word.concept)) shared += own
  }
  return all === 0 ? 0 : shared / all
}

function countEqual(left: readonly Slot[], right: readonly Slot[]): number {
  let count = 0
  for (const one of left) for (const other of right) if (compareSlots(one, other) === 'equal') count++
  return count
}

/** What is known of the figures of a candidate; -1 if it is not about figures. */
function figureValues(slots: ContradictionCandidate['slots']): readonly [number, number, number, number, number] {
  const [one, other] = [slots?.[0].value, slots?.[1].value]
  if (one?.kind !== 'figure' || other?.kind !== 'figure') return [-1, -1, -1, -1, 0]
  const [a, b] = [one.figure, other.figure]
  const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)]
  return [
    high === 0 ? -1 : low / high,
    Number(countsTheSame(a, b)),
    Number(a.event === b.event),
    Number(a.bound !== 'exact') + Number(b.bound !== 'exact'),
    low,
  ]
}

/**
 * Reads the features of the candidates of one pair, in the order of `contradictionFeatureNames`. What does not depend on the candidate is
 * computed once.
 */
export function contradictionFeatures(
  pair: JudgedPair,
  candidates: readonly ContradictionCandidate[],
): (candidate: ContradictionCandidate) => Float64Array {
  const { left, right, probability, graph, context } = pair
  const { left: leftArticle, right: rightArticle, localWeight, likeness } = context
  const [a, b] = [left.claim, right.claim]
  const shared = [sharedPart(left, right, context), sharedPart(right, left, context)]
  const { alike } = alignWords(a.sentence, a.focus, b.sentence, b.focus)
  const [length, otherLength] = [a.focus.end - a.focus.start, b.focus.end - b.focus.start]
  const values = [
    Math.min(left.slots.length, right.slots.length),
    Math.abs(left.slots.length - right.slots.length),
    countEqual(left.slots, right.slots),
  ]
  const negative = [negativeWords(left), negativeWords(right)]
  const ofPair = pairFeatures(pair, context)
  const around = new Map(
    candidates.map(({ slots }) => [slots, slots === null ? -1 : slotLikeness(...slots, localWeight, likeness)]),
  )
  /** How many other candidates pair the same value with one whose surroundings are more alike. */
  const countBetter = ({ slots }: ContradictionCandidate, side: 0 | 1) =>
    slots === null
      ? 0
      : candidates.filter(
          ({ slots: others }) =>
            others !== slots &&
            others?.[side] === slots[side] &&
            (around.get(others) ?? -1) > (around.get(slots) ?? -1),
        ).length
  return (candidate) => {
    const { source, slots } = candidate
    const [ratio, isOneCount, isOneEvent, bounds, low] = figureValues(slots)
    return Float64Array.from([
      ...contradictionSources.map((other) => Number(other === source)),
      probability,
      candidate.likeness,
      around.get(slots) ?? -1,
      ...shared,
      alike,
      ...values,
      countBetter(candidate, 0),
      countBetter(candidate, 1),
      ratio,
      slots === null ? -1 : unitOf(slots[0]),
      isOneCount,
      isOneEvent,
      bounds,
      low,
      slots === null ? -1 : (rightArticle.values.get(slots[0].key) ?? 0),
      slots === null ? -1 : (leftArticle.values.get(slots[1].key) ?? 0),
      Math.abs(a.content.negations.length - b.content.negations.length),
      ...negative,
      slots === null ? -1 : slots.filter(({ text }) => !/\d/u.test(text)).length,
      Number(a.content.isAhead !== b.content.isAhead),
      Number(!a.isMain) + Number(!b.isMain),
      candidates.length,
      Number(isForeign(left, right)) + Number(isForeign(right, left)),
      placeIn(left, candidate.left.start),
      placeIn(right, candidate.right.start),
      Math.min(length, otherLength) / Math.max(1, length, otherLength),
      ...graph,
      ...ofPair,
    ])
  }
}
