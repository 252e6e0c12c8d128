import { auxiliaryWords, determinerWords, isAdverb } from '../../../language/vocabulary/function-words.ts'
import { isNegationWord } from '../../../language/vocabulary/negation.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Token } from '../parse/tokenize.ts'
import { cueAfter, cueBefore } from './cues.ts'
import { isException } from './exceptions.ts'

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
/** Whether a token refuses speech: "declined to say …". */
export const isRefusal = ({ tokens }: ParsedParagraph, verb: number): boolean =>
  refusals.test(tokens[verb]?.lower ?? '') && tokens[verb + 1]?.lower === 'to'

const perceptions = /^(?:hear(?:s|d|ing)?|recall(?:s|ed|ing)?|remember(?:s|ed|ing)?|catch|caught)$/
/** Between a denial and the verb of speech: "is not known to have said", "could not bring herself to say". */
const clauseLinks = new Set(
  (
    'that ever having been being to able willing ready prepared going allowed known believed thought reported alleged supposed ' +
    'bring dare dared want wanted wish wished need needed try tried'
  ).split(' '),
)
/** Between the verb and the marks: other quoted words and conjunctions. */
const joiners = new Set([',', 'and', 'or', 'nor', 'that'])

/** Verbs whose denial also covers the words after a colon: "did not say: “…”", but not "did not answer: “…”". */
const contentVerbs =
  /^(?:sa(?:y|ys|id|ying)|writ(?:e|es|ing)|wrote|written|stat(?:e|es|ed|ing)|claim(?:s|ed|ing)?|t(?:ell|old|elling)|tweet(?:s|ed|ing)?)$/

/** Whether a sentence says that its quoted words were not spoken. */
export function isDeniedSpeech(frame: ParsedParagraph, quote: number): boolean {
  const { from } = frame.sentenceOf(quote)
  if (isDeniedAfter(frame, quote)) return true
  if (isException(frame, quote)) return false
  const cue = governingVerb(frame, from, quote)
  return cue >= 0 && isDenied(frame.tokens, cue, from)
}

/** What follows "is not" if the sentence says that the words before it were not spoken: "is not what Lima said". */
const relativeOpeners = new Set(['what', 'something', 'anything', 'how', 'words', 'a', 'the', 'exactly'])
const spokenForms = /^(?:said|spoken|uttered|used|written|tweeted|posted|claimed|stated)$/

/** The same if the verb comes after the words: "“…,” Lima never said", "“…,” said nobody", "“…” is not what Lima said". */
function isDeniedAfter(frame: ParsedParagraph, quote: number): boolean {
  const { tokens } = frame
  const start = tokens[quote + 1]?.kind === 'mark' ? quote + 2 : quote + 1
  const { to } = frame.sentenceOf(quote)
  const end = clauseEnd(tokens, start, to)
  if (end <= start) return false
  const opener = tokens[start]?.lower ?? ''
  if (auxiliaryWords.has(opener) || isNegationWord(opener)) return isDeniedPredicate(tokens, start, end)
  const cue = cueAfter(frame, start, end)
  if (cue < 0) return false
  if (cue === start) return negativeSubjects.has(tokens[cue + 1]?.lower ?? '')
  // "“…,” Lima did not say why": the denied words are others.
  const isLast = cue + 1 >= end || isAdverb(tokens[cue + 1]?.lower ?? '')
  return isLast && isDenied(tokens, cue, start)
}

/** "is not what Lima said", "was never said by Lima", "are words that Lima never used". */
function isDeniedPredicate(tokens: readonly Token[], start: number, end: number): boolean {
  let at = start
  let isNegated = false
  for (; at < end; at++) {
    const { lower = '' } = tokens[at] ?? {}
    if (isNegationWord(lower)) isNegated = true
    else if (!auxiliaryWords.has(lower) && !isAdverb(lower)) break
  }
  const first = tokens[at]?.lower ?? ''
  if (spokenForms.test(first)) return isNegated
  if (!relativeOpeners.has(first)) return false
  const last = tokens.slice(at, end).findLastIndex(({ lower }) => spokenForms.test(lower) || lower === 'say')
  if (last < 0) return false
  return isNegated !== isDenied(tokens, at + last, at)
}

/** The end of the clause that begins at a token: the next mark or quoted words. */
function clauseEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from
  while (at < Math.min(to, from + maxReach) && tokens[at]?.kind === 'word') at++
  return at
}

/** The verb of speech before the marks, or -1 if another clause comes between. */
function governingVerb(frame: ParsedParagraph, from: number, quote: number): number {
  const { tokens } = frame
  const cue = Math.max(cueBefore(frame, from, quote), speechBefore(tokens, from, quote))
  if (cue < 0) return -1
  const isColon = tokens[quote - 1]?.text === ':'
  if (isColon && !contentVerbs.test(tokens[cue]?.lower ?? '')) return -1
  const between = tokens.slice(cue + 1, isColon ? quote - 1 : quote)
  const isList = between.every(({ kind, lower }) => kind === 'quote' || joiners.has(lower))
  const isClause = between.every(
    ({ kind, text }, at) => kind !== 'mark' || (text === ',' && at === 0 && between.length === 1),
  )
  return isList || isClause ? cue : -1
}

/** The verb of speech in "heard him say" or "never did Lima claim", which elsewhere looks like a noun. */
function speechBefore(tokens: readonly Token[], from: number, quote: number): number {
  for (let at = quote - 1; at >= Math.max(from, quote - maxReach); at--) {
    const token = tokens[at]
    if (token === undefined || token.capital || cueStrength(token.lower) !== 'speech') continue
    const isVerb = /^(?:say|saying|tell|telling)$/.test(token.lower) || isInverted(tokens, at - 1, from)
    return isVerb ? at : -1
  }
  return -1
}

const isSkipped = ({ lower }: Token): boolean => auxiliaryWords.has(lower) || isAdverb(lower) || clauseLinks.has(lower)

/** Whether a sentence, which begins at token `from`, says that what a verb says did not happen: "did not say". */
export const isDeniedVerb = ({ tokens }: ParsedParagraph, verb: number, from: number): boolean =>
  isDenied(tokens, verb, from)

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
    if (isForgone(tokens, at)) return { isDenied: true }
    if (isNegationWord(token.lower) && !negativeSubjects.has(token.lower))
      return { isDenied: !onlyWords.has(tokens[at + 1]?.lower ?? '') }
    if (!isSkipped(token)) break
  }
  const direct = tokens[at]?.lower ?? ''
  if (denials.test(direct) || refusals.test(direct)) return { governor: at, denies: true }
  if (isNegativeSubject(tokens, at, from) || isInverted(tokens, at, from) || isSaidToBeFalse(tokens, at, from))
    return { isDenied: true }
  const governor = governorBefore(tokens, at, from)
  return { governor, denies: denials.test(tokens[governor]?.lower ?? '') }
}

/** "Nobody", "no one", "no member of the council" right before a verb. */
function isNegativeSubject(tokens: readonly Token[], last: number, from: number): boolean {
  for (let at = last; at >= Math.max(from, last - maxSubject); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || token.lower === 'but') return false
    if (negativeSubjects.has(token.lower)) return true
    if (isVerbOfClause(token.lower)) return false
  }
  return false
}

/** "Never did Lima say", "at no point has Lima said": a denial before the auxiliary and the subject; `last` ends the subject. */
function isInverted(tokens: readonly Token[], last: number, from: number): boolean {
  for (let at = last; at > Math.max(from, last - maxSubject); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') return false
    if (!auxiliaryWords.has(token.lower) || isNegationWord(token.lower)) continue
    const before = tokens.slice(Math.max(from, at - maxSubject), at)
    const opener = before.findLastIndex(({ kind }) => kind !== 'word') + 1
    return before.some(({ lower }, index) => index >= opener && isNegativeOpener(lower, before[index + 1]))
  }
  return false
}

/** "Never", "nowhere in the letter", "at no point", "not once". */
const isNegativeOpener = (lower: string, next: Token | undefined): boolean =>
  lower === 'never' ||
  lower === 'nor' ||
  lower === 'nowhere' ||
  lower === 'no' ||
  (lower === 'not' && next?.lower === 'once')

/** "has yet to say", "stopped short of saying", "instead of saying", "rather than say". */
function isForgone(tokens: readonly Token[], at: number): boolean {
  const { lower = '' } = tokens[at] ?? {}
  const before = tokens[at - 1]?.lower ?? ''
  if (lower === 'yet') return auxiliaryWords.has(before) && tokens[at + 1]?.lower === 'to'
  if (lower === 'of') return before === 'short' || before === 'instead'
  return lower === 'than' && before === 'rather'
}

const falsehoods = new Set(['false', 'untrue', 'wrong', 'incorrect', 'lie', 'myth', 'fabrication', 'invention'])
const truths = new Set(['true', 'case', 'correct', 'right', 'fact'])

/** "It is not true that Lima said", "it is a lie that Lima said"; `last` ends the subject. */
function isSaidToBeFalse(tokens: readonly Token[], last: number, from: number): boolean {
  for (let at = last; at > Math.max(from, last - maxSubject); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') return false
    if (token.lower !== 'that') continue
    const verdict = tokens[at - 1]?.lower ?? ''
    const isNegated = tokens.slice(Math.max(from, at - 4), at - 1).some(({ lower }) => isNegationWord(lower))
    return isNegated ? truths.has(verdict) : falsehoods.has(verdict)
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
