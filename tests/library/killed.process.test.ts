import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeLock } from '../../src/library/disk/lock.ts'
import { reindexSteps } from '../../src/library/reindex/reindex-request.ts'
import { inChangedPlace, killAt, killAtCalls, killOnce, type Locking } from '../../testkit/faults/kills.ts'
import { type Keeps, reindexAndDie } from '../../testkit/faults/reindex-and-die.ts'
import { openAt } from '../../testkit/library/place.ts'
import { stride } from '../../testkit/thorough.ts'

describe('a reindex that is killed', () => {
  test('at any step leaves the old or the new index whole, and no lock', async () => {
    const all = await killAt(reindexSteps, 2)
    expect(all.filter(({ served, problem }) => served === 'neither' || problem !== null)).toEqual([])
    expect(all.filter(({ killed }) => !killed)).toEqual([])
  })

  test('before any file system call leaves the old or the new index whole, and no lock', async () => {
    const all = await killAtCalls(stride(11))
    expect(all.filter(({ served, problem }) => served === 'neither' || problem !== null)).toEqual([])
    expect(new Set(all.map(({ served }) => served))).toEqual(new Set(['old', 'new']))
  })

  test.for<Keeps>(['in place', 'pointer first', 'over the old one'])(
    'is caught damaging the stored index if it stores %s',
    async (keeps) => {
      expect(await killOnce('never', keeps)).toMatchObject({ killed: true, served: 'neither' })
    },
  )

  test('is caught blocking the next one if a lock is a mere file', async () => {
    const locking: Locking = (dataDir) => ({
      lock: async () => {
        await writeFile(join(dataDir, 'reindex.lock'), 'mine', { flag: 'wx' })
        return { token: '', isHeld: async () => true, release: async () => undefined }
      },
    })
    expect(await killOnce('facts', 'carefully', locking)).toMatchObject({
      served: 'old',
      problem: expect.stringContaining('EEXIST'),
    })
  })
})

describe('the lock of a killed reindex', () => {
  test('is not waited for, but that of a running one is', async () => {
    await inChangedPlace(async (place) => {
      await reindexAndDie(place, 'facts')
      const lock = join(place.dataDir, 'reindex.lock')
      expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ by: 'a child' })
      const library = await openAt(place, { begin: 'stored' })
      // The same file held by a process that lives: this one.
      const held = await takeLock(lock, 'Ines in #harbour')
      await expect(library.reindex()).rejects.toThrow(/Ines in #harbour since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)
      await held.release()
      await expect(library.reindex()).resolves.toMatchObject({ articles: 3 })
    })
  })
})
