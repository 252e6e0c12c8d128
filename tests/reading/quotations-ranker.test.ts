import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Example, learn } from '../../bench/quotations/learn.ts'
import { indexOfGreatest, parseWeights, probabilities } from '../../src/reading/statements/model/log-linear-model.ts'

const features = fc.array(fc.constantFrom('near', 'far', 'name', 'cue:said', 'unknown'), { maxLength: 5 })

describe('the log-linear model', () => {
  test('reads a weight from each row, spaces in a feature’s name included', () => {
    expect([...parseWeights('near\t1.5\ntwo words\t-0.25\n')]).toEqual([
      ['near', 1.5],
      ['two words', -0.25],
    ])
  })

  test('gives probabilities that sum to one, however large the scores', () => {
    const weights = new Map([
      ['near', 900],
      ['far', -900],
      ['name', 3],
    ])
    fc.assert(
      fc.property(fc.array(features, { minLength: 1, maxLength: 8 }), (candidates) => {
        const sum = probabilities(weights, candidates).reduce((total, part) => total + part, 0)
        expect(sum).toBeCloseTo(1, 9)
      }),
      { seed: 4 },
    )
  })

  test('ignores features without a weight', () => {
    expect(probabilities(new Map(), [['near'], ['far']])).toEqual([0.5, 0.5])
  })

  test('takes the first of equal candidates, and none of none', () => {
    expect([indexOfGreatest([0.2, 0.4, 0.4]), indexOfGreatest([])]).toEqual([1, -1])
  })
})

describe('learning', () => {
  const options = { epochs: 30, rate: 0.1, penalty: 0.0001, atLeast: 2, seed: 4 }
  const examples: readonly Example[] = Array.from({ length: 20 }, (_, index) => ({
    candidates: [
      ['near', 'name'],
      ['far', 'name'],
    ],
    right: [index % 10 !== 0, index % 10 === 0],
    weight: 1,
  }))

  test('finds which features point to the right candidate, and how strongly', () => {
    const [near] = probabilities(learn(examples, options), [['near'], ['far']])
    expect(near).toBeGreaterThan(0.75)
    expect(near).toBeLessThan(0.99)
  })

  test('gives the same weights for the same seed', () => {
    expect([...learn(examples, options)]).toEqual([...learn(examples, options)])
  })

  test('leaves out rare features', () => {
    const rare = { candidates: [['rare'], ['far']], right: [true, false], weight: 1 }
    expect(learn([...examples, rare], options).has('rare')).toBe(false)
  })
})
