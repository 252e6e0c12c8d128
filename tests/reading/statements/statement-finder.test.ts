import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createStatementFinder } from '../../../src/reading/statements/statement-finder.ts'
import type { Utterance } from '../../../src/reading/statements/utterances.ts'
import { createScale, mayShareEnough, type Weighed } from '../../../src/reading/statements/weighed-utterance.ts'

const minAlike = 0.35
/** Frequent and rare terms, with weights that are no round numbers. */
const term = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 1, arbitrary: fc.nat({ max: 40 }).map((number) => `rare ${number}`) },
)
const weightOf = (one: string): number => (one.startsWith('rare') ? 5 + one.length / 7 : 1 / 3 + one.charCodeAt(0) / 97)
const termSets = fc.array(fc.uniqueArray(term, { minLength: 1, maxLength: 10 }), { minLength: 260, maxLength: 300 })
const utterance = { content: { text: 'Words', start: 0 }, around: { start: 0 }, paragraph: { text: '' } }

test('of many statements, those are found that share enough, in the order of all that share a rare term', () => {
  fc.assert(
    fc.property(termSets, fc.integer({ min: 1, max: 3 }), (sets, utterancesOfOne) => {
      const scale = createScale(weightOf)
      const all = sets.map((set) => scale.weigh(utterance as Utterance, new Set(set)))
      const share = (total: number, other: number, atMost: number) => mayShareEnough(total, other, atMost, minAlike)
      const finder = createStatementFinder<{ readonly of: Weighed[] }>(all, scale.weightOf, share)
      const added = all.slice(0, -10)
      const statements: { readonly of: Weighed[] }[] = []
      for (const [at, one] of added.entries()) {
        if (at % utterancesOfOne === 0) statements.push({ of: [] })
        const statement = statements.at(-1) ?? { of: [] }
        statement.of.push(one)
        finder.add(statement, one)
      }
      for (const one of all.slice(-10)) {
        const found = [...finder.near(one)]
        // All statements with one of the rarest terms, by the rarest of these, then in the order in which it was added to them.
        const inOrder = new Set(
          one.rare.flatMap((rare) =>
            added.flatMap((other, at) =>
              other.rare.includes(rare) ? (statements[Math.floor(at / utterancesOfOne)] ?? []) : [],
            ),
          ),
        )
        expect(found).toEqual([...inOrder].filter((statement) => found.includes(statement)))
        const alike = [...inOrder].filter(({ of }) =>
          of.some((other) => {
            const { alike: share, isEnough } = scale.sharedBy(other, one)
            return isEnough || share >= minAlike
          }),
        )
        expect(alike.filter((statement) => !found.includes(statement))).toEqual([])
      }
    }),
    { numRuns: 20 },
  )
})
