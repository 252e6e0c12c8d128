import type { ClockTime } from '../time/clock-time.ts'
import type { Meaning, Side } from '../time/time-expression.ts'

/** What the verbs around a time show: it is past, ahead, or was planned; or nothing. */
export type Tense = 'past' | 'ahead' | 'planned' | 'unknown'

/** Whether a day given only by name ("Monday") is in the future in this tense. */
export function isToCome(tense: Tense): boolean {
  return tense === 'ahead' || tense === 'planned'
}

const yearlySides = { past: 'latest', ahead: 'coming', planned: 'nearest', unknown: 'latest' } as const

/** Which occurrence of a yearly time is meant in a tense. */
export function sideIn(tense: Tense): Side {
  return yearlySides[tense]
}

/** A time as read by a grammar form: its token range and its meaning, which may depend on the tense. */
export interface Draft {
  readonly first: number
  /** The index of the first token after it. */
  readonly next: number
  /** A function returns null if it is not a time in that tense. */
  readonly meaning: Meaning | ((tense: Tense) => Meaning | null)
  readonly weekday?: number | null
  readonly clock?: ClockTime
}

/** What a form reads at an index: the times in order, and the index of the first token after them. */
export interface Found {
  readonly times: readonly Draft[]
  readonly next: number
}

export const open: Meaning = { kind: 'open' }

/** The result for a single time. */
export function oneTime(first: number, next: number, meaning: Draft['meaning'], weekday: number | null = null): Found {
  return { times: [{ first, next, meaning, weekday }], next }
}
