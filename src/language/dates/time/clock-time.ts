/** A time of day. */
export interface ClockTime {
  /** Minutes after midnight, below 1,440; below 720 if `isTwelveHour`. */
  readonly minutes: number
  /** Whether it may be in the morning or in the evening: "at nine". */
  readonly isTwelveHour: boolean
}

const halfDay = 12 * 60

/** Whether two times of day can be the same. */
export function isSameClock(a: ClockTime, b: ClockTime): boolean {
  return a.isTwelveHour || b.isTwelveHour ? a.minutes % halfDay === b.minutes % halfDay : a.minutes === b.minutes
}
