/** A stretch of a string in UTF-16 units: `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}
