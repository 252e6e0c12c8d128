import { overlaps, type Range } from '../../language/text/range.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { markedSpans } from '../../reading/statements/parse/quote-marks.ts'
import type { Span } from '../../reading/statements/parse/quote-spans.ts'
import { exactWords } from '../answer/exact-words.ts'

/** A span of a message that is looked up on its own. */
export interface MessagePart {
  /** `marked`: words between quotation marks; `line`: a line of a block quote; `block`: several lines as one; `text`: any other text. */
  readonly kind: 'marked' | 'line' | 'block' | 'text'
  /** Its words as the message has them, on one line, without quotation marks. */
  readonly text: string
}

/** The parts of a message, and whether it has more parts than are looked up. */
export interface MessageParts {
  readonly parts: readonly MessagePart[]
  readonly isCut: boolean
}

/** The maximum length of a message that is looked up, in UTF-16 units, and the maximum number of parts. */
export const maxText = 6000
export const maxParts = 24
/** Up to this many words in quotation marks may be a term in a sentence of the message, so they also stay in the sentence. */
const maxTermWords = 3

const blockQuote = /^(?:>\s?)+/

/** Consecutive lines of a message, either of a block quote (without its marks) or of other text. A blank line separates them. */
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

/** The quoted spans of a line: double marks first, then single marks that do not overlap them. An unclosed quotation is not a span. */
function spansOf(text: string): readonly Span[] {
  const doubles = markedSpans(text, 'double', false).filter(({ open }) => !open)
  const singles = markedSpans(text, 'single', false).filter(
    ({ single, outer }) => single && !doubles.some((double) => overlaps(double.outer, outer)),
  )
  return [...doubles, ...singles].sort((a, b) => a.start - b.start)
}

/** The parts of a text outside of some spans, which are in order and do not overlap. */
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

/** The parts to look up for a block: its quoted spans, all lines as one (the text may be wrapped), and then each line. */
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

/** Quotations first, then block quotes, then other text, and last the short terms in quotation marks. */
function rankOf({ kind, text }: MessagePart): number {
  if (kind === 'marked') return isTerm(text) ? 3 : 0
  return kind === 'text' ? 2 : 1
}

/** The parts of a message's plain text in lookup order, without duplicates. */
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
    // Quotation marks around a whole line make it a quotation, even if it is only a term.
    if (key !== '' && (known === undefined || one.kind === 'marked'))
      distinct.set(key, known === undefined ? one : { ...known, kind: one.kind })
  }
  const parts = [...distinct.values()]
  return { parts: parts.slice(0, maxParts), isCut: parts.length > maxParts || message.trimEnd().length > maxText }
}
