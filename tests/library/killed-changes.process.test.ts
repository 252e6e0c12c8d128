import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { pendingChangeFile } from '../../src/library/changes/article-places.ts'
import { recordInterruptedChangeAtStart, writePendingChange } from '../../src/library/changes/pending-change.ts'
import { openStore } from '../../src/library/snapshot/store.ts'
import { reindexAndDie } from '../../testkit/faults/reindex-and-die.ts'
import { fingerprint, makePlace, openAt, type Place } from '../../testkit/library/make-place.ts'
import { stride } from '../../testkit/thorough.ts'

const files = {
  'a.txt': 'The lighthouse keeper said that the lamp holds 900 candles.\n',
  'b.txt': 'The harbour has 12 boats, the mayor said.\n',
}
const adding = { does: 'add', file: 'gulls.txt', text: 'A third article says that 44 gulls were counted.\n' } as const
const hiding = { does: 'remove', file: 'a.txt' } as const
const changed = { add: ['a.txt', 'b.txt', 'gulls.txt'], remove: ['b.txt'] } as const

const lineSchema = z.object({ name: z.string(), command: z.string(), by: z.string(), result: z.string() })

/** What a start adds to the audit log, and that a second one adds nothing. */
async function toldAtStart(place: Place): Promise<readonly z.infer<typeof lineSchema>[]> {
  const log = join(place.dataDir, 'audit.log')
  const troubles: string[] = []
  for (const _ of ['first', 'second']) {
    await recordInterruptedChangeAtStart(openStore(place.dataDir, fingerprint), place.folder, (sentence) =>
      troubles.push(sentence),
    )
  }
  expect(troubles).toEqual([])
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')
  return lines.map((line) => lineSchema.parse(JSON.parse(line)))
}

/** After a kill the articles are as before the change or as after it, what is answered from is those, and all works on. */
async function survives(place: Place, change: typeof adding | typeof hiding, when: string): Promise<void> {
  const about = `${change.does}, killed at ${when}`
  const kept = await openAt(place, { begin: 'stored' })
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

describe.concurrent('a change of the articles during which the process is killed', () => {
  test.for([
    [adding, 'reading'],
    [adding, 'switching'],
    [adding, 'clearing'],
    [hiding, 'reading'],
    [hiding, 'keeping'],
    [hiding, 'clearing'],
  ] as const)('is made completely or not at all (%j at "%s")', async ([change, step], { onTestFinished }) => {
    const place = await makePlace(files, onTestFinished)
    await openAt(place)
    expect(await reindexAndDie(place, step, change)).toBe(true)
    await survives(place, change, step)
  })

  test.for([
    [adding, 'switching'],
    [hiding, 'reading'],
  ] as const)(
    'is in the audit log after the next start, with its outcome (%j at "%s")',
    async ([change, step], { onTestFinished }) => {
      const place = await makePlace(files, onTestFinished)
      await openAt(place)
      expect(await toldAtStart(place)).toEqual([])
      expect(await reindexAndDie(place, step, change)).toBe(true)
      expect(await toldAtStart(place)).toEqual([
        expect.objectContaining({
          command: `articles-${change.does}`,
          by: 'start',
          result: 'The program ended during this change, which was completed.',
        }),
      ])
    },
  )

  test('that was not made yet is in the audit log as not made', async ({ onTestFinished }) => {
    const place = await makePlace(files, onTestFinished)
    await openAt(place)
    await writePendingChange(place.dataDir, [hiding], 'olga')
    expect(await toldAtStart(place)).toMatchObject([
      { name: 'olga', result: 'The program ended during this change, which was not made.' },
    ])
  })

  test('of several files is in the audit log with the outcome of each', async ({ onTestFinished }) => {
    const place = await makePlace(files, onTestFinished)
    await openAt(place)
    await writePendingChange(place.dataDir, [{ does: 'remove', file: 'gone.txt' }, hiding], 'olga')
    expect(await toldAtStart(place)).toMatchObject([
      { name: 'olga', result: 'The program ended during this change, which was completed.' },
      { name: 'olga', result: 'The program ended during this change, which was not made.' },
    ])
  })

  test('whose record is damaged is in the audit log as unknown, and prevents nothing', async ({ onTestFinished }) => {
    const place = await makePlace(files, onTestFinished)
    const library = await openAt(place)
    await writeFile(join(place.dataDir, pendingChangeFile), '{')
    await library.reindex({ change: hiding })
    expect(await toldAtStart(place)).toMatchObject([{ command: 'unknown', by: 'start' }])
  })

  test.for([adding, hiding])(
    'before any file system call is made completely or not at all (%j)',
    async (change, { onTestFinished }) => {
      let isKilled = true
      for (let call = 0; isKilled; call += stride(17)) {
        const place = await makePlace(files, onTestFinished)
        await openAt(place)
        isKilled = await reindexAndDie(place, `call ${call}`, change)
        await survives(place, change, `call ${call}`)
      }
    },
  )
})
