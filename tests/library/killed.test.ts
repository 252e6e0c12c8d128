import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../src/library/library.ts'
import { reindexSteps } from '../../src/library/reindex.ts'
import { portOn } from '../articles.ts'
import { makePlace, openAt, type Place } from './articles.ts'
import { reindexAndDie } from './child.ts'
import { chance } from './damage.ts'

const oldText = 'The old lighthouse keeper said that the lamp holds 900 candles.\n'
const newText = 'The new lighthouse keeper said that the lamp holds 700 candles.\n'

/** A place with a kept generation, whose articles have changed since. */
async function changedPlace(
  onFinished?: Parameters<typeof makePlace>[1],
): Promise<{ readonly place: Place; readonly old: string }> {
  const place = await makePlace(
    { 'a.txt': oldText, 'b.txt': 'The harbour has 12 boats, the mayor said.\n' },
    onFinished,
  )
  const { current } = await openAt(place)
  await writeFile(join(place.folder, 'a.txt'), newText)
  await writeFile(join(place.folder, 'c.txt'), 'A third article says that 44 gulls were counted.\n')
  return { place, old: current.id }
}

/** Whether what is served is one of the two generations, and all of its answers are that one's. */
async function isWhole({ current }: Library, old: string): Promise<boolean> {
  const port = portOn(current)
  const [lamp, gulls] = await Promise.all([port.facts('lamp candles'), port.facts('gulls counted')])
  const text = lamp.status === 'answered' ? lamp.items[0]?.snippet.text : ''
  const isOld = current.id === old
  return isOld
    ? text === oldText.trim() && gulls.status === 'nothing-found' && current.articles.length === 2
    : text === newText.trim() && gulls.status === 'answered' && current.articles.length === 3
}

/** After a kill: what is kept is whole, nothing blocks the next reindex, and nothing is left behind by it. */
async function survives(place: Place, old: string, after: string | number): Promise<void> {
  const troubles: string[] = []
  const kept = await openAt(place, { begin: 'kept', onTrouble: (sentence) => troubles.push(sentence) })
  expect(troubles, `after ${after}`).toEqual([])
  expect(await isWhole(kept, old), `after ${after}`).toBe(true)
  const report = await kept.reindex({ full: true })
  expect(report.articles).toBe(3)
  expect(await isWhole(kept, old)).toBe(true)
  const left = [...(await readdir(place.dataDir)), ...(await readdir(join(place.dataDir, 'generations')))]
  expect(left.filter((name) => name.includes('unfinished') || name === 'reindex.lock')).toEqual([])
}

describe.concurrent('a reindex that is killed', () => {
  test.for(reindexSteps)(
    'at "%s" leaves the old or the new generation whole, and no lock',
    async (step, { onTestFinished }) => {
      const { place, old } = await changedPlace(onTestFinished)
      const { signal, stderr } = await reindexAndDie(place, step)
      expect(signal, stderr).toBe('SIGKILL')
      await survives(place, old, step)
    },
  )

  test('at any moment leaves the old or the new generation whole, and no lock', async ({ onTestFinished }) => {
    const next = chance(11)
    for (let round = 0; round < 11; round++) {
      const { place, old } = await changedPlace(onTestFinished)
      const after = Math.floor(next() * 120)
      await reindexAndDie(place, after)
      await survives(place, old, after)
    }
  })
})

describe('what a killed reindex held', () => {
  test('is not waited for, and what a living one holds is', async () => {
    const { place } = await changedPlace()
    await reindexAndDie(place, 'facts')
    const lock = JSON.parse(await readFile(join(place.dataDir, 'reindex.lock'), 'utf8'))
    expect(lock).toMatchObject({ by: 'a child' })
    const library = await openAt(place, { begin: 'kept' })
    // The same file held by a process that lives: this one.
    const { takeLock } = await import('../../src/library/lock.ts')
    const held = await takeLock(join(place.dataDir, 'reindex.lock'), 'Ines in #harbour')
    await expect(library.reindex()).rejects.toThrow(/Ines in #harbour since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)
    await held.release()
    await expect(library.reindex()).resolves.toMatchObject({ articles: 3 })
  })
})
