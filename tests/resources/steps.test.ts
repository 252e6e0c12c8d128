import { expect, test } from 'vitest'
import { type Steps, steppedPerObject, takeAll, takeMeanwhile } from '../../src/resources/steps.ts'

interface List {
  readonly numbers: readonly number[]
}

/** Sums numbers in steps, and counts the steps that were taken. */
function sums() {
  let taken = 0
  const values = steppedPerObject(function* ({ numbers }: List): Steps<number> {
    let sum = 0
    for (const number of numbers) {
      if (Number.isNaN(number)) throw new RangeError('not a number')
      sum += number
      taken++
      yield
    }
    return sum
  })
  return { ...values, taken: () => taken }
}

test('a value that is half prepared is finished by whoever needs it, and each step is taken once', () => {
  const { of, prepare, taken } = sums()
  const list: List = { numbers: [1, 2, 3, 4] }
  const steps = prepare(list)
  steps.next()
  steps.next()
  expect(taken()).toBe(2)
  expect(of(list)).toBe(10)
  expect(of(list)).toBe(10)
  takeAll(steps)
  expect(taken()).toBe(4)
})

test('each object has a value of its own', () => {
  const { of } = sums()
  expect([of({ numbers: [] }), of({ numbers: [7] }), of({ numbers: [7, 1] })]).toEqual([0, 7, 8])
})

test('work that failed fails again for the next one who needs it, and never has a value', () => {
  const { of, prepare } = sums()
  const list: List = { numbers: [1, Number.NaN] }
  expect(() => takeAll(prepare(list))).toThrow(RangeError)
  expect(() => of(list)).toThrow(RangeError)
})

test('other work gets its turn while steps are taken', async () => {
  let isDone = false
  let turns = 0
  function* steps(): Steps<string> {
    while (turns < 3) yield
    return 'done'
  }
  const others = () => {
    turns++
    if (!isDone) setImmediate(others)
  }
  setImmediate(others)
  expect(await takeMeanwhile(steps())).toBe('done')
  isDone = true
})
