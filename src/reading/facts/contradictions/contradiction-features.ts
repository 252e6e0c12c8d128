import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { forceOf } from '../../alignment/claim-force.ts'
import { wordKey } from '../../alignment/word-key.ts'
import { alignWords } from '../compare/align-words.ts'
import { countsTheSame } from '../extract/quantities.ts'
import type { PreparedClaim } from '../pairs/claims/article-claims.ts'
import { compareSlots, type Slot, slotLikeness } from '../pairs/claims/slots.ts'
import { pairFeatureNames, pairFeatures } from '../pairs/features/pair-features.ts'
import type { LikelyPair } from '../pairs/likely-pairs.ts'
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

/** The features of a candidate, in the order of `contradictionFeatureNames`. `all` are the candidates of the same pair. */
export function contradictionFeatures(
  candidate: ContradictionCandidate,
  all: readonly ContradictionCandidate[],
  pair: LikelyPair,
): Float64Array {
  const { left, right, probability, graph, context } = pair
  const { left: a, right: b, localWeight, likeness } = context
  const { slots } = candidate
  const near = slots === null ? -1 : slotLikeness(slots[0], slots[1], localWeight, likeness)
  const better = (side: 0 | 1) =>
    slots === null
      ? 0
      : all.filter(
          ({ slots: others }) =>
            others !== null &&
            others !== slots &&
            others[side] === slots[side] &&
            slotLikeness(others[0], others[1], localWeight, likeness) > near,
        ).length
  let equal = 0
  for (const one of left.slots) for (const other of right.slots) if (compareSlots(one, other) === 'equal') equal++
  const figures = slots?.map(({ value }) => (value.kind === 'figure' ? value.figure : null))
  const [one, other] = [figures?.[0] ?? null, figures?.[1] ?? null]
  const [low, high] =
    one === null || other === null ? [0, 0] : [Math.min(one.value, other.value), Math.max(one.value, other.value)]
  const shared = (mine: PreparedClaim, others: PreparedClaim) => {
    let [sum, total] = [0, 0]
    for (const word of mine.words) {
      const own = localWeight(word)
      total += own
      if (others.words.some(({ concept }) => concept === word.concept)) sum += own
    }
    return total === 0 ? 0 : sum / total
  }
  const aligned = alignWords(left.claim.sentence, left.claim.focus, right.claim.sentence, right.claim.focus)
  const length = ({ claim: { focus } }: PreparedClaim) => focus.end - focus.start
  const values = [
    ...contradictionSources.map((source) => Number(source === candidate.source)),
    probability,
    candidate.likeness,
    near,
    shared(left, right),
    shared(right, left),
    aligned.alike,
    Math.min(left.slots.length, right.slots.length),
    Math.abs(left.slots.length - right.slots.length),
    equal,
    better(0),
    better(1),
    high === 0 ? -1 : low / high,
    slots === null ? -1 : unitOf(slots[0]),
    one !== null && other !== null ? Number(countsTheSame(one, other)) : -1,
    one !== null && other !== null ? Number(one.event === other.event) : -1,
    one !== null && other !== null ? Number(one.bound !== 'exact') + Number(other.bound !== 'exact') : -1,
    low,
    slots === null ? -1 : (b.values.get(slots[0].key) ?? 0),
    slots === null ? -1 : (a.values.get(slots[1].key) ?? 0),
    Math.abs(left.claim.content.negations.length - right.claim.content.negations.length),
    negativeWords(left),
    negativeWords(right),
    slots === null ? -1 : slots.filter(({ text }) => !/\d/u.test(text)).length,
    Number(left.claim.content.isAhead !== right.claim.content.isAhead),
    Number(!left.claim.isMain) + Number(!right.claim.isMain),
    all.length,
    placeIn(left, candidate.left.start),
    placeIn(right, candidate.right.start),
    Math.min(length(left), length(right)) / Math.max(1, length(left), length(right)),
    ...graph,
    ...pairFeatures(pair, context),
  ]
  return Float64Array.from(values)
}
