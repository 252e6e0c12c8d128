import { expect, test } from 'vitest'
import { faultCodes, faultProblem, reindexWithFaults } from '../../testkit/faults/faults.ts'
import { makePlace } from '../../testkit/library/make-place.ts'
import { stride } from '../../testkit/thorough.ts'

test('a reindex of which one call of the file system fails tells so, serves the old generation, and works again', async () => {
  const lines = await reindexWithFaults(await makePlace(), faultCodes, { stride: stride(13) })
  expect(lines.length).toBeGreaterThan(faultCodes.length * 2)
  expect(
    lines.map((line) => ({ problem: faultProblem(line), ...line })).filter(({ problem }) => problem !== null),
  ).toEqual([])
  expect(lines.some(({ outcome }) => outcome.includes('the disk is full, ENOSPC'))).toBe(true)
})

test('every call of a reindex that fails is told in a sentence', async () => {
  const lines = await reindexWithFaults(await makePlace({ 'a.txt': 'One boat was counted.\n' }), ['EIO'])
  expect(lines.map((line) => ({ problem: faultProblem(line), ...line })).filter(({ problem }) => problem)).toEqual([])
})

test('a reindex that says nothing of what it could not keep is seen to serve neither generation', async () => {
  const lines = await reindexWithFaults(await makePlace(), ['ENOSPC'], { stride: stride(3), keeps: 'without a word' })
  expect(lines.map(faultProblem)).toContain('keeps neither generation')
})
