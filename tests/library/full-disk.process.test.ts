import { describe, expect, test } from 'vitest'
import { fullDiskProblem, reindexOnFullDisk, whyNoDisk } from '../../testkit/faults/full-disk.ts'
import { makePlace } from '../../testkit/library/make-place.ts'

const why = await whyNoDisk()

describe.skipIf(why !== null)(`a reindex on a full disk${why === null ? '' : ` (skipped: ${why})`}`, () => {
  test.for([0, 4096, 12_288])(
    'with %i bytes left says so in a sentence, keeps the old index, and works again once there is space',
    async (room) => {
      const outcome = await reindexOnFullDisk(await makePlace(), room)
      expect(fullDiskProblem(outcome), JSON.stringify(outcome)).toBe(null)
      expect(outcome.error).not.toBe(null)
    },
  )

  test('that writes in place is caught losing the old index', async () => {
    const outcome = await reindexOnFullDisk(await makePlace(), 12_288, 'in place')
    expect(fullDiskProblem(outcome)).not.toBe(null)
  })
})
