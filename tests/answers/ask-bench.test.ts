import { describe, expect, test } from 'vitest'
import { boost, logisticLoss } from '../../bench/answers/boost.ts'
import { fitChoice } from '../../bench/answers/linear.ts'
import { areaUnderCurve, refusedShare, thresholdKeeping } from '../../bench/answers/refusals.ts'
import { holdsWords, mark } from '../../bench/answers/score.ts'
import { weightLines } from '../../bench/answers/write-model.ts'
import { readWeights, weighedSum } from '../../src/answers/ask/rank/linear-model.ts'
import { forestOf, forestScore } from '../../src/resources/boosted-trees.ts'

describe('the rules of the bench', () => {
  test('find an answer as whole words, ignoring case, quotation marks and white space', () => {
    expect(holdsWords('He had 112  “Strike Drones”.', '112 strike drones')).toBe(true)
    expect(holdsWords('He had 1120 drones.', '112')).toBe(false)
    expect(holdsWords('He had none.', '')).toBe(false)
  })

  test('count an item of more than two sentences and over 200 characters as a miss', () => {
    const question = { id: 'q', question: 'q', answers: ['pier'], paragraphId: 'p', paragraphIds: ['p'] }
    const long = `${'The ferry goes far out to the islands. '.repeat(6)}The pier.`
    expect(mark(question, [{ paragraphId: 'p', text: long }], ['x', 'p'])).toMatchObject({
      s1: false,
      r1: false,
      r3: true,
      reciprocal: 0.5,
    })
    expect(mark(question, [{ paragraphId: 'p', text: 'The pier is open. It is long.' }], ['p']).s1).toBe(true)
  })

  test('find the threshold that keeps a share of the right answers, and the share it refuses', () => {
    const judged = Array.from({ length: 10 }, (_, at) => ({ score: at, answerable: true, right: true })).concat(
      Array.from({ length: 4 }, (_, at) => ({ score: at - 1.5, answerable: false, right: false })),
    )
    expect(thresholdKeeping(judged, 0.9)).toBe(1)
    expect(refusedShare(judged, 1)).toBe(0.75)
    expect(areaUnderCurve(judged)).toBeCloseTo(37 / 40)
  })
})

const gained = 200
const values = Float32Array.from(
  { length: 2 * gained },
  (_, at) => Math.sin(at * 12.9) * 43.7 - Math.floor(Math.sin(at * 12.9) * 43.7),
)
const gains = Float32Array.from({ length: gained }, (_, row) => Number((values[row * 2] ?? 0) > 0.6))
const one = { width: 2, values, gains, groups: [0, gained] }
const several = { ...one, groups: Array.from({ length: gained / 10 + 1 }, (_, at) => at * 10) }
const rowAt = (row: number) => Float64Array.from(values.slice(row * 2, row * 2 + 2))
const scoresBy = (score: (row: Float64Array) => number) => Array.from({ length: gained }, (_, row) => score(rowAt(row)))
const tellsApart = (scores: readonly number[]) => scores.filter((score, row) => score > 0 === (gains[row] === 1)).length

describe('boosted trees', () => {
  test('learn to separate two classes, the same every time', () => {
    const learn = () => {
      const forest = forestOf(boost(one, logisticLoss(one), { trees: 20, levels: 2, rate: 0.3, smoothing: 1 }))
      return scoresBy((row) => forestScore(forest, row))
    }
    expect(tellsApart(learn())).toBeGreaterThan(190)
    expect(learn()).toEqual(learn())
  })
})

describe('weights of features', () => {
  test('learn to put a good row of each group first, the same every time', () => {
    const learn = () => fitChoice(several, 0.001)
    const scores = scoresBy((row) => weighedSum(learn(), row))
    const groups = several.groups.slice(0, -1).filter((from) => gains.slice(from, from + 10).includes(1))
    const best = (from: number) => {
      const own = scores.slice(from, from + 10)
      return own.indexOf(Math.max(...own)) + from
    }
    expect(groups.filter((from) => gains[best(from)] === 1).length).toBeGreaterThan(groups.length * 0.9)
    expect(learn()).toEqual(learn())
  })

  test('are zero if all rows are equal', () => {
    const alike = {
      width: 1,
      values: new Float32Array(4).fill(3),
      gains: Float32Array.of(1, 0, 0, 1),
      groups: [0, 2, 4],
    }
    expect([...fitChoice(alike, 0.001)]).toEqual([0])
  })

  test('are written so that they can be read back, but not with other features', () => {
    const text = weightLines(Float64Array.of(0.5, -1.25), ['first', 'second one']).join('\n')
    expect([...readWeights(text, ['first', 'second one'])]).toEqual([0.5, -1.25])
    expect(() => readWeights(text, ['first', 'another'])).toThrow('train them again')
  })
})
