import { expect, test } from 'vitest'
import { readStatements, sentenceThresholds } from '../../../src/reading/statements/read-statements.ts'
import { articleOf } from '../../../testkit/articles/article-of.ts'
import { cpuSeconds } from '../../../testkit/cpu-seconds.ts'

const size = 512 * 1024
const filled = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)

// A limit far above what the work takes, and far below what work that grows with the square of the length would take.
test.each([
  'said ',
  'said said said said said said. ',
  'He said. ',
  '“',
  '“a” ',
  'Ana Lima ',
  'Ana Lima said. ',
  'Ana said that Rui said that Ana Lima warned of rain, Rui Costa told Ana that he believed it. ',
])('the statements of a paragraph of 512 KiB of "%s" are read with bounded work', async (unit) => {
  const article = articleOf(filled(unit))
  expect(await cpuSeconds(() => readStatements(article, sentenceThresholds))).toBeLessThan(8)
})
