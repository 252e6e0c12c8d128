import { adverbWords, isAdverb } from '../../../language/vocabulary/function-words.ts'
import { type CueStrength, cueStrength } from '../lexicon/speech-verbs.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Token } from '../parse/tokenize.ts'
import type { AttributionRule } from '../spans/quotation.ts'
import { cueAfter, cueBefore, isAccordingTo, looksLikeVerb } from './cues.ts'
import { type Phrase, phraseAt } from './noun-phrases.ts'
import { clauseSubject, subjectBefore } from './subjects.ts'

/** One reading, by one grammar rule, of how the article introduces a quoted span. */
export interface AttributionReading {
  readonly rule: AttributionRule
  /** The speaker in this reading; null if the cue's subject could not be read. */
  readonly phrase: Phrase | null
  /** Token of the cue, or -1. */
  readonly cue: number
  readonly strength: CueStrength | undefined
}

/** All readings of who speaks a span, from its own sentence, most certain first. */
export function attributionReadings(frame: ParsedParagraph, span: number): readonly AttributionReading[] {
  const quote = frame.quoteToken(span)
  const { from } = frame.sentenceOf(quote)
  return [
    byColon(frame, quote, from),
    byCueAfter(frame, quote),
    byCueBefore(frame, quote, from),
    bySubject(frame, quote, from),
  ].filter((reading) => reading !== null)
}

/** A paragraph that ends with a colon introduces the quotation in the next one. */
export function announcement(frame: ParsedParagraph | undefined): AttributionReading | null {
  return frame === undefined
    ? null
    : byColon(frame, frame.tokens.length, frame.sentenceOf(frame.tokens.length - 1).from)
}

/** If the previous sentence reports speech, "… , Ana said. “…”", its speaker continues. */
export function saidBefore(frame: ParsedParagraph, span: number): AttributionReading | null {
  const quote = frame.quoteToken(span)
  if (quote <= 0 || frame.sentenceOf(quote).from !== quote) return null
  const { from } = frame.sentenceOf(quote - 1)
  const cue = cueBefore(frame, from, quote)
  const phrase = cue >= 0 ? subjectBefore(frame, cue, from) : clauseSubject(frame, from, quote)
  return phrase === null ? null : { rule: 'same-paragraph', phrase, cue, strength: undefined }
}

/** Ana said: “…” / Ana: “…” / Said Ana: “…” */
function byColon(frame: ParsedParagraph, quote: number, from: number): AttributionReading | null {
  if (frame.tokens[quote - 1]?.text !== ':') return null
  const cue = cueBefore(frame, from, quote)
  if (cue < 0) return { rule: 'colon', phrase: clauseSubject(frame, from, quote), cue, strength: undefined }
  const inverted = cue === from ? phraseAt(frame, cue + 1, quote) : null
  return { rule: 'colon', phrase: inverted ?? subjectBefore(frame, cue, from), cue, strength: strengthOf(frame, cue) }
}

/** Ana said that “…” */
function byCueBefore(frame: ParsedParagraph, quote: number, from: number): AttributionReading | null {
  const cue = cueBefore(frame, from, quote)
  if (cue < 0) return null
  if (isAccordingTo(frame, cue)) {
    return { rule: 'cue-before', phrase: phraseAt(frame, cue + 2, quote), cue, strength: 'speech' }
  }
  return { rule: 'cue-before', phrase: subjectBefore(frame, cue, from), cue, strength: strengthOf(frame, cue) }
}

/** The sentence names someone but has no cue: use its subject if that can be a speaker. */
function bySubject(frame: ParsedParagraph, quote: number, from: number): AttributionReading | null {
  const phrase = quote === from ? null : clauseSubject(frame, from, quote)
  return phrase === null ? null : { rule: 'same-sentence', phrase, cue: -1, strength: undefined }
}

const dashPattern = /^[,—–-]$/
const continuationPattern = /[,?!…—–-]/u

/** “…,” said Ana. / “…,” Ana said. */
function byCueAfter(frame: ParsedParagraph, quote: number): AttributionReading | null {
  const { tokens } = frame
  const last = lastCharacter(frame, quote)
  const marked = dashPattern.test(tokens[quote + 1]?.text ?? '')
  let at = marked ? quote + 2 : quote + 1
  const goesOn = marked || continuationPattern.test(last)
  while (tokens[at]?.kind === 'word' && isAdverb(tokens[at]?.lower ?? '')) at++
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return null
  const { to } = frame.sentenceOf(at)
  if (isAccordingTo(frame, at)) {
    return { rule: 'cue-after', phrase: phraseAt(frame, at + 2, to), cue: at, strength: 'speech' }
  }
  const verbFirst = token.capital ? null : inverted(frame, at, to, goesOn)
  if (verbFirst !== null) return verbFirst
  return subjectFirst(frame, at, to, last, goesOn)
}

/** “…,” said Ana. After a comma, verbs that are not in the lexicon are accepted too: “…,” retaliated Ana. */
function inverted(frame: ParsedParagraph, verb: number, to: number, goesOn: boolean): AttributionReading | null {
  const lower = frame.tokens[verb]?.lower ?? ''
  const strength = cueStrength(lower)
  const known = strength === 'speech' || (strength !== undefined && goesOn)
  const unknown = strength === undefined && goesOn && frame.nameAt(verb + 1) !== undefined && looksLikeVerb(lower)
  if (!known && !unknown) return null
  const phrase = phraseAt(frame, verb + 1, to)
  return phrase === null && !goesOn ? null : { rule: 'cue-after', phrase, cue: verb, strength }
}

/** “…,” Ana said. / “…,” Ana Lima, the mayor of Porto, said. / “…,” Ana retaliated. */
function subjectFirst(
  frame: ParsedParagraph,
  from: number,
  to: number,
  last: string,
  goesOn: boolean,
): AttributionReading | null {
  const phrase = phraseAt(frame, from, to)
  if (phrase === null) return null
  const next = frame.tokens[phrase.to]
  const known = cueAfter(frame, phrase.to, to)
  const unknown = last === ',' && next !== undefined && !next.capital && looksLikeVerb(next.lower)
  const cue = known < 0 && unknown ? phrase.to : known
  if (cue < 0) return null
  const strength = strengthOf(frame, cue)
  const closing = last === '.' && strength === 'speech' && cue === phrase.to && closesSentence(frame.tokens[cue + 1])
  return goesOn || closing ? { rule: 'cue-after', phrase, cue, strength } : null
}

const afterSaid = new Set('. , to in on at of during when as after before'.split(' '))

/** After a full stop inside the marks, only a bare "Ana said." belongs to the quotation; "Ana said that …" does not. */
const closesSentence = (next: Token | undefined): boolean =>
  next === undefined || afterSaid.has(next.lower) || adverbWords.has(next.lower)

const strengthOf = (frame: ParsedParagraph, cue: number): CueStrength | undefined =>
  cueStrength(frame.tokens[cue]?.lower ?? '')

function lastCharacter({ tokens, spans, paragraph }: ParsedParagraph, quote: number): string {
  const span = spans[tokens[quote]?.span ?? -1]
  return span === undefined ? '' : paragraph.text.charAt(span.end - 1)
}
