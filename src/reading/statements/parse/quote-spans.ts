import type { Range } from '../../../language/text/range.ts'

/** A paragraph of a transcript that one person speaks. */
export interface Turn {
  /** The name of the label in full ("PN:" is Paulo Neves), or null if it is not clear who it stands for. */
  readonly speaker: string | null
  /** Where the label is; null if the turn has none. */
  readonly label: (Range & { readonly paragraph: number }) | null
  /** Where the words begin in their paragraph. */
  readonly start: number
  /** Its number in the transcript. The paragraphs of one turn share it. */
  readonly number: number
}

/** A quoted span of a paragraph: the words between the marks, without the marks. */
export interface Span extends Range {
  /** The span including its marks. */
  readonly outer: Range
  /** True if the quotation is still open at the end of the paragraph: the next paragraph continues it. */
  readonly open: boolean
  /** True if this span continues a quotation left open by the previous paragraph. */
  readonly continued: boolean
  /** True for ‘…’ and '…', which are less reliable because they are also apostrophes. */
  readonly single: boolean
  /** True for words without quotation marks: a turn of a transcript, a block quote. */
  readonly unmarked: boolean
  /** The turn of a transcript that it is, if its label says in full who speaks. */
  readonly turn?: Turn
}

const quoteMarks = /["“”„‟«»]/g
const openingMarks = new Set(['“', '„', '‟', '«'])
const closingMarks = new Set(['”', '»'])
const beforeOpening = /[\s([{<>—–―\-/…'‘:,|]/u
const afterClosing = /[\s)\]}>—–―\-/….,;:!?'’|]/u
const sentenceEnd = /[.,!?…—–-]["”’')\]]*\s*$/u
const spacePattern = /\s/u

/**
 * Finds the spans of a paragraph between double marks (curly, low, angled, straight), in order and without overlap, in one pass
 * over the marks. A span includes its nested marks. An attribute value (`id="7"`) is not a span.
 *
 * @param continuing whether the previous paragraph ended inside a quotation
 */
export function doubleSpans(text: string, continuing: boolean): readonly Span[] {
  const spans: Span[] = []
  const add = (start: number, end: number, outer: Range, open = false): void => {
    const inner = trimmed(text, start, end)
    const continued = continuing && outer.start === 0
    if (inner.start < inner.end) spans.push({ ...inner, outer, open, continued, single: false, unmarked: false })
  }
  let open = -1
  let inAttribute = false
  let first = true
  for (const { index: at, 0: mark } of text.matchAll(quoteMarks)) {
    if (inAttribute || (open < 0 && text[at - 1] === '=')) {
      inAttribute = !inAttribute
      continue
    }
    const turn = turnOf(mark, text[at - 1], text[at + 1], open >= 0)
    if (turn === 'open') {
      // A second opening mark: the first was never closed. Close it here if a sentence ended, otherwise drop it.
      const ended = open >= 0 && sentenceEnd.test(text.slice(Math.max(open, at - 4), at))
      if (ended) add(open + 1, at, { start: open, end: at })
      open = at
    } else if (turn === 'close' && open >= 0) {
      add(open + 1, at, { start: open, end: at + 1 })
      open = -1
    } else if (turn === 'close' && continuing && first) add(0, at, { start: 0, end: at + 1 })
    first = false
  }
  if (open >= 0) add(open + 1, text.length, { start: open, end: text.length }, true)
  return spans
}

/** Whether a double mark opens or closes, by its glyph and its neighbours; writers mix up glyphs, so the glyph alone is not enough. */
function turnOf(
  mark: string,
  before: string | undefined,
  after: string | undefined,
  isOpen: boolean,
): 'open' | 'close' | 'nothing' {
  const spaceBefore = before === undefined || spacePattern.test(before)
  const spaceAfter = after === undefined || spacePattern.test(after)
  const mayOpen = !spaceAfter && (spaceBefore || beforeOpening.test(before))
  if (openingMarks.has(mark)) return isOpen && !spaceBefore && spaceAfter ? 'close' : 'open'
  if (closingMarks.has(mark)) return isOpen || !mayOpen ? 'close' : 'open'
  if (!isOpen)
    return mayOpen || (spaceBefore && spaceAfter && before !== undefined && after !== undefined) ? 'open' : 'nothing'
  if (mayOpen && (spaceBefore || !afterClosing.test(after ?? ' '))) return 'open'
  return spaceBefore && !afterClosing.test(after ?? ' ') ? 'nothing' : 'close'
}

function trimmed(text: string, from: number, to: number): Range {
  let start = from
  let end = to
  while (start < end && spacePattern.test(text.charAt(start))) start++
  while (end > start && spacePattern.test(text.charAt(end - 1))) end--
  return { start, end }
}
