import { sentences } from '../../language/sentences/sentences.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import type { Paragraph } from '../article/article.ts'
import { bylineCredit } from '../boilerplate/bylines.ts'
import type { Candidate } from './article-details.ts'
import { bylineNames } from './authors.ts'
import { dayIn, readDay } from './day.ts'

const maxOpeningLength = 72
const maxHeadingLength = 250
const markdownHeading = /^#{1,6}\s+(?=\S)/
const closingSigns = /(?<=\s)#+$/

/** The opening words of a text. If the text is longer than `maxLength` UTF-16 units, it is cut between words and ends in "…". */
export function openingWords(text: string, maxLength: number): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= maxLength) return line
  const cut = line.slice(0, maxLength)
  const atWord = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
  return `${atWord.toWellFormed().replace(/[\s,;:\u2013\u2014-]+$/u, '')}…`
}

/** A heading as a title, on one line; null if nothing of it is visible. */
export function asTitle(heading: string): string | null {
  const line = plainLine(heading)
  return line === '' ? null : openingWords(line, maxHeadingLength)
}

/** The heading that a text begins with, marked as in Markdown or underlined, or null. Bylines and what the page prints may come before it. */
export function headingTitle(paragraphs: readonly Paragraph[]): string | null {
  const first = paragraphs.find(({ kind }) => kind === 'body' || kind === 'heading')
  if (first !== undefined && underline.test(paragraphs[first.number]?.text ?? '')) return asTitle(first.text)
  if (first?.kind !== 'heading' || !markdownHeading.test(first.text)) return null
  return asTitle(first.text.replace(markdownHeading, '').replace(closingSigns, ''))
}

/** The title of an article without one of its own: the opening words of its first sentence or heading. */
export function openingTitle(paragraphs: readonly Paragraph[]): string {
  const first = paragraphs.find(({ kind }) => kind === 'body' || kind === 'heading') ?? paragraphs[0]
  if (first === undefined) return ''
  const opening = plainLine(first.text.slice(0, 8 * maxOpeningLength))
  return openingWords(opening.slice(0, sentences(opening)[0]?.end), maxOpeningLength)
}

const dateline = unicodeRegExp(
  String.raw`^\p{Lu}[\p{L}\p{M}\p{N} .,'\u2019/-]{1,60}?\s*(?:[\u2013\u2014-]\s*)?\(((?:\p{Lu}[\p{L}\p{N}&.]*)(?:[ -]\p{Lu}[\p{L}\p{N}&.]*){0,3})\)\s*[\u2013\u2014-]`,
)

/** A dateline with a day ("PORTO VERDE, March 16, 2024 —"). */
const datedLine = unicodeRegExp(
  String.raw`^\p{Lu}[\p{L}\p{M} .'\u2019/-]{1,40}?[,(]\s*(?:\p{Lu}[\p{L}.]{1,20},\s*)?((?:\p{L}{3,9}\.?\s+\d{1,2},?|\d{1,2}\s+\p{L}{3,9}\.?)\s+\d{4})\b[^\p{L}]{0,4}(?:\([^()]{1,40}\)\s*)?[\u2013\u2014:-]`,
)
/** A place and a day on a line of their own, as letters begin ("Skarv, 9 December 1954"). */
const placeAndDay = unicodeRegExp(
  String.raw`^\p{Lu}[\p{L}\p{M} .'\u2019-]{1,40},\s*((?:the\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2},?|\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+\p{L}{3,9}\.?)\s+\d{4})\.?$`,
)
/** A property of a note or a document ("Created: March 3, 2024"). */
const dateProperty = /^:?(?:date|created|published|posted)(?: (?:at|on|time|date))?:\s+(?=\S)/i
/** The line below a heading in plain text. */
const underline = /^={3,}$/
/** A date further down is not the article's. */
const maxDateParagraph = 6

/** What the text itself states about the article: in a dateline ("PARIS (AP) —") or a byline ("XYZ Staff Jo Doe", "By Jo Doe", "3 May 2024"). */
export interface Credit {
  readonly outlet: Candidate<string> | null
  readonly authors: Candidate<readonly string[]> | null
  readonly date: Candidate<string> | null
}

/** What the text itself states about the article. */
export function creditOf(paragraphs: readonly Paragraph[]): Credit {
  let outlet: Credit['outlet'] = null
  let authors: Credit['authors'] = null
  let date: Credit['date'] = null
  for (const { kind, text, number } of paragraphs) {
    if (kind === 'byline') {
      const credit = bylineCredit(text)
      if (credit.outlet !== null) outlet ??= ['byline', credit.outlet]
      const names: readonly string[] = authors === null && credit.author !== null ? bylineNames(credit.author) : []
      if (names.length > 0) authors = ['byline', names]
      const day = number <= maxDateParagraph ? dayIn(text) : null
      if (day !== null) date ??= ['byline', day]
    } else if (number <= maxDateParagraph && date === null) {
      const day = readDay(placeAndDay.exec(text)?.[1] ?? '')
      const stated = dateProperty.test(text) ? readDay(text.replace(dateProperty, '')) : null
      if (day !== null) date = ['dateline', day]
      else if (stated !== null) date = ['byline', stated]
    }
  }
  const opening = paragraphs.find(({ kind }) => kind === 'body')
  if (opening !== undefined) {
    const name = dateline.exec(opening.text)?.[1]
    if (name !== undefined) outlet ??= ['dateline', name]
    const day = readDay(datedLine.exec(opening.text)?.[1] ?? '')
    if (day !== null) date ??= ['dateline', day]
  }
  return { outlet, authors, date }
}
