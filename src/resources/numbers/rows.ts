import type { Steps } from '../steps.ts'
import { growingNumbers } from './growing-numbers.ts'

/** Rows of whole numbers, one after the other in one list. */
export interface Rows {
  readonly count: number
  readonly numbers: Uint32Array
  /** Where each row begins; the last entry is the number of all numbers. */
  readonly starts: Uint32Array
}

/** Makes a row of each thing, one in each step. */
export function* rowsOf<Thing>(things: Iterable<Thing>, numbersOf: (thing: Thing) => Iterable<number>): Steps<Rows> {
  const numbers = growingNumbers()
  const starts = growingNumbers()
  for (const thing of things) {
    starts.add(numbers.length)
    for (const number of numbersOf(thing)) numbers.add(number)
    yield
  }
  const count = starts.length
  starts.add(numbers.length)
  return { count, numbers: numbers.all().slice(), starts: starts.all() }
}

/** The first place from `from` at which some numbers follow one another, all of them before `end`; -1 if there is none. */
export function placeOfRun(numbers: Uint32Array, wanted: readonly number[], from: number, end: number): number {
  for (let at = from; at + wanted.length <= end; at++)
    if (wanted.every((number, next) => numbers[at + next] === number)) return at
  return -1
}

const noRows = new Uint32Array(0)

/** The rows with the rarest of some numbers, by `rowsWith` (`invert`): all that may contain every one of them. None without numbers. */
export function rowsWithRarest(wanted: readonly number[], rowsWith: (number: number) => Uint32Array): Uint32Array {
  const [first = noRows, ...others] = wanted.map(rowsWith)
  return others.reduce((rarest, rows) => (rows.length < rarest.length ? rows : rarest), first)
}

/** For each number below `limit` the rows that it is in, ascending. A number that is several times in a row counts once. */
export function invert({ count, numbers, starts }: Rows, limit: number): (number: number) => Uint32Array {
  /** The last row in which each number was, from 1. */
  const last = new Uint32Array(limit)
  const eachOnce = (take: (number: number, row: number) => void) => {
    last.fill(0)
    for (let row = 0; row < count; row++) {
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
        const number = numbers[at] ?? 0
        if (last[number] === row + 1) continue
        last[number] = row + 1
        take(number, row)
      }
    }
  }
  const firsts = new Uint32Array(limit + 1)
  eachOnce((number) => {
    firsts[number + 1] = (firsts[number + 1] ?? 0) + 1
  })
  for (let number = 0; number < limit; number++) firsts[number + 1] = (firsts[number + 1] ?? 0) + (firsts[number] ?? 0)
  const lists = new Uint32Array(firsts[limit] ?? 0)
  const next = firsts.slice(0, limit)
  eachOnce((number, row) => {
    lists[next[number] ?? 0] = row
    next[number] = (next[number] ?? 0) + 1
  })
  return (number) => lists.subarray(firsts[number] ?? 0, firsts[number + 1] ?? 0)
}
