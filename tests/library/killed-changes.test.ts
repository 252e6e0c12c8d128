import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { makePlace, openAt, type Place } from './articles.ts'
import { chance } from './chance.ts'
import { reindexAndDie } from './child.ts'

const files = {
  'a.txt': 'The lighthouse keeper said that the lamp holds 900 candles.\n',
  'b.txt': 'The harbour has 12 boats, the mayor said.\n',
}
const adding = { does: 'add', file: 'gulls.txt', text: 'A third article says that 44 gulls were counted.\n' } as const
const hiding = { does: 'remove', file: 'a.txt' } as const
const changed = { add: ['a.txt', 'b.txt', 'gulls.txt'], remove: ['b.txt'] } as const

/** After a kill the articles are as before the change or as after it, what is answered from is those, and all works on. */
async function survives(place: Place, change: typeof adding | typeof hiding, when: string | number): Promise<void> {
  const about = `${change.does}, killed at ${when}`
  const kept = await openAt(place, { begin: 'kept' })
  const library = await openAt(place)
  const now = library.current.articles.map(({ file }) => file)
  const possible = [Object.keys(files), changed[change.does]].map((each) => each.join())
  expect(possible, about).toContain(now.join())
  expect(possible, about).toContain(kept.current.articles.map(({ file }) => file).join())
  const { removed, troubles } = await library.state()
  expect({ troubles, removed: removed.map(({ file }) => file) }, about).toEqual({
    troubles: [],
    removed: now.includes('a.txt') ? [] : ['a.txt'],
  })
  const { undo } = await library
    .reindex({ change: { does: 'remove', file: 'b.txt' } })
    .catch(() => ({ undo: undefined }))
  if (undo !== undefined) await library.reindex({ change: undo })
  expect(
    library.current.articles.map(({ file }) => file),
    about,
  ).toEqual(now)
  expect(
    (await readdir(place.dataDir)).filter((name) => name.includes('unfinished') || name === 'reindex.lock'),
  ).toEqual([])
}

describe.concurrent('a change of the articles that is killed', () => {
  test.for([
    [adding, 'reading'],
    [adding, 'switching'],
    [adding, 'clearing'],
    [hiding, 'reading'],
    [hiding, 'keeping'],
    [hiding, 'clearing'],
  ] as const)('is made or not, and nothing in between (%j at "%s")', async ([change, step], { onTestFinished }) => {
    const place = await makePlace(files, onTestFinished)
    await openAt(place)
    const { signal, stderr } = await reindexAndDie(place, step, change)
    expect(signal, stderr).toBe('SIGKILL')
    await survives(place, change, step)
  })

  test('at any moment is made or not, and nothing in between', async ({ onTestFinished }) => {
    const next = chance(5)
    for (let round = 0; round < 6; round++) {
      const place = await makePlace(files, onTestFinished)
      await openAt(place)
      const change = round % 2 === 0 ? adding : hiding
      const after = Math.floor(next() * 60)
      await reindexAndDie(place, after, change)
      await survives(place, change, after)
    }
  })
})
