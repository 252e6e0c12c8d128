import { adverbWords, isAdverb } from '../../../language/vocabulary/function-words.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Token } from '../parse/tokenize.ts'
import type { AttributionReading } from './attribution-reading.ts'
import { cueAfter, cueBefore, isAccordingTo, looksLikeVerb, strengthOf } from './cues.ts'
import { phraseAt } from './noun-phrases.ts'
import { signatureAfter, signatureIn } from './signatures.ts'
import { clauseSubject, subjectBefore } from './subjects.ts'

/** All readings of who speaks a span, from its own sentence, most certain first. */
export function attributionReadings(frame: ParsedParagraph, span: number): readonly AttributionReading[] {
  const quote = frame.quoteToken(span)
  const { from } = frame.sentenceOf(quote)
  return [
    signatureAfter(frame, quote),
    byParallel(frame, quote, from),
    byColon(frame, quote, from),
    byCueAfter(frame, quote),
    byCueBefore(frame, quote, from),
    bySubject(frame, quote, from),
  ].filter((reading) => reading !== null)
}

/** A paragraph that ends with a colon, or that only says from whom the next one is, introduces the quotation in the next one. */
export function announcement(frame: ParsedParagraph | undefined): AttributionReading | null {
  if (frame === undefined) return null
  const from = frame.sentenceOf(frame.tokens.length - 1).from
  return byColon(frame, frame.tokens.length, from) ?? signatureIn(frame, 'before')
}

/**
 * Lima called it “a triumph,” Costa “a farce”; Lima said she was “proud”; Costa was “ashamed”: a name before the marks shares the cue of
 * the quotation before.
 */
function byParallel(frame: ParsedParagraph, quote: number, from: number): AttributionReading | null {
  const { tokens } = frame
  let end = quote
  while (end > from && isParallelVerb(tokens[end - 1])) end--
  const hasComma = end === quote && tokens[end - 1]?.text === ','
  if (hasComma) end--
  const name = frame.nameAt(end - 1)
  if (name === undefined || name.possessive || name.titleOnly || name.to !== end) return null
  // "to Lima it was “a gift”; to Costa, “a bill”"
  const isDative = hasComma && parallelPrepositions.has(tokens[name.from - 1]?.lower ?? '')
  if (hasComma && !isDative) return null
  const before = isDative ? name.from - 2 : name.from - 1
  if (before < from || !isJoiner(tokens[before], end < quote && tokens[end]?.lower !== 'as')) return null
  const earlier = quoteBefore(tokens, before, from)
  const cue = earlier < 0 ? -1 : cueBefore(frame, from, earlier)
  if (earlier < 0 || (cue < 0 && !isDative)) return null
  return {
    rule: 'same-sentence',
    phrase: { kind: 'name', from: name.from, to: name.to, name },
    cue,
    strength: 'speech',
  }
}

const isParallelVerb = (token: Token | undefined): boolean =>
  token !== undefined && (token.lower === 'as' || /^(?:is|was|are|were|only|rather|simply|just)$/.test(token.lower))

/** What joins two parallel clauses; if the second has a verb, only what begins a clause of its own. */
const isJoiner = (token: Token | undefined, hasVerb: boolean): boolean => {
  if (token === undefined) return false
  if (token.text === ';' || token.lower === 'while' || token.lower === 'whereas') return true
  return !hasVerb && (token.kind === 'quote' || token.text === ',' || token.lower === 'and' || token.lower === 'but')
}
const parallelPrepositions = new Set(['to', 'for'])
const maxParallelTokens = 12

/** The quotation before a token in its sentence, or -1. */
function quoteBefore(tokens: readonly Token[], end: number, from: number): number {
  for (let at = end; at >= Math.max(from, end - maxParallelTokens); at--) if (tokens[at]?.kind === 'quote') return at
  return -1
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

function lastCharacter({ tokens, spans, paragraph }: ParsedParagraph, quote: number): string {
  const span = spans[tokens[quote]?.span ?? -1]
  return span === undefined ? '' : paragraph.text.charAt(span.end - 1)
}
