import { once } from '../../resources/once.ts'
import type { Range } from '../text/range.ts'

/** Made at first use: Node then loads Unicode's rules, which takes longer than some answers. */
const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'sentence' }))
const firstWindow = 4096
// Whether a sentence continues can depend on the next letter or stop, however far away; a boundary before one is final.
const settling = /[\p{L}\p{Sentence_Terminal}]/u

/**
 * The sentences of a text by Unicode's rules, as consecutive ranges that cover it: the same as `Intl.Segmenter`, but read in
 * windows because the segmenter copies its whole input for every sentence.
 */
export function sentenceSegments(text: string): Range[] {
  const found: Range[] = []
  let from = 0
  let width = firstWindow
  while (from < text.length) {
    const to = from + width
    const window = text.slice(from, to)
    const ranges = [...segmenter().segment(window)].map(({ index, segment }) => ({
      start: from + index,
      end: from + index + segment.length,
    }))
    if (to < text.length) {
      // The window's edge is not a boundary: the last range and those that are not final are read again.
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
