import type { Range } from '../text/range.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const firstWindow = 4096
// Where a sentence goes on can hang on the next letter or stop, however far off; a boundary before one is settled.
const settling = /[\p{L}\p{Sentence_Terminal}]/u

/**
 * The sentences of a text by Unicode's rules, as ranges that follow on each other and cover it: what `Intl.Segmenter`
 * gives, read window by window, as the segmenter copies its whole input for every sentence.
 */
export function sentenceSegments(text: string): Range[] {
  const found: Range[] = []
  let from = 0
  let width = firstWindow
  while (from < text.length) {
    const to = from + width
    const window = text.slice(from, to)
    const ranges = [...segmenter.segment(window)].map(({ index, segment }) => ({
      start: from + index,
      end: from + index + segment.length,
    }))
    if (to < text.length) {
      // The window's edge is no boundary: the last range and those that are not settled are read again.
      ranges.pop()
      while (ranges.length > 0 && !settling.test(text.slice(ranges.at(-1)?.end, to))) ranges.pop()
    }
    for (const range of ranges) found.push(range)
    from = ranges.at(-1)?.end ?? from
    width = ranges.length === 0 ? width * 2 : firstWindow
    if (to >= text.length) break
  }
  return found
}
