import type { Claim } from '../../extract/claim.ts'
import { isSameName } from '../../extract/name-mentions.ts'
import { oppositeOf } from '../../lexicon/synonym-classes.ts'
import type { ClaimWord } from '../claims/claim-words.ts'
import type { FeatureGroup } from './pair.ts'

function countOpposites(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const event of a) {
    const opposite = oppositeOf(event)
    if (opposite !== undefined && b.has(opposite) && !b.has(event)) count++
  }
  return count
}

function countAntonyms(a: readonly ClaimWord[], b: readonly ClaimWord[]): number {
  return a.filter(({ antonyms }) => antonyms.length > 0 && b.some(({ term }) => antonyms.includes(term))).length
}

/** 1 if two claims have a common speaker, -1 if they have different ones, 0 if one has none. */
function speakerMatch({ content: { speakers: a } }: Claim, { content: { speakers: b } }: Claim): number {
  if (a.length === 0 || b.length === 0) return 0
  return a.some((one) => b.some((other) => isSameName(one, other))) ? 1 : -1
}

const differ = (a: boolean, b: boolean) => Number(a !== b)
const both = (a: boolean, b: boolean) => Number(a && b)

/** Negation, opposites, modality, quotation, and signs that one claim is about another time or thing. */
export const forceFeatures: FeatureGroup = {
  names: [
    'denied in one',
    'opposite events',
    'antonyms',
    'ahead in one',
    'ahead in both',
    'quoted in one',
    'quoted in both',
    'modal in one',
    'modal in both',
    'another in one',
    'distant time in one',
    'distant time in both',
    'speakers',
  ],
  values({ left: { claim: a, words, force: one }, right: { claim: b, words: others, force: other } }) {
    return [
      differ(a.content.negations.length > 0, b.content.negations.length > 0),
      countOpposites(a.content.events, b.content.events) + countOpposites(b.content.events, a.content.events),
      countAntonyms(words, others),
      differ(a.content.isAhead, b.content.isAhead),
      both(a.content.isAhead, b.content.isAhead),
      differ(one.isQuoted, other.isQuoted),
      both(one.isQuoted, other.isQuoted),
      differ(one.isModal, other.isModal),
      both(one.isModal, other.isModal),
      differ(one.isAnother, other.isAnother),
      differ(one.isDistant, other.isDistant),
      both(one.isDistant, other.isDistant),
      speakerMatch(a, b),
    ]
  },
}
