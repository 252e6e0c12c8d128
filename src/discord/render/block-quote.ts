import { sentences } from '../../language/sentences/sentences.ts'
import type { Range } from '../../language/text/range.ts'
import { fromMarkdown, toMarkdown } from '../markdown/escape-markdown.ts'

const quoteMark = '> '

/** A text's own characters as a block quote, its highlights in bold. */
export function blockQuote(text: string, highlights: readonly Range[]): string {
  return toMarkdown(text, highlights)
    .split('\n')
    .map((line) => quoteMark + line)
    .join('\n')
}

/** The text that `blockQuote` made `shown` of. */
export function readBlockQuote(shown: string): string {
  return fromMarkdown(
    shown
      .split('\n')
      .map((line) => line.slice(quoteMark.length))
      .join('\n'),
  )
}

/** The part of a text that fits, and how many of its characters are left out. */
export interface Fitted {
  readonly text: string
  readonly highlights: readonly Range[]
  readonly left: number
}

/** The first sentences of a text whose block quote is at most `room` characters long; none where the first is too long. */
export function fitSentences(text: string, highlights: readonly Range[], room: number): Fitted {
  if (blockQuote(text, highlights).length <= room) return { text, highlights, left: 0 }
  // What is longer as it stands cannot fit when it is marked; its last sentence may be cut by the slice, and is left out.
  const looked = text.slice(0, room)
  const whole = looked.length === text.length
  const found = sentences(looked).map((sentence) => sentence.end)
  const ends = whole ? found : found.slice(0, -1)
  const fits = (end: number) => blockQuote(text.slice(0, end), within(highlights, end)).length <= room
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
