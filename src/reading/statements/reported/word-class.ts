import { stem } from '../../../language/tokens/terms.ts'
import {
  auxiliaryWords,
  conjunctions,
  determinerWords,
  isAdverb,
  possessivePronouns,
  prepositions,
  relatives,
  subjectPronouns,
} from '../../../language/vocabulary/function-words.ts'
import { baseForm, isIrregularPast } from '../../../language/vocabulary/irregular-forms.ts'
import { nounKind } from '../../../language/vocabulary/noun-kinds.ts'
import { isVerbStem } from '../../../language/vocabulary/verbs.ts'
import { genderOfFirstName } from '../lexicon/first-names.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isHonorific, isOrganisationWord, isRoleNoun } from '../lexicon/titles.ts'
import type { Token } from '../parse/tokenize.ts'

/** What kind of word a token is, as a bit: sets of classes are sums. */
export const wordClass = {
  edge: 1 << 0,
  comma: 1 << 1,
  colon: 1 << 2,
  stop: 1 << 3,
  dash: 1 << 4,
  possessive: 1 << 5,
  mark: 1 << 6,
  quote: 1 << 7,
  pronoun: 1 << 8,
  determiner: 1 << 9,
  possessivePronoun: 1 << 10,
  auxiliary: 1 << 11,
  preposition: 1 << 12,
  conjunction: 1 << 13,
  that: 1 << 14,
  relative: 1 << 15,
  adverb: 1 << 16,
  number: 1 << 17,
  honorific: 1 << 18,
  role: 1 << 19,
  firstName: 1 << 20,
  organisation: 1 << 21,
  capital: 1 << 22,
  speech: 1 << 23,
  judgement: 1 << 24,
  person: 1 << 25,
  group: 1 << 26,
  noun: 1 << 27,
  verb: 1 << 28,
  other: 1 << 29,
} as const

const marks: Readonly<Record<string, number>> = {
  ',': wordClass.comma,
  ':': wordClass.colon,
  ';': wordClass.stop,
  '.': wordClass.stop,
  '?': wordClass.stop,
  '!': wordClass.stop,
  '…': wordClass.stop,
  '-': wordClass.dash,
  '–': wordClass.dash,
  '—': wordClass.dash,
  "'s": wordClass.possessive,
  '’s': wordClass.possessive,
}

/** The class of a token. A word list decides before the form of the word does. */
export function classOf({ kind, lower, capital }: Pick<Token, 'kind' | 'lower' | 'capital'>): number {
  if (kind === 'quote') return wordClass.quote
  if (kind === 'mark') return marks[lower] ?? wordClass.mark
  return closedClass(lower) ?? (capital ? nameClass(lower) : openClass(lower))
}

function closedClass(lower: string): number | null {
  if (lower === 'that') return wordClass.that
  if (subjectPronouns.has(lower) && lower !== 'who') return wordClass.pronoun
  if (determinerWords.has(lower)) return wordClass.determiner
  if (possessivePronouns.has(lower)) return wordClass.possessivePronoun
  if (auxiliaryWords.has(lower)) return wordClass.auxiliary
  if (prepositions.has(lower)) return wordClass.preposition
  if (conjunctions.has(lower)) return wordClass.conjunction
  if (relatives.has(lower)) return wordClass.relative
  if (isAdverb(lower)) return wordClass.adverb
  if (/^[\d$]/.test(lower)) return wordClass.number
  if (isHonorific(lower)) return wordClass.honorific
  return isRoleNoun(lower) ? wordClass.role : null
}

function nameClass(lower: string): number {
  if (genderOfFirstName(lower) !== undefined) return wordClass.firstName
  return isOrganisationWord(lower) ? wordClass.organisation : wordClass.capital
}

function openClass(lower: string): number {
  const strength = cueStrength(lower)
  if (strength !== undefined) return wordClass[strength]
  const root = stem(lower)
  const kind = nounKind(root)
  if (kind === 'person' || kind === 'group') return wordClass[kind]
  if (isVerbStem(root) || isIrregularPast(lower)) return wordClass.verb
  return kind === null ? wordClass.other : wordClass.noun
}

/** 1 for a past form ("-ed", "said"), 2 for "-ing", 3 for "-s", 0 for any other. */
export function endingOf(lower: string): number {
  if (lower.endsWith('ed') || isIrregularPast(lower)) return 1
  if (lower.endsWith('ing')) return 2
  return lower.endsWith('s') ? 3 : 0
}

/** The stem of a word's base form. */
export const rootOf = (lower: string): string => stem(baseForm(lower))
