import { setImmediate as otherWork } from 'node:timers/promises'
import { oncePerObject } from './once-per-key.ts'

/** Work in steps: the caller may do other work after each step. */
export type Steps<T> = Generator<undefined, T>

/** How long steps are taken before other work gets its turn, in milliseconds. */
const slice = 8

/** Takes all steps at once. */
export function takeAll<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Takes all steps, a few milliseconds at a time, so that the thread can do other work meanwhile. */
export async function takeMeanwhile<T>(steps: Steps<T>): Promise<T> {
  for (let until = performance.now() + slice; ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await otherWork()
    until = performance.now() + slice
  }
}

/** A value for each object, made in steps. */
export interface SteppedValues<Key, Value> {
  /** The value; takes all steps that are left. */
  of(key: Key): Value
  /** Takes the steps one by one. */
  prepare(key: Key): Steps<void>
}

/** Values that are made once for each object, by whoever prepares or needs them first. */
export function steppedPerObject<Key extends object, Value>(
  make: (key: Key) => Steps<Value>,
): SteppedValues<Key, Value> {
  const stepOf = oncePerObject((key: Key) => {
    let steps = make(key)
    let made: { readonly value: Value } | null = null
    /** Takes a step; the value if it was the last one. */
    return () => {
      if (made !== null) return made
      try {
        const step = steps.next()
        if (step.done) made = { value: step.value }
        return made
      } catch (error) {
        // A generator that threw is finished without a value.
        steps = make(key)
        throw error
      }
    }
  })
  return {
    of(key) {
      for (const step = stepOf(key); ; ) {
        const made = step()
        if (made !== null) return made.value
      }
    },
    *prepare(key) {
      while (stepOf(key)() === null) yield
    },
  }
}
