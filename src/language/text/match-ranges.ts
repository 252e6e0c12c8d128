import type { Range } from './range.ts'

/** The ranges of all matches of a pattern in a text, in order. The pattern must have the flag `g`. */
export function matchRanges(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
}
