import { expect, test } from 'vitest'
import { readingProgress } from '../../src/cli/support/reading-progress.ts'

test('a start of over three seconds shows how far it is, at most every two seconds; a fast one shows nothing', () => {
  let time = 0
  const lines: string[] = []
  const { onReading, isSlow } = readingProgress(
    (line) => lines.push(line),
    () => time,
  )
  for (const [at, done, of] of [
    [2900, 10, null],
    [3100, 12, null],
    [4000, 20, null],
    [5200, 3, 40],
    [5300, 4, 40],
  ] as const) {
    time = at
    onReading(done, of)
    if (at === 2900) expect([isSlow(), lines]).toEqual([false, []])
  }
  expect(isSlow()).toBe(true)
  expect(lines).toEqual(['Reading the articles: 12 files …\n', 'Reading the articles: 3 of 40 …\n'])
})
