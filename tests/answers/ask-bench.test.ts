import { describe, expect, it } from 'vitest'
import { boost, logisticLoss, rankingLoss } from '../../bench/answers/boost.ts'
import { areaUnderCurve, refusedShare, thresholdKeeping } from '../../bench/answers/refusals.ts'
import { holdsWords, mark } from '../../bench/answers/score.ts'
import { forestOf, forestScore } from '../../src/answers/ask/trees.ts'

describe('the rules of the bench', () => {
  it('find an answer as whole words, case, quotation marks and white space aside', () => {
    expect(holdsWords('He had 112  “Strike Drones”.', '112 strike drones')).toBe(true)
    expect(holdsWords('He had 1120 drones.', '112')).toBe(false)
    expect(holdsWords('He had none.', '')).toBe(false)
  })

  it('count an item of more than two sentences and over 200 characters as a miss', () => {
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

  it('find the threshold that keeps a share of the right answers, and what it refuses', () => {
    const judged = Array.from({ length: 10 }, (_, at) => ({ score: at, answerable: true, right: true })).concat(
      Array.from({ length: 4 }, (_, at) => ({ score: at - 1.5, answerable: false, right: false })),
    )
    expect(thresholdKeeping(judged, 0.9)).toBe(1)
    expect(refusedShare(judged, 1)).toBe(0.75)
    expect(areaUnderCurve(judged)).toBeCloseTo(37 / 40)
  })
})

describe('boosted trees', () => {
  const values = Float32Array.from(
    { length: 400 },
    (_, at) => Math.sin(at * 12.9) * 43.7 - Math.floor(Math.sin(at * 12.9) * 43.7),
  )
  const options = { trees: 20, levels: 2, rate: 0.3, smoothing: 1 }
  const scoresOf = (rows: Parameters<typeof rankingLoss>[0], loss: ReturnType<typeof rankingLoss>) => {
    const forest = forestOf(boost(rows, loss, options))
    return Array.from({ length: 200 }, (_, row) =>
      forestScore(forest, Float64Array.from(values.slice(row * 2, row * 2 + 2))),
    )
  }
  const gains = Float32Array.from({ length: 200 }, (_, row) => Number((values[row * 2] ?? 0) > 0.6))

  it('learn to tell one class from another', () => {
    const rows = { width: 2, values, gains, groups: [0, 200] }
    const scores = scoresOf(rows, logisticLoss(rows))
    expect(scores.filter((score, row) => score > 0 === (gains[row] === 1)).length).toBeGreaterThan(190)
  })

  it('learn to put the better rows of each group first, the same every time', () => {
    const rows = { width: 2, values, gains, groups: Array.from({ length: 21 }, (_, at) => at * 10) }
    const scores = scoresOf(rows, rankingLoss(rows))
    expect(scoresOf(rows, rankingLoss(rows))).toEqual(scores)
    const best = (from: number) =>
      scores.slice(from, from + 10).indexOf(Math.max(...scores.slice(from, from + 10))) + from
    const groups = rows.groups.slice(0, -1).filter((from) => gains.slice(from, from + 10).includes(1))
    expect(groups.filter((from) => gains[best(from)] === 1).length).toBeGreaterThan(groups.length * 0.9)
  })
})
