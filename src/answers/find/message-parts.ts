import type { Range } from '../../language/text/range.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { markedSpans } from '../../reading/statements/parse/quote-marks.ts'
import type { Span } from '../../reading/statements/parse/quote-spans.ts'
import { exactWords } from './exact-words.ts'

/** A stretch of a message that is looked up on its own. */
export interface MessagePart {
  /** `marked`: words between quotation marks; `line`: a line of a block quote; `block`: several lines as one; `text`: any others. */
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

/** Neighbouring lines of a message, of a block quote without its marks or of none; a blank line parts them. */
interface Block {
  readonly lines: readonly string[]
  readonly isQuoted: boolean
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { lines: string[]; isQuoted: boolean }[] = []
  let before: boolean | null = null
  for (const line of text.split('\n')) {
    const shown = plainLine(line)
    const mark = blockQuote.exec(shown)?.[0] ?? ''
    const own = shown.slice(mark.length).trim()
    const isQuoted = mark !== ''
    if (own !== '' && isQuoted === before) blocks.at(-1)?.lines.push(own)
    else if (own !== '') blocks.push({ lines: [own], isQuoted })
    before = own === '' ? null : isQuoted
  }
  return blocks
}

function touches(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The quoted spans of a line, double marks first; single ones where they touch no double ones. What is not closed is none. */
function spansOf(text: string): readonly Span[] {
  const doubles = markedSpans(text, 'double', false).filter(({ open }) => !open)
  const singles = markedSpans(text, 'single', false).filter(
    ({ single, outer }) => single && !doubles.some((double) => touches(double.outer, outer)),
  )
  return [...doubles, ...singles].sort((a, b) => a.start - b.start)
}

/** What of a text is outside of some stretches, which are in order and apart. */
export function outside(text: string, ranges: readonly Range[]): readonly string[] {
  const edges = [0, ...ranges.flatMap(({ start, end }) => [start, end]), text.length]
  return edges
    .flatMap((start, at) => (at % 2 === 0 ? [text.slice(start, edges[at + 1]).trim()] : []))
    .filter((part) => part !== '')
}

function isTerm(text: string): boolean {
  return exactWords(text).length <= maxTermWords
}

const blankEdges =
  /^[\s"\u201c\u201d\u201e\u00ab\u00bb'\u2018\u2019.,;:\u2026\u2013\u2014-]+|[\s"\u201c\u201d\u201e\u00ab\u00bb'\u2018\u2019.,;:\u2026\u2013\u2014-]+$/gu

function part(kind: MessagePart['kind'], text: string): MessagePart {
  return { kind, text: text.replaceAll('\n', ' ').replace(blankEdges, '') }
}

/** What a block is looked up as: its quoted spans, and its lines after all of them as one, since a text may be wrapped. */
function partsOf({ lines, isQuoted }: Block): readonly MessagePart[] {
  const text = lines.join('\n')
  const spans = spansOf(text)
  const marked = spans.map(({ start, end }) => part('marked', text.slice(start, end)))
  const whole = lines.length > 1 ? [part('block', text)] : []
  if (isQuoted) return [...marked, ...whole, ...lines.map((line) => part('line', line))]
  const cut = spans.filter(({ start, end }) => !isTerm(text.slice(start, end))).map(({ outer }) => outer)
  const others = outside(text, cut).flatMap((stretch) => stretch.split('\n'))
  return [...marked, ...whole, ...others.map((other) => part('text', other))]
}

/** Quotations before block quotes, these before everything else, and last what in quotation marks is no more than a term. */
function rankOf({ kind, text }: MessagePart): number {
  if (kind === 'marked') return isTerm(text) ? 3 : 0
  return kind === 'text' ? 2 : 1
}

/** The parts of a message's plain text in the order in which they are looked up, each once. */
export function messageParts(message: string): MessageParts {
  const all = blocksOf(message.slice(0, maxText).toWellFormed())
    .flatMap(partsOf)
    .sort((a, b) => rankOf(a) - rankOf(b))
  const distinct = new Map<string, MessagePart>()
  for (const one of all) {
    const key = exactWords(one.text)
      .map(({ folded }) => folded)
      .join(' ')
    const known = distinct.get(key)
    // What is all of a line is a quotation rather than a line, be it a term.
    if (key !== '' && (known === undefined || one.kind === 'marked'))
      distinct.set(key, known === undefined ? one : { ...known, kind: one.kind })
  }
  const parts = [...distinct.values()]
  return { parts: parts.slice(0, maxParts), isCut: parts.length > maxParts || message.trimEnd().length > maxText }
}
