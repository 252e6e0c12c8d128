import type { Range } from './range.ts'

/** Where a pattern with the flag `g` matches a text, in order. */
export function matchRanges(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
}
