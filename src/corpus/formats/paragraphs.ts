import type { Range } from '../../language/text/range.ts'

const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/g
const sentenceEnd = /[.!?\u2026]["'\u201d\u2019)\]*_]*$/
const marker = /^(?:[-*+\u2022\u2013>#|]|\d{1,3}[.)]\s)/
const narrowest = 50
const widest = 90

/** Blank and non-blank lines of `text` from `from` on, trimmed, in order; a blank line is an empty range. */
function lines(text: string, from: number): Range[] {
  const found: Range[] = []
  let start = from
  const push = (end: number) => {
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    const at = trimmed === '' ? start : start + raw.indexOf(trimmed)
    found.push({ start: at, end: at + trimmed.length })
  }
  lineBreak.lastIndex = from
  for (let match = lineBreak.exec(text); match !== null; match = lineBreak.exec(text)) {
    push(match.index)
    start = match.index + match[0].length
  }
  push(text.length)
  return found
}

/** Whether a block of lines is hard-wrapped prose: all lines are about as wide, and only the last ends a sentence. */
function isHardWrapped(text: string, block: readonly Range[]): boolean {
  return block.every((line, at) => {
    const shown = text.slice(line.start, line.end)
    const width = shown.length
    if (marker.test(shown)) return false
    if (at === block.length - 1) return width <= widest
    return width >= narrowest && width <= widest && !sentenceEnd.test(shown)
  })
}

/**
 * The ranges of the paragraphs of a text from offset `from` on. Every non-empty line is a paragraph, trimmed. A block of lines that is
 * clearly hard-wrapped prose (50 to 90 characters wide, a sentence end only in the last line) is one paragraph.
 */
export function paragraphRanges(text: string, from = 0): Range[] {
  const found: Range[] = []
  let block: Range[] = []
  const close = () => {
    const first = block[0]
    const last = block.at(-1)
    if (first && last && block.length > 1 && isHardWrapped(text, block)) {
      found.push({ start: first.start, end: last.end })
    } else {
      for (const line of block) found.push(line)
    }
    block = []
  }
  for (const line of lines(text, from)) {
    if (line.end > line.start) block.push(line)
    else close()
  }
  close()
  return found
}
