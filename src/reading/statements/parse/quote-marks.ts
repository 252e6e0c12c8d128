import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { doubleSpans, type Span } from './quote-spans.ts'

/** The marks an article uses for its quotations; the other kind marks nested quotations. */
export type Marks = 'double' | 'single'

/** Two apostrophes used as a double mark: then adjacent single ones are nested, or half of a double one. */
const doubledMarks = /(?:^|[\s([—–])''\S/u

/**
 * Detects by counting which marks an article uses on the outside: American print “… ‘…’ …”, British print ‘… “…” …’. Single marks
 * are also apostrophes, so they only win if they are more frequent.
 */
export function outerMarks(paragraphs: readonly string[]): Marks {
  let double = 0
  let single = 0
  for (const text of paragraphs) {
    if (doubledMarks.test(text)) return 'double'
    const doubles = doubleSpans(text, false)
    const singles = singleSpans(text)
    double += apart(doubles, singles).length
    single += apart(singles, doubles).length
    // If they touch, the longer one is outside.
    for (const [one, other] of touching(singles, doubles)) {
      if (other.outer.start < one.outer.start) double++
      else single++
    }
  }
  return single > double ? 'single' : 'double'
}

/** The quoted spans of a paragraph, in order and without overlap. Single marks count if they are the outer marks. */
export function markedSpans(text: string, marks: Marks, continuing: boolean): readonly Span[] {
  const doubles = doubleSpans(text, continuing)
  return marks === 'double' ? doubles : joined(singleSpans(text), doubles)
}

const singleOpening = /[‘']/g
const singleClosing = /[’']/g
const beforeOpening = /[\s([{—–]/u
const spacePattern = /\s/u
const letterOrDigit = unicodeRegExp(String.raw`[\p{L}\p{N}]`)

/** Single-quoted spans: the opening mark is at the start of a word, the closing one at the end. */
function singleSpans(text: string): readonly Span[] {
  const openers = [...text.matchAll(singleOpening)].map((match) => match.index).filter((at) => opensSingle(text, at))
  if (openers.length === 0) return []
  const closers = [...text.matchAll(singleClosing)].map((match) => match.index).filter((at) => closesSingle(text, at))
  const spans: Span[] = []
  let next = 0
  let from = 0
  for (const open of openers) {
    if (open < from) continue
    while (next < closers.length && (closers[next] ?? 0) <= open + 1) next++
    const close = closers[next]
    if (close === undefined) break
    spans.push({
      start: open + 1,
      end: close,
      outer: { start: open, end: close + 1 },
      open: false,
      continued: false,
      single: true,
      unmarked: false,
    })
    from = close + 1
  }
  return spans
}

function opensSingle(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  return (before === undefined || beforeOpening.test(before)) && after !== undefined && letterOrDigit.test(after)
}

/** An apostrophe after a plural s ("the workers' union") does not close a span unless punctuation is next to it. */
function closesSingle(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  if (before === undefined || spacePattern.test(before)) return false
  if (after !== undefined && letterOrDigit.test(after)) return false
  if (/[.,!?…]/u.test(before)) return true
  return after === undefined || before !== 's' || !spacePattern.test(after)
}

/** The pairs of touching spans from two sorted lists. */
function touching(spans: readonly Span[], others: readonly Span[]): readonly (readonly [Span, Span])[] {
  const pairs: [Span, Span][] = []
  let at = 0
  for (const span of spans) {
    while ((others[at]?.outer.end ?? Number.POSITIVE_INFINITY) <= span.outer.start) at++
    const other = others[at]
    if (other !== undefined && other.outer.start < span.outer.end) pairs.push([span, other])
  }
  return pairs
}

/** Merges two sorted lists; if two spans touch, the one from the first list wins. */
function joined(primary: readonly Span[], secondary: readonly Span[]): readonly Span[] {
  return secondary.length === 0 ? primary : [...primary, ...apart(secondary, primary)].sort((a, b) => a.start - b.start)
}

/** The spans of one sorted list that do not touch any of the other. */
function apart(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  let at = 0
  return spans.filter(({ outer }) => {
    while ((others[at]?.outer.end ?? Number.POSITIVE_INFINITY) <= outer.start) at++
    const other = others[at]
    return other === undefined || other.outer.start >= outer.end
  })
}
