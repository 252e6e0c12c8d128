import type { Article, Paragraph } from '../../../corpus/article/article.ts'
import type { Range } from '../../../language/text/range.ts'
import type { AttributionReading } from '../grammar/attribution-reading.ts'
import { attributionReadings } from '../grammar/attribution-rules.ts'
import { roleNextTo } from '../grammar/job-titles.ts'
import { headlineNames, isHeadline, isInCapitals } from '../parse/headlines.ts'
import { findNames, type Spelling } from '../parse/name-phrases.ts'
import { nicknames } from '../parse/nicknames.ts'
import { type ParsedParagraph, parseParagraph, spellingOf, withoutInsertions } from '../parse/parsed-paragraph.ts'
import { markedSpans, outerMarks } from '../parse/quote-marks.ts'
import type { Span, Turn } from '../parse/quote-spans.ts'
import { tokenize } from '../parse/tokenize.ts'
import { blockQuoteSpans, transcriptLabels, transcriptSpans, transcriptTurns, turnSpan } from '../parse/transcripts.ts'
import { createNameBook, type Entity, type EntityIndex, type NameSeen } from './entity-index.ts'
import { findMentions, type Mention } from './mentions.ts'

/** An article prepared for reading: its body paragraphs as frames, and all its named entities. */
export interface ParsedArticle {
  readonly frames: readonly ParsedParagraph[]
  readonly entities: EntityIndex
  readonly spelling: Spelling
  /** The mentions of each frame, in order. */
  readonly mentions: readonly (readonly Mention[])[]
  /** What the sentence of a span says about its speaker. */
  readings(frame: number, span: number): readonly AttributionReading[]
  /** The first role that the article gives each entity, as worded. */
  readonly roles: ReadonlyMap<Entity, string>
}

export function readParsedArticle(article: Article): ParsedArticle {
  const body = article.paragraphs.filter((paragraph) => paragraph.kind === 'body')
  const nicks = body.map(({ text }) => nicknames(text))
  const spans = spansOf(body, nicks, transcriptTurns(article))
  const tokens = body.map(({ text }, index) => withoutInsertions(tokenize(text, spans[index] ?? [], nicks[index])))
  const seen = spellingOf(tokens)
  const frames = body.map((paragraph, index) =>
    parseParagraph(paragraph, spans[index] ?? [], tokens[index] ?? [], seen),
  )
  const entities = createNameBook(namesOf(article, frames, seen))
  const mentions = frames.map((frame, index) =>
    isInCapitals(frame.tokens) ? [] : findMentions(frame, index, entities),
  )
  return { frames, entities, spelling: seen, mentions, readings: readingsOf(frames), roles: rolesOf(frames, mentions) }
}

/** Reads each span's sentence once, on first use. */
function readingsOf(frames: readonly ParsedParagraph[]): ParsedArticle['readings'] {
  const known = new Map<ParsedParagraph, (readonly AttributionReading[])[]>()
  return (index, span) => {
    const frame = frames[index]
    if (frame === undefined) return []
    const list = known.get(frame) ?? []
    if (list.length === 0) known.set(frame, list)
    const readings = list[span] ?? attributionReadings(frame, span)
    list[span] = readings
    return readings
  }
}

function rolesOf(
  frames: readonly ParsedParagraph[],
  mentions: readonly (readonly Mention[])[],
): ReadonlyMap<Entity, string> {
  const roles = new Map<Entity, string>()
  for (const [index, frame] of frames.entries()) {
    for (const { entity, name } of mentions[index] ?? []) {
      if (entity === null || name === null || roles.has(entity)) continue
      const role = roleNextTo(frame, name)
      if (role !== null) roles.set(entity, role)
    }
  }
  return roles
}

/** A paragraph with more quotation marks is not prose: no quotation is read from it. */
const maxMarks = 5_000
const quotationMark = /["“”„«»‘’']/g

function hasTooManyMarks(text: string): boolean {
  if (text.length <= maxMarks) return false
  let count = 0
  for (const _mark of text.matchAll(quotationMark)) if (++count > maxMarks) return true
  return false
}

function spansOf(
  body: readonly Paragraph[],
  nicks: readonly (readonly Range[])[],
  turns: ReadonlyMap<Paragraph, Turn>,
): readonly (readonly Span[])[] {
  const texts = body.map(({ text }) => (hasTooManyMarks(text) ? '' : text))
  const marks = outerMarks(texts)
  const labels = transcriptLabels(texts)
  let continuing = false
  return body.map((paragraph, index) => {
    const text = texts[index] ?? ''
    const turn = turns.get(paragraph)
    if (turn !== undefined && turn.start < paragraph.text.length) return [turnSpan(paragraph, turn)]
    const names = new Set((nicks[index] ?? []).flatMap(({ start, end }) => [start, end]))
    // Parentheses of a nickname are outside its marks.
    const marked = markedSpans(text, marks, continuing).filter(
      ({ outer: { start, end } }) =>
        !(names.has(start) && names.has(end)) && !(names.has(start - 1) && names.has(end + 1)),
    )
    const spans = blockQuoteSpans(paragraph, transcriptSpans(text, labels, marked))
    continuing = spans.at(-1)?.open ?? false
    return spans
  })
}

/** The names of an article: of its text and quoted words in reading order, of its captions, of the headlines within it. */
function* namesOf(article: Article, frames: readonly ParsedParagraph[], seen: Spelling): Generator<NameSeen> {
  for (const { tokens, names, spans, paragraph } of frames) {
    if (isHeadline(tokens)) continue
    for (const phrase of names) yield { tokens, phrase }
    for (const span of spans) yield* namesIn(paragraph.text.slice(span.start, span.end), seen)
  }
  for (const { kind, text } of article.paragraphs) if (kind === 'caption') yield* namesIn(text, seen)
  for (const { tokens } of frames)
    if (isHeadline(tokens)) for (const phrase of headlineNames(tokens)) yield { tokens, phrase }
}

function* namesIn(text: string, seen: Spelling): Generator<NameSeen> {
  const tokens = tokenize(text, [], nicknames(text))
  for (const phrase of findNames(tokens, seen)) yield { tokens, phrase }
}
