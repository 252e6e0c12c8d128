import { markedSpans } from '../../reading/quotations/marks.ts'
import type { Span } from '../../reading/quotations/spans.ts'
import { plainLine } from '../../text/normalise.ts'
import type { Range } from '../../text/range.ts'
import { exactWords } from './exact-words.ts'

/** A stretch of a message that is looked up on its own. */
export interface MessagePart {
  /** `marked`: words between quotation marks; `line`: a line of a block quote; `block`: several as one; `text`: any others. */
  readonly kind: 'marked' | 'line' | 'block' | 'text'
  /** Its words as the message has them, on one line, marks excluded. */
  readonly text: string
}

/** The parts of a message, and whether it has more than are looked up. */
export interface MessageParts {
  readonly parts: readonly MessagePart[]
  readonly isCut: boolean
}

/** Only so much of a message is looked up, in UTF-16 units and in parts. */
export const maxText = 6000
export const maxParts = 24
/** Words in marks up to this number may be a term in a sentence of the message's own, and are left in it, too. */
const maxTermWords = 3

const blockQuote = /^(?:>\s?)+/

/** A line of a message without the marks of a block quote. */
interface Line {
  readonly text: string
  readonly isQuoted: boolean
}

function linesOf(text: string): readonly Line[] {
  return text
    .split('\n')
    .map((line) => {
      const shown = plainLine(line)
      const mark = blockQuote.exec(shown)?.[0] ?? ''
      return { text: shown.slice(mark.length).trim(), isQuoted: mark !== '' }
    })
    .filter((line) => line.text !== '')
}

function touches(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The marked stretches of a line, double marks first; single ones where they touch no double ones. What is not closed is none. */
function spansOf(text: string): readonly Span[] {
  const doubles = markedSpans(text, 'double', false).filter(({ open }) => !open)
  const singles = markedSpans(text, 'single', false).filter(
    ({ single, outer }) => single && !doubles.some((double) => touches(double.outer, outer)),
  )
  return [...doubles, ...singles].sort((a, b) => a.start - b.start)
}

/** What of a line stands outside of some stretches. */
function outside(text: string, ranges: readonly Range[]): readonly string[] {
  const edges = [0, ...ranges.flatMap(({ start, end }) => [start, end]), text.length]
  return edges
    .flatMap((start, at) => (at % 2 === 0 ? [text.slice(start, edges[at + 1]).trim()] : []))
    .filter((part) => part !== '')
}

/** The lines of block quotes, behind neighbouring ones as one: a quotation may be wrapped. */
function quotedParts(lines: readonly Line[]): readonly MessagePart[] {
  const blocks: string[][] = []
  let isOpen = false
  for (const { text, isQuoted } of lines) {
    if (isQuoted && isOpen) blocks.at(-1)?.push(text)
    else if (isQuoted) blocks.push([text])
    isOpen = isQuoted
  }
  return blocks.flatMap((block): MessagePart[] => [
    ...(block.length > 1 ? [{ kind: 'block' as const, text: block.join(' ') }] : []),
    ...block.map((text) => ({ kind: 'line' as const, text })),
  ])
}

/** Whether words are no more than a term. */
export function isTerm(text: string): boolean {
  return exactWords(text).length <= maxTermWords
}

/**
 * The parts of a message's plain text in the order in which they are looked up: what stands in quotation marks, the lines
 * that begin with `>`, everything else line by line, and last what in quotation marks is no more than a term.
 */
export function messageParts(message: string): MessageParts {
  const lines = linesOf(message.slice(0, maxText).toWellFormed())
  const marked: MessagePart[] = []
  const texts: MessagePart[] = []
  for (const { text, isQuoted } of lines) {
    const spans = spansOf(text)
    for (const { start, end } of spans) marked.push({ kind: 'marked', text: text.slice(start, end) })
    if (isQuoted) continue
    const cut = spans.filter(({ start, end }) => !isTerm(text.slice(start, end))).map(({ outer }) => outer)
    for (const part of outside(text, cut)) texts.push({ kind: 'text', text: part })
  }
  const [terms, quotations] = [marked.filter(({ text }) => isTerm(text)), marked.filter(({ text }) => !isTerm(text))]
  const distinct = new Map<string, MessagePart>()
  for (const part of [...quotations, ...quotedParts(lines), ...texts, ...terms]) {
    const key = exactWords(part.text)
      .map(({ folded }) => folded)
      .join(' ')
    if (key !== '' && !distinct.has(key)) distinct.set(key, part)
  }
  const parts = [...distinct.values()]
  return { parts: parts.slice(0, maxParts), isCut: parts.length > maxParts || message.trimEnd().length > maxText }
}
