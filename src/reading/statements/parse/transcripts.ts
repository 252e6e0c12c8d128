import type { Paragraph } from '../../../corpus/article/article.ts'
import { isTitleCase } from '../../../language/text/title-case.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Span, Turn } from './quote-spans.ts'

/** A speaker label at the start of a paragraph, possibly after an opening mark: "LIMA:", "Ana Lima:". */
const labelPattern = unicodeRegExp(
  String.raw`^["“]?\s*(\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3})(?: \([^()]{1,40}\))?:\s+(?=[“"‘([]?\p{L})`,
)
/** A transcript has at least two speakers, and each speaks at least twice. */
const minTurns = 2
const minSpeakers = 2

/** The speaker labels if the paragraphs are a transcript; otherwise empty. */
export function transcriptLabels(paragraphs: readonly string[]): ReadonlySet<string> {
  const turns = new Map<string, number>()
  for (const text of paragraphs) {
    const label = labelPattern.exec(text)?.[1]
    if (label !== undefined) turns.set(label, (turns.get(label) ?? 0) + 1)
  }
  const speakers = [...turns].filter(([, count]) => count >= minTurns).map(([label]) => label)
  return new Set(speakers.length >= minSpeakers ? speakers : [])
}

/** A time at the start of a turn: "[00:00:12]", "(1:05)", "12:30 –". */
const time = String.raw`(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s*(?:[\u2013\u2014-]\s*)?)?`
const namePart = String.raw`\p{Lu}[\p{L}\p{M}.'\u2019-]{0,30}`
const particle = '(?:de|da|do|dos|di|du|van|von|der|den|of|la|le|el|al|bin)'
const fullLabel = String.raw`(${namePart}(?: (?:${namePart}|${particle})){0,5})(?:,? \([^()]{1,60}\))?`
/** A label followed by the words of the turn, and a label on a line of its own. */
const turnPattern = unicodeRegExp(
  String.raw`^\s*(?:>>\s*)?(?:\*\*|__)?${time}${fullLabel}\s*:(?:\*\*|__)?\s+(?:\*\*|__)?(?=[\u201c"\u2018'([\u2026\u2014-]{0,2}\s?\p{L})`,
)
const linePattern = unicodeRegExp(
  String.raw`^\s*(?:\*\*|__)?${time}${fullLabel}\s*(?::(?:\*\*|__)?|(?:\*\*|__)?\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?)$`,
)
const initialsPattern = unicodeRegExp(String.raw`^(?:\p{Lu}\.?){2,4}$`)
const interviewWith =
  /\b(?:interview(?:s|ed)?|conversation|q ?& ?a|talk(?:s|ing)?|chat(?:s|ting)?|speak(?:s|ing)?|questions) (?:with|for|to) /i
const capitalWords = unicodeRegExp(
  String.raw`\p{Lu}[\p{L}\p{M}.'\u2019-]+(?: (?:${namePart}|${particle})){0,3} \p{Lu}[\p{L}\p{M}'\u2019-]+`,
)
const capitalised = unicodeRegExp(String.raw`\p{L}[\p{L}\p{M}'\u2019]*`, 'g')
/** From its first label on, at least this share of a transcript's paragraphs have labels, if paragraphs without one continue a turn. */
const minLabelShare = 0.3

interface Label {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Where the words begin; null if the label is on a line of its own. */
  readonly words: number | null
}

/** The fewest words of a headline that looks like a labelled turn: "Mayor Lima: The Pier Is Safe and Will Stay Open". */
const minHeadlineWords = 6
const maxHeadlineWords = 40

function isTitleCaseLine(text: string): boolean {
  const words = text.split(/\s+/, maxHeadlineWords + 1)
  return words.length >= minHeadlineWords && words.length <= maxHeadlineWords && isTitleCase(words)
}

function labelIn(text: string): Label | null {
  if (isTitleCaseLine(text)) return null
  const match = turnPattern.exec(text) ?? linePattern.exec(text)
  const name = match?.[1]
  if (match === null || name === undefined) return null
  const start = text.indexOf(name)
  const isLine = match[0].length === text.length
  return { name, start, end: start + name.length, words: isLine ? null : match[0].length }
}

/** A name in capitals as it is usually written: "MARTA DIAS" is Marta Dias. */
function asName(label: string): string {
  if (label !== label.toUpperCase() || !label.includes(' ')) return label
  return label.replace(capitalised, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .filter((letter) => letter !== letter.toLowerCase())
    .join('')
}

/** The person that a heading says is interviewed ("An interview with Ana Lima"), or null. */
function interviewed(headings: readonly string[]): string | null {
  for (const heading of headings) {
    const match = interviewWith.exec(heading)
    const name = match === null ? null : capitalWords.exec(heading.slice(match.index + match[0].length))
    if (name?.index === 0) return name[0]
  }
  return null
}

/** Whom each label stands for: names in full, initials and single names after the first full one, "A:" by the heading. */
function speakersOf(labels: readonly Label[], headings: readonly string[]): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  const full = [...new Set(labels.map(({ name }) => asName(name)).filter((name) => name.includes(' ')))]
  const only = (names: readonly string[]) => (names.length === 1 ? (names[0] ?? null) : null)
  for (const { name } of labels) {
    if (found.has(name)) continue
    const shown = asName(name)
    if (shown.includes(' ')) found.set(name, shown)
    else if (name === 'Q' || name === 'A') found.set(name, name === 'A' ? interviewed(headings) : null)
    else if (initialsPattern.test(name)) {
      const letters = name.replaceAll('.', '')
      found.set(name, only(full.filter((one) => initialsOf(one) === letters)))
    } else {
      const folded = name.toLowerCase()
      found.set(name, only(full.filter((one) => one.toLowerCase().split(' ').includes(folded))))
    }
  }
  return found
}

/**
 * The turns of a transcript by their paragraphs; none if the paragraphs are no transcript. In a transcript at least two speakers have two turns
 * each. A paragraph without a label between two turns continues the first of them. Labels of one name that is given nowhere in full are left to
 * the reading of names.
 */
export function transcriptTurns(body: readonly Paragraph[], headings: readonly string[]): ReadonlyMap<Paragraph, Turn> {
  const labels = body.map(({ text, form }) => (form === 'row' || form === 'item' ? null : labelIn(text)))
  const stated = labels.filter((label) => label !== null)
  const speakers = speakersOf(stated, headings)
  const counts = new Map<string, number>()
  for (const { name } of stated) {
    const who = speakers.get(name) ?? name
    counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  const isSpeaker = ({ name }: Label) => (counts.get(speakers.get(name) ?? name) ?? 0) >= minTurns
  if ([...counts.values()].filter((count) => count >= minTurns).length < minSpeakers)
    return boldInterview(body, headings)
  const first = labels.findIndex((label) => label !== null)
  const last = labels.findLastIndex((label) => label !== null)
  const isDense = stated.filter(isSpeaker).length >= (body.length - first) * minLabelShare
  const turns = new Map<Paragraph, Turn>()
  let current: Turn | null = null
  for (const [at, paragraph] of body.entries()) {
    const label = labels[at] ?? null
    if (label !== null) {
      const { start, end, words, name } = label
      const speaker = speakers.get(name) ?? null
      const isKnown = isSpeaker(label) && (speaker !== null || name === 'Q' || name === 'A')
      current = isKnown
        ? { speaker, label: { paragraph: paragraph.number, start, end }, start: words ?? 0, number: at }
        : null
      if (current !== null && words !== null) turns.set(paragraph, current)
    } else if (current !== null) {
      // Behind the last label only its own line is certain to introduce the next paragraph.
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
 * is not clear. Behind the last question only the next paragraph is certain to be an answer.
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
