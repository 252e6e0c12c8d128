import { expect, test } from 'vitest'
import { makePlace } from './articles.ts'
import { faultProblem, reindexWithFaults } from './faults.ts'

test('a reindex of which one call of the file system fails tells so, serves the old generation, and works again', async () => {
  const place = await makePlace()
  const lines = await reindexWithFaults(place, ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES'], 7)
  expect(lines.length).toBeGreaterThan(20)
  expect(
    lines.map((line) => ({ problem: faultProblem(line), ...line })).filter(({ problem }) => problem !== null),
  ).toEqual([])
  expect(lines.some(({ outcome }) => outcome.includes('the disk is full, ENOSPC'))).toBe(true)
})
