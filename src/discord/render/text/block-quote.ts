import { sentences } from '../../../language/sentences/sentences.ts'
import type { Range } from '../../../language/text/range.ts'
import { fromMarkdown, toMarkdown } from '../../markdown/escape-markdown.ts'

/** How large a quote is shown. */
export type QuoteSize = 'normal' | 'small'

const quoteMarks: Readonly<Record<QuoteSize, string>> = { normal: '> ', small: '> -# ' }
const empty = /^\s*$/

/** The mark before a line of a quote. Small print without text would show its own mark. */
function markOf(line: string, size: QuoteSize): string {
  return empty.test(line) ? quoteMarks.normal : quoteMarks[size]
}

/** A text as a block quote, with its highlights in bold. */
export function blockQuote(text: string, highlights: readonly Range[], size: QuoteSize = 'normal'): string {
  return toMarkdown(text, highlights)
    .split('\n')
    .map((line) => markOf(line, size) + line)
    .join('\n')
}

/** The inverse of `blockQuote`. */
export function readBlockQuote(shown: string, size: QuoteSize = 'normal'): string {
  return fromMarkdown(
    shown
      .split('\n')
      .map((line) => line.slice(line.startsWith(quoteMarks[size]) ? quoteMarks[size].length : quoteMarks.normal.length))
      .join('\n'),
  )
}

/** The part of a text that fits, and how many characters are left out. */
export interface Fitted {
  readonly text: string
  readonly highlights: readonly Range[]
  readonly left: number
}

/** The first sentences of a text whose block quote has at most `maxLength` characters; none if the first sentence is too long. */
export function fitSentences(
  text: string,
  highlights: readonly Range[],
  maxLength: number,
  size: QuoteSize = 'normal',
): Fitted {
  if (blockQuote(text, highlights, size).length <= maxLength) return { text, highlights, left: 0 }
  // Escapes only make a text longer. The slice may cut its last sentence, which is left out.
  const start = text.slice(0, maxLength)
  const whole = start.length === text.length
  const found = sentences(start).map((sentence) => sentence.end)
  const ends = whole ? found : found.slice(0, -1)
  const fits = (end: number) => blockQuote(text.slice(0, end), within(highlights, end), size).length <= maxLength
  let [fitting, tooMany] = [0, ends.length + 1]
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    if (fits(ends[middle - 1] ?? 0)) fitting = middle
    else tooMany = middle
  }
  const end = ends[fitting - 1] ?? 0
  return { text: text.slice(0, end), highlights: within(highlights, end), left: text.length - end }
}

function within(ranges: readonly Range[], end: number): readonly Range[] {
  return ranges.filter((range) => range.end <= end)
}
