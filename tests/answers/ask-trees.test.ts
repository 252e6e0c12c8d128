import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { treeLines } from '../../bench/answers/write-model.ts'
import { doubtNames } from '../../src/answers/ask/decide/answerability-features.ts'
import { featureNames, featuresVersion } from '../../src/answers/ask/rank/features/feature-table.ts'
import { forestOf, forestScore, readTrees, type Tree } from '../../src/resources/boosted-trees.ts'
import { readModel } from '../../src/resources/resources.ts'

const names = ['a', 'b', 'c']
const number = fc.integer({ min: -900, max: 900 }).map((value) => value / 100)
const tree: fc.Arbitrary<Tree> = fc
  .array(fc.tuple(fc.nat(2), number), { minLength: 1, maxLength: 4 })
  .chain((splits) =>
    fc
      .array(number, { minLength: 2 ** splits.length, maxLength: 2 ** splits.length })
      .map((leaves) => ({ splits, leaves })),
  )

describe('trees', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), number, (trees, minScore) => {
        const text = treeLines({ trees, minScore }, names).join('\n')
        expect(readTrees(text, names)).toEqual({ trees, minScore })
      }),
    )
  })

  test('score the sum of the leaves that the values lead to, whatever their depths', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 5 }),
        fc.array(number, { minLength: 3, maxLength: 3 }),
        (trees, values) => {
          const expected = trees.reduce((sum, { splits, leaves }) => {
            const leaf = splits.reduce(
              (at, [feature, threshold], level) => at + ((values[feature] ?? 0) > threshold ? 2 ** level : 0),
              0,
            )
            return sum + (leaves[leaf] ?? 0)
          }, 0)
          expect(forestScore(forestOf(trees), Float64Array.from(values))).toBeCloseTo(expected, 9)
        },
      ),
    )
  })

  test('are refused when they were trained on other features', () => {
    const shipped = readModel('models/answers/decision-trees.tsv', featuresVersion)
    expect(() => readTrees(shipped, names)).toThrow(/train them again/)
    expect(readTrees(shipped, doubtNames).trees.length).toBeGreaterThan(10)
  })

  test('know every feature by one name', () => {
    expect(new Set(doubtNames).size).toBe(doubtNames.length)
    expect(doubtNames.slice(0, featureNames.length)).toEqual(featureNames)
  })
})
