import { adverbWords, auxiliaryWords, determinerWords } from '../../../language/vocabulary/function-words.ts'
import { isNegationWord } from '../../../language/vocabulary/negation.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Token } from '../parse/tokenize.ts'
import { cueBefore } from './cues.ts'

// "Lima denied that she had said “…”", "she never said “…”", "nobody heard her say “…”": the article says that the words were not
// spoken. Source of the classes: Quirk et al., A Comprehensive Grammar of the English Language (1985), 10.54-70 (negation).

/** How far to look for a governing verb and its subject, in tokens. */
const maxReach = 24
/** How far a negative subject can be from its verb: "no member of the council said". */
const maxSubject = 8

const negativeSubjects = new Set(['nobody', 'none', 'neither', 'nothing', 'no'])
/** In "not only said", the rest is affirmed. */
const onlyWords = new Set(['only', 'just', 'merely', 'simply'])
const denials = /^(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|avoid(?:s|ed|ing)?)$/
const refusals = /^(?:refus|declin|fail)(?:e|s|es|ed|ing)?$/
const perceptions = /^(?:hear(?:s|d|ing)?|recall(?:s|ed|ing)?|remember(?:s|ed|ing)?|catch|caught)$/
const clauseLinks = new Set(['that', 'ever', 'having', 'been', 'being', 'to'])
/** Between the verb and the marks: other quoted words and conjunctions. */
const joiners = new Set([',', 'and', 'or', 'nor', 'that'])

/** Whether a sentence says that its quoted words were not spoken. */
export function isDeniedSpeech(frame: ParsedParagraph, quote: number): boolean {
  const { from } = frame.sentenceOf(quote)
  const cue = governingVerb(frame, from, quote)
  return cue >= 0 && isDenied(frame.tokens, cue, from)
}

/** The verb of speech before the marks, or -1 if another clause comes between. */
function governingVerb(frame: ParsedParagraph, from: number, quote: number): number {
  const { tokens } = frame
  const cue = Math.max(cueBefore(frame, from, quote), speechBefore(tokens, from, quote))
  if (cue < 0 || tokens[quote - 1]?.text === ':') return -1
  const between = tokens.slice(cue + 1, quote)
  const isList = between.every(({ kind, lower }) => kind === 'quote' || joiners.has(lower))
  const isClause = between.every(
    ({ kind, text }, at) => kind !== 'mark' || (text === ',' && at === 0 && between.length === 1),
  )
  return isList || isClause ? cue : -1
}

/** The verb of speech in "heard him say", which elsewhere looks like a noun. */
function speechBefore(tokens: readonly Token[], from: number, quote: number): number {
  const at = tokens
    .slice(from, quote)
    .findLastIndex(({ lower, capital }) => !capital && cueStrength(lower) === 'speech')
  if (at < 0) return -1
  const verb = from + at
  return /^(?:say|saying|tell|telling)$/.test(tokens[verb]?.lower ?? '') ? verb : -1
}

const isSkipped = ({ lower }: Token): boolean =>
  auxiliaryWords.has(lower) || adverbWords.has(lower) || clauseLinks.has(lower)

/**
 * Whether the action of a verb did not happen: the verb is negated, or the verb that governs it denies it. Each denial on the way to the
 * first verb that settles it reverses the result: "did not deny that she said" affirms.
 */
function isDenied(tokens: readonly Token[], verb: number, from: number): boolean {
  let isReversed = false
  let at = verb
  while (at >= 0) {
    const step = denialBefore(tokens, at, from)
    if ('isDenied' in step) return step.isDenied !== isReversed
    if (step.denies) isReversed = !isReversed
    at = step.governor
  }
  return isReversed
}

/** What settles whether a verb is denied, or the verb before that governs it (-1 if there is none) and whether that one denies. */
type DenialStep = { readonly isDenied: boolean } | { readonly governor: number; readonly denies: boolean }

function denialBefore(tokens: readonly Token[], verb: number, from: number): DenialStep {
  let at = verb - 1
  for (; at >= from; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') return { isDenied: false }
    if (isNegationWord(token.lower) && !negativeSubjects.has(token.lower))
      return { isDenied: !onlyWords.has(tokens[at + 1]?.lower ?? '') }
    if (!isSkipped(token)) break
  }
  const direct = tokens[at]?.lower ?? ''
  if (denials.test(direct) || refusals.test(direct)) return { governor: at, denies: true }
  if (isNegativeSubject(tokens, at, from)) return { isDenied: true }
  const governor = governorBefore(tokens, at, from)
  return { governor, denies: denials.test(tokens[governor]?.lower ?? '') }
}

/** "Nobody", "no one", "no member of the council" right before a verb. */
function isNegativeSubject(tokens: readonly Token[], last: number, from: number): boolean {
  for (let at = last; at >= Math.max(from, last - maxSubject); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') return false
    if (negativeSubjects.has(token.lower)) return true
    if (isVerbOfClause(token.lower)) return false
  }
  return false
}

const isVerbOfClause = (lower: string): boolean =>
  auxiliaryWords.has(lower) || cueStrength(lower) !== undefined || perceptions.test(lower) || denials.test(lower)

/** Words that begin a new clause, which the verb before does not govern. */
const clauseOpeners = new Set(
  'but because while whereas although though when before after since as if unless who which'.split(' '),
)
const coordinators = new Set(['and', 'or', 'nor', 'then'])

/** The verb that governs a clause like "that she had said" or "her say"; -1 if there is no such clause. */
function governorBefore(tokens: readonly Token[], last: number, from: number): number {
  if (coordinators.has(tokens[last]?.lower ?? '')) return -1
  for (let at = last; at >= Math.max(from, last - maxReach); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || clauseOpeners.has(token.lower)) return -1
    if (denials.test(token.lower) || perceptions.test(token.lower)) return at
    const isNoun = determinerWords.has(tokens[at - 1]?.lower ?? '')
    if (cueStrength(token.lower) === 'speech' && !token.capital && !isNoun) return at
  }
  return -1
}
