import type { Article, Paragraph } from '../../../corpus/article/article.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Span, Turn } from './quote-spans.ts'
import { hasFirstName, interviewed, isUnnamed, type Label, labelIn, nameAlone, speakersOf } from './turn-labels.ts'

/** A speaker label at the start of a paragraph, possibly after an opening mark: "LIMA:", "Ana Lima:". */
const labelPattern = unicodeRegExp(
  String.raw`^["“]?\s*(\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3})(?: \([^()]{1,40}\))?:\s+(?=[“"‘([]?\p{L})`,
)
/** A transcript has at least two speakers, and each speaks at least twice. */
const minTurns = 2
const minSpeakers = 2

/** The names that have enough turns to be those of speakers. */
function repeatedIn(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= minTurns).map(([name]) => name))
}

/** The speaker labels if the paragraphs are a transcript; otherwise empty. */
export function transcriptLabels(paragraphs: readonly string[]): ReadonlySet<string> {
  const speakers = repeatedIn(paragraphs.flatMap((text) => labelPattern.exec(text)?.[1] ?? []))
  return speakers.size >= minSpeakers ? speakers : new Set()
}

/** Paragraphs without a label continue a turn only if at least this share of those from the first label on have labels. */
const minLabelShare = 0.3
/** The minimum share of repeated names that begin with a common first name. */
const minFirstNameShare = 0.5

/** The labels that are lines with a name alone, if people who speak in turn have them: repeated, and many with a common first name. */
function repeatedNames(paragraphs: readonly Paragraph[]): readonly (Label | null)[] {
  const alone = paragraphs.map(({ text }) => nameAlone(text))
  const repeated = repeatedIn(alone.flatMap((label) => label?.name ?? []))
  const named = [...repeated].filter((name) => !isUnnamed(name))
  const isTranscript =
    repeated.size >= minSpeakers && named.filter(hasFirstName).length >= Math.max(1, named.length * minFirstNameShare)
  return isTranscript ? alone.map((label) => (label !== null && repeated.has(label.name) ? label : null)) : []
}

/**
 * The turns of a transcript by their paragraphs; none if the paragraphs are not a transcript. In a transcript at least two speakers have two turns
 * each. A paragraph without a label between two turns continues the first of them. Labels of one name that is given nowhere in full are left to
 * the reading of names.
 */
export function transcriptTurns(article: Pick<Article, 'title' | 'paragraphs'>): ReadonlyMap<Paragraph, Turn> {
  const paragraphs = article.paragraphs.filter(({ kind }) => kind === 'body' || kind === 'heading')
  const headings = [article.title, ...paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text)]
  const alone = repeatedNames(paragraphs)
  const labels = paragraphs.map(({ text, form, kind }, at) => {
    if (form === 'row' || form === 'item' || form === 'header') return null
    const label = labelIn(text) ?? alone[at] ?? null
    return kind === 'heading' && label?.words !== null ? null : label
  })
  const stated = labels.filter((label) => label !== null)
  const speakers = speakersOf(stated, headings)
  const whose = ({ name }: Label) => speakers.get(name) ?? name
  const repeated = repeatedIn(stated.map(whose))
  const isSpeaker = (label: Label) => repeated.has(whose(label))
  if (repeated.size < minSpeakers)
    return boldInterview(
      paragraphs.filter(({ kind }) => kind === 'body'),
      headings,
    )
  const first = labels.findIndex((label) => label !== null)
  const last = labels.findLastIndex((label) => label !== null)
  const bodies = paragraphs.slice(first).filter(({ kind }) => kind === 'body').length
  const isDense = stated.filter(isSpeaker).length >= bodies * minLabelShare
  const turns = new Map<Paragraph, Turn>()
  let current: Turn | null = null
  for (const [at, paragraph] of paragraphs.entries()) {
    const label = labels[at] ?? null
    if (label !== null) {
      const { start, end, words, name } = label
      const speaker = speakers.get(name) ?? null
      const isKnown = isSpeaker(label) && (speaker !== null || isUnnamed(name))
      // A heading is not shown as the mention of a speaker.
      const place = paragraph.kind === 'heading' ? null : { paragraph: paragraph.number, start, end }
      current = isKnown ? { speaker, label: place, start: words ?? 0, number: at } : null
      if (current !== null && words !== null) turns.set(paragraph, current)
    } else if (paragraph.kind === 'heading') current = null
    else if (current !== null) {
      // After the last label, only a label on a line of its own is certain to introduce the next paragraph.
      const follows = labels[at - 1]?.words === null
      if (follows || (isDense && at < last && paragraph.form === undefined))
        turns.set(paragraph, { ...current, start: 0 })
      else current = null
    }
  }
  return turns
}

/**
 * The turns of an interview whose questions are bold and have no labels: an answer is of the person that a heading says is interviewed. Who asks
 * is not clear. After the last question, only the next paragraph is certain to be an answer.
 */
function boldInterview(body: readonly Paragraph[], headings: readonly string[]): ReadonlyMap<Paragraph, Turn> {
  const isQuestion = ({ form, text }: Paragraph) => form === 'bold' && text.endsWith('?')
  const speaker = interviewed(headings)
  if (speaker === null || body.filter(isQuestion).length < minTurns) return new Map()
  const last = body.findLastIndex(isQuestion)
  const turns = new Map<Paragraph, Turn>()
  let question: Paragraph | null = null
  let number = 0
  for (const [at, paragraph] of body.entries()) {
    if (isQuestion(paragraph)) {
      question = paragraph
      turns.set(paragraph, { speaker: null, label: null, start: 0, number: ++number })
    } else if (question !== null && paragraph.form === undefined && at <= last + 1) {
      if (body[at - 1] === question) number += 1
      turns.set(paragraph, { speaker, label: null, start: 0, number })
    }
  }
  return turns
}

/** The words of a turn as a span of its paragraph. */
export function turnSpan({ text }: Paragraph, turn: Turn): Span {
  const end = text.replace(/\s*(?:\*\*|__)?\s*$/, '').length
  return { ...wholeTurnPattern, turn, start: turn.start, end, outer: { start: turn.start, end: text.length } }
}

/**
 * In a transcript the words after a label are a quotation with or without marks; the label is not part of it. Other paragraphs
 * keep their spans.
 */
export function transcriptSpans(text: string, labels: ReadonlySet<string>, spans: readonly Span[]): readonly Span[] {
  const match = labels.size === 0 ? null : labelPattern.exec(text)
  const label = match?.[1]
  if (match === null || label === undefined || !labels.has(label)) return spans
  const start = match[0].length
  const first = spans[0]
  if (first !== undefined && first.start < start && first.end > start) {
    return [{ ...first, start, outer: { start, end: first.outer.end } }, ...spans.slice(1)]
  }
  return [{ ...wholeTurnPattern, start, end: text.length, outer: { start, end: text.length } }]
}

/** The mark of a block quote in plain text; a parsed block quote has none. */
const quoteMark = /^>\s*(?=[^\s>])/

/** The line of a block quote that names who said it: "— Ana Lima". */
const signaturePattern = unicodeRegExp(String.raw`^(?:>\s*)?[–—―-]+ ?\p{Lu}.{0,150}$`)

/** A block quote is a quotation without marks, except a line that signs it. */
export function blockQuoteSpans({ text, form }: Paragraph, spans: readonly Span[]): readonly Span[] {
  if (spans.length > 0 || signaturePattern.test(text)) return spans
  const start = form === 'quote' ? 0 : quoteMark.exec(text)?.[0].length
  if (start === undefined) return spans
  return [{ ...wholeTurnPattern, start, end: text.length, outer: { start: 0, end: text.length } }]
}

const wholeTurnPattern = { open: false, continued: false, single: false, unmarked: true } as const
