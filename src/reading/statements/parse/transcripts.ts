import type { Paragraph } from '../../../corpus/article/article.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Span } from './quote-spans.ts'

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
