import { joinWrapped, type ParagraphRange, type TextLine, wrapWidth } from './wrapped-lines.ts'

const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/g

/** The blocks of non-blank lines of `text` from `from` on. */
function blocksOf(text: string, from: number): TextLine[][] {
  const blocks: TextLine[][] = []
  let block: TextLine[] = []
  let start = from
  const push = (lineEnd: number) => {
    const raw = text.slice(start, lineEnd)
    const shown = raw.trim()
    if (shown !== '') {
      const indent = raw.indexOf(shown)
      block.push({ text: shown, indent, start: start + indent, end: start + indent + shown.length })
    } else if (block.length > 0) {
      blocks.push(block)
      block = []
    }
  }
  lineBreak.lastIndex = from
  for (let match = lineBreak.exec(text); match !== null; match = lineBreak.exec(text)) {
    push(match.index)
    start = match.index + match[0].length
  }
  push(text.length)
  if (block.length > 0) blocks.push(block)
  return blocks
}

/**
 * The ranges of the paragraphs of a text from offset `from` on. Every non-empty line is a paragraph, trimmed, but the lines of hard-wrapped
 * prose are joined, and a list item has its continuation lines.
 */
export function paragraphRanges(text: string, from = 0): ParagraphRange[] {
  const blocks = blocksOf(text, from)
  const width = wrapWidth(blocks)
  return blocks.flatMap((block) => joinWrapped(block, width))
}
