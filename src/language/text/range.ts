/** A range of a string in UTF-16 units: `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Whether two ranges share a character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
