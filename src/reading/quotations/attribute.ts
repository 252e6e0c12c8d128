import { clauseSubject, type Phrase, phraseAt, subjectBefore } from './clauses.ts'
import { type CueStrength, cueStrength } from './cue-verbs.ts'
import type { Frame } from './frame.ts'
import { ADVERBS, AUXILIARIES, isClosedClass } from './function-words.ts'
import type { AttributionRule } from './quotation.ts'

/** How the article's own sentence introduces a quoted stretch. */
export interface Introduction {
  readonly rule: AttributionRule
  readonly phrase: Phrase | null
  /** Token of the cue, or -1. */
  readonly cue: number
  readonly strength: CueStrength | undefined
}

const REACH = 60

/** All readings of who speaks a stretch in the sentence it stands in, the surest first. */
export function introductions(frame: Frame, span: number): readonly Introduction[] {
  const quote = frame.quoteToken(span)
  const sentence = frame.sentenceOf(quote)
  return [
    byColon(frame, quote, sentence.from),
    byCueAfter(frame, quote),
    byCueBefore(frame, quote, sentence.from),
    bySource(frame, quote, sentence),
  ].filter((reading) => reading !== null)
}

function byColon(frame: Frame, quote: number, from: number): Introduction | null {
  const { tokens } = frame
  return tokens[quote - 1]?.text === ':' ? introducedAt(frame, quote, from) : null
}

function introducedAt(frame: Frame, quote: number, from: number): Introduction {
  const { tokens } = frame
  const cue = cueBetween(frame, from, quote)
  if (cue >= 0) {
    const inverted = cue === from ? phraseAt(frame, cue + 1, quote) : null
    return {
      rule: 'colon',
      phrase: inverted ?? subjectOfCue(frame, cue, from),
      cue,
      strength: cueStrength(tokens[cue]?.lower ?? ''),
    }
  }
  return { rule: 'colon', phrase: clauseSubject(frame, from, quote), cue: -1, strength: undefined }
}

/** “…,” said Ana. / “…,” Ana said. */
function byCueAfter(frame: Frame, quote: number): Introduction | null {
  const { tokens, paragraph, spans } = frame
  const span = spans[tokens[quote]?.span ?? -1]
  if (span === undefined) return null
  let at = quote + 1
  const next = tokens[at]
  if (next === undefined || next.kind === 'quote') return null
  const comma = next.text === ',' || next.text === '—' || next.text === '–' || next.text === '-'
  if (comma) at++
  const last = paragraph.text[span.end - 1] ?? ''
  const ends = comma || /[,?!…—–-]/u.test(last)
  const sentence = frame.sentenceOf(at)
  while (tokens[at] !== undefined && (ADVERBS.has(tokens[at]?.lower ?? '') || tokens[at]?.lower.endsWith('ly'))) at++
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return null
  const strength = cueStrength(token.lower)
  if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') {
    return { rule: 'cue-after', phrase: phraseAt(frame, at + 2, sentence.to), cue: at, strength: 'speech' }
  }
  if (strength !== undefined && !token.capital) {
    if (!ends && strength !== 'speech') return null
    const inverted = phraseAt(frame, at + 1, sentence.to)
    if (inverted !== null) return { rule: 'cue-after', phrase: inverted, cue: at, strength }
    return ends ? { rule: 'cue-after', phrase: null, cue: at, strength } : null
  }
  // A comma inside the marks is enough for verbs that the lexicon lacks: “…,” retaliated Ana / Ana retaliated.
  const named = frame.nameAt(at + 1)
  if (ends && named !== undefined && !token.capital && looksLikeVerb(token.lower)) {
    return { rule: 'cue-after', phrase: phraseAt(frame, at + 1, sentence.to), cue: at, strength: undefined }
  }
  const phrase = phraseAt(frame, at, sentence.to)
  if (phrase === null) return null
  const known = verbAfter(frame, phrase.to, sentence.to)
  const verb = tokens[phrase.to]
  const unknown = last === ',' && verb !== undefined && !verb.capital && looksLikeVerb(verb.lower) ? phrase.to : -1
  const cue = known >= 0 ? known : unknown
  if (cue < 0) return null
  const found = cueStrength(tokens[cue]?.lower ?? '')
  if (!ends && (found !== 'speech' || last !== '.' || cue !== phrase.to || !closes(frame, cue))) return null
  return { rule: 'cue-after', phrase, cue, strength: found }
}

const looksLikeVerb = (lower: string): boolean => /(?:ed|es|[^s]s)$/.test(lower) && !isClosedClass(lower)

/** After a full stop inside the marks, only a bare "Ana said." that ends its own sentence belongs to the quotation. */
function closes(frame: Frame, cue: number): boolean {
  const next = frame.tokens[cue + 1]
  return (
    next === undefined ||
    next.text === '.' ||
    next.text === ',' ||
    AFTER_SAID.has(next.lower) ||
    ADVERBS.has(next.lower)
  )
}

const AFTER_SAID = new Set('to in on at of during when as after before'.split(' '))

function verbAfter(frame: Frame, from: number, to: number): number {
  const { tokens } = frame
  let depth = 0
  for (let at = from; at < Math.min(to, from + REACH); at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') return -1
    if (token.text === ',' || token.text === '(' || token.text === ')') depth++
    if (token.kind === 'word' && !token.capital && cueStrength(token.lower) !== undefined) {
      if (frame.tokens[at - 1]?.lower !== 'who' || depth > 1) return at
    }
  }
  return -1
}

/** Ana said that “…” */
function byCueBefore(frame: Frame, quote: number, from: number): Introduction | null {
  const cue = cueBetween(frame, from, quote)
  if (cue < 0) return null
  const lower = frame.tokens[cue]?.lower ?? ''
  const phrase = lower === 'according' ? phraseAt(frame, cue + 2, quote) : subjectOfCue(frame, cue, from)
  return { rule: 'cue-before', phrase, cue, strength: lower === 'according' ? 'speech' : cueStrength(lower) }
}

function subjectOfCue(frame: Frame, cue: number, from: number): Phrase | null {
  return subjectBefore(frame, cue, from)
}

/** The cue nearest before a quotation in its sentence, or -1. */
function cueBetween(frame: Frame, from: number, quote: number): number {
  const { tokens } = frame
  for (let at = quote - 1; at >= Math.max(from, quote - REACH); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') continue
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') return at
    if (token.capital || cueStrength(token.lower) === undefined) continue
    if (isNoun(frame, at)) continue
    return at
  }
  return -1
}

/** A word that is a verb elsewhere ("the report", "a call", "his speech") is none after a determiner or a possessive. */
function isNoun(frame: Frame, at: number): boolean {
  const token = frame.tokens[at]
  const before = frame.tokens[at - 1]
  if (token === undefined || before === undefined) return false
  if (/(?:ed|ing)$/.test(token.lower) || token.lower === 'said' || token.lower === 'told') return false
  if (isBaseForm(token.lower)) {
    const plural = before.lower.endsWith('s') || /^(?:to|i|we|they|you|who|people|and|or|not)$/.test(before.lower)
    return !plural && !AUXILIARIES.has(before.lower) && !ADVERBS.has(before.lower)
  }
  if (before.kind === 'mark') return before.lower === '’s' || before.lower === "'s"
  return /^(?:the|a|an|his|her|their|its|our|my|your|this|that|no|any|in|of|for|by|on|with|new|recent)$/.test(
    before.lower,
  )
}

const IRREGULAR_PAST = new Set('wrote sang swore thought felt spoke went put read told began broke'.split(' '))
const isBaseForm = (lower: string): boolean => !/(?:s|ed|ing)$/.test(lower) && !IRREGULAR_PAST.has(lower)

/** A paragraph that ends with a colon announces the quotation that the next one holds. */
export function announcement(frame: Frame | undefined): Introduction | null {
  if (frame === undefined) return null
  const end = frame.tokens.length - 1
  return frame.tokens[end]?.text === ':' ? introducedAt(frame, end + 1, frame.sentenceOf(end).from) : null
}

/** The sentence before a stretch reports speech ("… , Ana said. “…”"): its speaker goes on. */
export function saidBefore(frame: Frame, span: number): Introduction | null {
  const quote = frame.quoteToken(span)
  if (quote <= 0 || frame.sentenceOf(quote).from !== quote) return null
  const before = frame.sentenceOf(quote - 1)
  const cue = cueBetween(frame, before.from, quote)
  const phrase = cue >= 0 ? subjectOfCue(frame, cue, before.from) : clauseSubject(frame, before.from, quote)
  return phrase === null ? null : { rule: 'same-paragraph', phrase, cue, strength: undefined }
}

/** The sentence names someone but has no cue: its subject, if it can be one. */
function bySource(
  frame: Frame,
  quote: number,
  sentence: { readonly from: number; readonly to: number },
): Introduction | null {
  if (quote === sentence.from) return null
  const phrase = clauseSubject(frame, sentence.from, quote)
  if (phrase === null) return null
  return { rule: 'same-sentence', phrase, cue: -1, strength: undefined }
}
