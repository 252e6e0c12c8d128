import { firstWhere } from './first-where.ts'

/** A range of a string in UTF-16 units: `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Whether two ranges share a character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The index of the first range that ends after an offset, among ranges in the order of their ends, by binary search. */
export const firstEndingAfter = (ranges: readonly Range[], offset: number): number =>
  firstWhere(ranges, ({ end }) => end > offset)
