import { adverbWords, auxiliaryWords, isAdverb, isClosedClass } from '../../../language/vocabulary/function-words.ts'
import { type CueStrength, cueStrength } from '../lexicon/speech-verbs.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'

/** How far from a quotation to look for a cue, in tokens. */
const cueReach = 60
const alwaysVerb = /(?:ed|ing)$|^(?:said|told)$/
const irregularPast = new Set('wrote sang swore thought felt spoke read'.split(' '))
/** Words before a base form that make it a verb: "to report", "they report". */
const beforeVerb = /^(?:to|i|we|they|you|who|people|and|or|but|not)$/
/** Words before a form in -s that make it a noun: "the reports", "in comments". */
const beforeNoun = /^(?:the|a|an|his|her|their|its|our|my|your|this|that|no|any|in|of|for|by|on|with|new|recent)$/

/** The nearest cue before a token in its sentence, or -1. */
export function cueBefore(frame: ParsedParagraph, from: number, end: number): number {
  for (let at = end - 1; at >= Math.max(from, end - cueReach); at--) {
    const token = frame.tokens[at]
    if (token === undefined || token.kind !== 'word') continue
    if (isAccordingTo(frame, at) || isPhrasalCue(frame, at)) return at
    if (!token.capital && cueStrength(token.lower) !== undefined && !isNoun(frame, at)) return at
  }
  return -1
}

/** The first cue after a token in its sentence, outside relative clauses, or -1. */
export function cueAfter(frame: ParsedParagraph, from: number, to: number): number {
  let marks = 0
  for (let at = from; at < Math.min(to, from + cueReach); at++) {
    const token = frame.tokens[at]
    if (token === undefined || token.kind === 'quote') return -1
    if (token.text === ',' || token.text === '(' || token.text === ')') marks++
    if (token.kind !== 'word' || token.capital || cueStrength(token.lower) === undefined) continue
    if (frame.tokens[at - 1]?.lower !== 'who' || marks > 1) return at
  }
  return -1
}

/** The cue directly after a mention, skipping auxiliaries and adverbs; -1 if there is none. */
export function cueOf(frame: ParsedParagraph, from: number): number {
  for (let at = from; at < from + 4; at++) {
    const token = frame.tokens[at]
    if (token === undefined || token.kind !== 'word') return -1
    if (!token.capital && cueStrength(token.lower) !== undefined) return at
    if (!auxiliaryWords.has(token.lower) && !isAdverb(token.lower)) return -1
  }
  return -1
}

/** "According to Lima", "in the words of Lima": the speaker follows two tokens later. */
export function isAccordingTo({ tokens }: ParsedParagraph, at: number): boolean {
  const next = tokens[at + 1]?.lower
  if (tokens[at]?.lower === 'according') return next === 'to'
  return next === 'of' && wordings.has(tokens[at]?.lower ?? '') && tokens[at - 1]?.lower === 'the'
}

const wordings = new Set(['words', 'opinion', 'view', 'judgement', 'judgment', 'phrase'])

const makeForms = new Set(['make', 'makes', 'made', 'making'])
const clearWords = new Set(['clear', 'plain', 'known', 'explicit', 'public'])
/** "made it very clear", "let it be known": at most this many tokens lie between the verb and what completes it. */
const maxPhrasalGap = 4

/** Whether a verb begins a phrase that reports speech: "made (it) clear", "let it be known", "left no doubt", "put it bluntly". */
export const isPhrasalCue = (frame: ParsedParagraph, at: number): boolean => phrasalCueEnd(frame, at) > at

/** The end, exclusive, of the phrase that reports speech and begins with the verb at a token; the token's own index if there is none. */
function phrasalCueEnd({ tokens }: ParsedParagraph, at: number): number {
  const lower = tokens[at]?.lower ?? ''
  const next = tokens[at + 1]?.lower
  const third = tokens[at + 2]?.lower ?? ''
  const phrase = (is: boolean) => (is ? at + 3 : at)
  if (makeForms.has(lower)) return completionEnd(tokens, at, clearWords)
  if (lower === 'let' || lower === 'lets' || lower === 'letting')
    return next === 'it' ? completionEnd(tokens, at, clearWords) : at
  if (lower === 'left' || lower === 'leaves' || lower === 'leaving') return phrase(next === 'no' && third === 'doubt')
  if (lower === 'put' || lower === 'puts' || lower === 'putting')
    return phrase(next === 'it' && (isAdverb(third) || /^(?:this|like|thus)$/.test(third)))
  return phrase((lower === 'went' || lower === 'goes') && next === 'on' && third === 'record')
}

/** The end of a phrase after the word that completes it, or the index of its verb. */
function completionEnd(tokens: ParsedParagraph['tokens'], verb: number, words: ReadonlySet<string>): number {
  for (let at = verb + 1; at <= verb + maxPhrasalGap; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') return verb
    if (words.has(token.lower)) return at + 1
    if (
      token.lower !== 'it' &&
      token.lower !== 'be' &&
      token.lower !== 'quite' &&
      token.lower !== 'very' &&
      !isAdverb(token.lower)
    )
      return verb
  }
  return verb
}

/** The cue at a token as the article words it: the whole phrase ("made it clear") of any of its words; null if there is no token. */
export function cueText(frame: ParsedParagraph, cue: number): string | null {
  const token = frame.tokens[cue]
  if (token === undefined) return null
  for (let verb = cue; verb >= Math.max(0, cue - maxPhrasalGap); verb--) {
    const last = frame.tokens[phrasalCueEnd(frame, verb) - 1]
    const start = frame.tokens[verb]?.start ?? token.start
    if (last !== undefined && last.end > token.start) return frame.paragraph.text.slice(start, last.end)
  }
  return token.text
}

/** How reliably the cue at a token marks reported speech. */
export const strengthOf = (frame: ParsedParagraph, cue: number): CueStrength | undefined =>
  isPhrasalCue(frame, cue) ? 'speech' : cueStrength(frame.tokens[cue]?.lower ?? '')

/** Whether a word that is not in the lexicon has the form of a third-person or past-tense verb. */
export const looksLikeVerb = (lower: string): boolean => /(?:ed|es|[^s]s)$/.test(lower) && !isClosedClass(lower)

/** Whether a word that can be a verb is a noun here: "the report", "Lima’s call", "state officials". */
function isNoun({ tokens }: ParsedParagraph, at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  const before = tokens[at - 1]
  if (before === undefined) return false
  if (alwaysVerb.test(lower)) return lower.endsWith('ing') && /^(?:the|a|an|this|that|no|any|some)$/.test(before.lower)
  if (lower.endsWith('s') || irregularPast.has(lower)) return followsNounMarker(before)
  const verbal = before.lower.endsWith('s') || beforeVerb.test(before.lower)
  return !verbal && !auxiliaryWords.has(before.lower) && !adverbWords.has(before.lower)
}

const followsNounMarker = (before: { readonly kind: string; readonly lower: string }): boolean =>
  before.kind === 'mark' ? before.lower === '’s' || before.lower === "'s" : beforeNoun.test(before.lower)
