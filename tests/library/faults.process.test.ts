import { expect, test } from 'vitest'
import { faultCodes, faultProblem, reindexWithFaults } from '../../testkit/faults/faults.ts'
import { makePlace } from '../../testkit/library/make-place.ts'
import { stride } from '../../testkit/thorough.ts'

test('a reindex during which one file system call fails says so, keeps the old index, and works again', async () => {
  const lines = await reindexWithFaults(await makePlace(), faultCodes, { stride: stride(13) })
  expect(lines.length).toBeGreaterThan(faultCodes.length * 2)
  expect(
    lines.map((line) => ({ problem: faultProblem(line), ...line })).filter(({ problem }) => problem !== null),
  ).toEqual([])
  expect(lines.some(({ outcome }) => outcome.includes('the disk is full, ENOSPC'))).toBe(true)
})

test('every file system call of a reindex that fails is reported in a sentence', async () => {
  const lines = await reindexWithFaults(await makePlace({ 'a.txt': 'One boat was counted.\n' }), ['EIO'])
  expect(lines.map((line) => ({ problem: faultProblem(line), ...line })).filter(({ problem }) => problem)).toEqual([])
})

test('a reindex that ignores failures to store is caught keeping neither index', async () => {
  const lines = await reindexWithFaults(await makePlace(), ['ENOSPC'], { stride: stride(3), keeps: 'without a word' })
  expect(lines.map(faultProblem)).toContain('keeps neither generation')
})
