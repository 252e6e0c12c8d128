import type { Meaning, Side } from '../time/time-expression.ts'

/** What the verbs around a time show: that it is over, to come, or was to come when something was planned; or nothing. */
export type Tense = 'past' | 'ahead' | 'planned' | 'unknown'

/** Whether a day that only its name gives ("Monday") is to come, in this tense. */
export function isToCome(tense: Tense): boolean {
  return tense === 'ahead' || tense === 'planned'
}

const yearlySides = { past: 'latest', ahead: 'coming', planned: 'nearest', unknown: 'latest' } as const

/** Which one of those that come again every year is meant in a tense. */
export function sideIn(tense: Tense): Side {
  return yearlySides[tense]
}

/** A time as a form of the grammar reads it: the places of its tokens, and what it means, perhaps only once the tense is known. */
export interface Draft {
  readonly first: number
  /** The place of the first token after it. */
  readonly next: number
  /** A function gives null if it is no time in that tense. */
  readonly meaning: Meaning | ((tense: Tense) => Meaning | null)
  readonly weekday?: number | null
  readonly clock?: number
}

/** What a form reads from a place on: the times in order, and the place of the first token after them. */
export interface Found {
  readonly times: readonly Draft[]
  readonly next: number
}

export const open: Meaning = { kind: 'open' }

/** What was found, if it is one time. */
export function oneTime(first: number, next: number, meaning: Draft['meaning'], weekday: number | null = null): Found {
  return { times: [{ first, next, meaning, weekday }], next }
}
