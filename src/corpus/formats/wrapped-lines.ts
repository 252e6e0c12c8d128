import type { Range } from '../../language/text/range.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'

// Prose that was wrapped at a fixed width. A line of it is wrapped if the first word of the next line would not have fit.

/** A non-blank line, trimmed. */
export interface TextLine extends Range {
  readonly text: string
  /** How many characters of white space it begins with. */
  readonly indent: number
}

/** The range of a paragraph of a plain text. */
export interface ParagraphRange extends Range {
  /** Whether it is a part of a block of several lines. Such a line is never a heading. */
  readonly isInBlock: boolean
}

const minWidth = 40
const maxWidth = 130
/** Lines of verse are seldom as wide. */
const minProseWidth = 60
/** How many of the lines of a block must be filled if it is wrapped. */
const minFilledShare = 0.6

const item = /^(?:[-*+\u2022\u2013][ \t]|\d{1,3}[.)]\s)/
/** Lines that are never part of another one: headings, rows of tables, rules. */
const alone = /^(?:#{1,6}\s|\||[^\p{L}\p{N}]+$)/u
const sentenceEnd = /[.!?\u2026:]["'\u201d\u2019)\]*_]*$/
const startsLower = unicodeRegExp(String.raw`^(?:>\s*)?["'\u201c\u2018(]?\p{Ll}`)
const firstWord = /^(?:>\s*)?\S+/
const quote = /^>/

/** The column at which a line ends. */
function columns({ text, indent }: TextLine): number {
  return indent + text.length
}

/** Whether a line is filled: the first word of the next one would not have fit into `width` columns. */
function isFilled(line: TextLine, next: TextLine, width: number): boolean {
  return columns(line) + 1 + (firstWord.exec(next.text)?.[0].length ?? 0) > width
}

/** Whether a line cannot be joined with the next one, whatever their widths. */
function isBoundary(line: TextLine, next: TextLine): boolean {
  return (
    alone.test(line.text) ||
    alone.test(next.text) ||
    item.test(next.text) ||
    quote.test(line.text) !== quote.test(next.text)
  )
}

/** The width of the widest line of a block, without lines of one word, which are not wrapped. */
function widthOf(block: readonly TextLine[]): number {
  return block.reduce((widest, line) => (/\s/.test(line.text) ? Math.max(widest, columns(line)) : widest), 0)
}

/** The width at which a block is wrapped, if its own lines leave no doubt: most are filled, and one breaks off in the middle of a sentence. */
function ownWidth(block: readonly TextLine[]): number | null {
  const width = widthOf(block)
  if (block.length < 2 || width < minWidth || width > maxWidth) return null
  let joints = 0
  let filled = 0
  let breaksOff = false
  for (const [at, line] of block.entries()) {
    const next = block[at + 1]
    if (next === undefined || isBoundary(line, next)) continue
    joints += 1
    if (!isFilled(line, next, width)) continue
    filled += 1
    const isProse = startsLower.test(next.text) || (block.length > 2 && width >= minProseWidth)
    breaksOff ||= isProse && !sentenceEnd.test(line.text)
  }
  return breaksOff && filled >= joints * minFilledShare ? width : null
}

/** The width at which the blocks of a text are wrapped: the median of those that leave no doubt; null if there are none. */
export function wrapWidth(blocks: readonly (readonly TextLine[])[]): number | null {
  const widths = blocks.map(ownWidth).filter((width) => width !== null)
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? null
}

/** Whether a line continues the one before it. `width`: that of the block, null if it is not wrapped. */
function continues(line: TextLine, next: TextLine, first: TextLine, width: number | null): boolean {
  if (isBoundary(line, next)) return false
  if (item.test(first.text) && next.indent > first.indent) return true
  if (width === null) return false
  if (isFilled(line, next, width)) return true
  return startsLower.test(next.text) && !sentenceEnd.test(line.text) && columns(line) > width / 2
}

/** The paragraphs of a block. `common` is the width at which other blocks of the text are wrapped. */
export function joinWrapped(block: readonly TextLine[], common: number | null): ParagraphRange[] {
  const own = ownWidth(block)
  const widest = widthOf(block)
  const width = own ?? (common !== null && widest <= Math.max(common, maxWidth) ? Math.max(common, widest) : null)
  const isInBlock = block.length > 1 && widest <= maxWidth
  const found: ParagraphRange[] = []
  let first = block[0]
  for (const [at, line] of block.entries()) {
    const next = block[at + 1]
    if (first === undefined) break
    if (next !== undefined && continues(line, next, first, width)) continue
    found.push({ start: first.start, end: line.end, isInBlock })
    first = next
  }
  return found
}
