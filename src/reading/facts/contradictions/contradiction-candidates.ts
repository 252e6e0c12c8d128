import { wordsOf } from '../../../language/analysis/recent-words.ts'
import type { Range } from '../../../language/text/range.ts'
import type { Claim } from '../extract/claim.ts'
import { oppositeOf } from '../lexicon/synonym-classes.ts'
import type { PreparedClaim } from '../pairs/claims/article-claims.ts'
import type { ClaimWord, Likeness } from '../pairs/claims/claim-words.ts'
import { compareSlots, type Slot } from '../pairs/claims/slots.ts'
import type { ClaimPair } from '../pairs/features/pair.ts'

/** The ways in which two reports of one fact can contradict each other. */
export const contradictionSources = ['figure', 'time', 'denial', 'opposite', 'antonym'] as const

export type ContradictionSource = (typeof contradictionSources)[number]

/** How many words after a negation it applies to, or before it if none follows. */
const scopeAfter = 4
const scopeBefore = 2
/** What is denied must be more like a word of the other claim than this. */
const minScopeLikeness = 0.2

/** Two places in two claims that may contradict each other. Offsets are relative to the sentences. */
export interface ContradictionCandidate {
  readonly source: ContradictionSource
  readonly left: Range
  readonly right: Range
  /** The figures or times, if it is about those. */
  readonly slots: readonly [Slot, Slot] | null
  /** How alike what is denied or opposed is to its counterpart, 0 to 1. */
  readonly likeness: number
}

/** The sides of a pair: candidates do not depend on how the claims compare otherwise. */
type PairSides = Pick<ClaimPair, 'left' | 'right'>

function rangeOf({ start }: ClaimWord, { sentence }: Claim): Range {
  const word = wordsOf(sentence).find((one) => one.start === start)
  return { start, end: word?.end ?? start + 1 }
}

/** Whether a claim has a value equal to this one, or two figures that add up to it. */
function hasCounterpart(slot: Slot, { slots }: PreparedClaim): boolean {
  if (slots.some((other) => compareSlots(slot, other) === 'equal')) return true
  const value = countOf(slot)
  const counts = slots.flatMap((other) => countOf(other) ?? [])
  return value !== null && counts.some((one, at) => counts.slice(at + 1).some((other) => one + other === value))
}

const countOf = ({ value }: Slot): number | null =>
  value.kind === 'figure' && value.figure.unit === 'count' ? value.figure.value : null

function* valueCandidates({ left, right }: PairSides): Generator<ContradictionCandidate> {
  const [mine, others] = [
    left.slots.filter((slot) => !hasCounterpart(slot, right)),
    right.slots.filter((slot) => !hasCounterpart(slot, left)),
  ]
  for (const one of mine) {
    for (const other of others) {
      if (compareSlots(one, other) !== 'different') continue
      yield {
        source: one.value.kind === 'figure' ? 'figure' : 'time',
        left: one.range,
        right: other.range,
        slots: [one, other],
        likeness: 0,
      }
    }
  }
}

interface Denial {
  readonly range: Range
  readonly scope: readonly ClaimWord[]
}

/** The negating words of a claim, each with its scope: the content words after it, or else before it. */
function denialsOf({ claim, words }: PreparedClaim): Denial[] {
  return claim.content.negations.map((negation) => {
    const after = words.filter(({ start }) => start >= negation.end).slice(0, scopeAfter)
    const before = words.filter(({ start }) => start < negation.start).slice(-scopeBefore)
    return { range: negation, scope: after.length > 0 ? after : before }
  })
}

/** What one claim denies and another affirms. */
interface DeniedAndAffirmed {
  readonly denied: Range
  readonly affirmed: Range
  readonly alike: number
}

function denialCandidates(denying: PreparedClaim, affirming: PreparedClaim, likeness: Likeness): DeniedAndAffirmed[] {
  if (affirming.claim.content.negations.length > 0) return []
  return denialsOf(denying).flatMap(({ range, scope }) => {
    let best: { readonly one: ClaimWord; readonly other: ClaimWord; readonly alike: number } | null = null
    for (const one of scope) {
      for (const other of affirming.words) {
        const alike = likeness(one, other)
        if (alike > (best?.alike ?? minScopeLikeness)) best = { one, other, alike }
      }
    }
    if (best === null) return []
    const { start, end } = rangeOf(best.one, denying.claim)
    return [
      {
        denied: { start: Math.min(range.start, start), end: Math.max(range.end, end) },
        affirmed: rangeOf(best.other, affirming.claim),
        alike: best.alike,
      },
    ]
  })
}

/** Words of the two claims that are opposites by class, or antonyms. */
function* wordCandidates({ left, right }: PairSides, likeness: Likeness): Generator<ContradictionCandidate> {
  const has = (words: readonly ClaimWord[], { concept, term }: ClaimWord) =>
    words.some((other) => other.concept === concept || other.term === term)
  for (const one of left.words) {
    if (has(right.words, one)) continue
    const opposite = oppositeOf(one.concept)
    for (const other of right.words) {
      if (has(left.words, other)) continue
      const isOpposite = opposite === other.concept
      const isAntonym = one.antonyms.includes(other.term)
      if (!isOpposite && !isAntonym) continue
      yield {
        source: isOpposite ? 'opposite' : 'antonym',
        left: rangeOf(one, left.claim),
        right: rangeOf(other, right.claim),
        slots: null,
        likeness: likeness(one, other),
      }
    }
  }
}

/** The places where two claims may contradict each other. */
export function contradictionCandidates(pair: PairSides, likeness: Likeness): ContradictionCandidate[] {
  const { left, right } = pair
  return [
    ...valueCandidates(pair),
    ...wordCandidates(pair, likeness),
    ...denialCandidates(left, right, likeness).map(
      ({ denied, affirmed, alike }): ContradictionCandidate => ({
        source: 'denial',
        left: denied,
        right: affirmed,
        slots: null,
        likeness: alike,
      }),
    ),
    ...denialCandidates(right, left, (a, b) => likeness(b, a)).map(
      ({ denied, affirmed, alike }): ContradictionCandidate => ({
        source: 'denial',
        left: affirmed,
        right: denied,
        slots: null,
        likeness: alike,
      }),
    ),
  ]
}
