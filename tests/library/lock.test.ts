import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from '../../src/library/disk/lock.ts'
import { makePlace, openAt } from '../../testkit/library/make-place.ts'

test('the next reindex removes the remains of a lock whose process died while taking it', async () => {
  const place = await makePlace()
  await mkdir(place.dataDir)
  const path = join(place.dataDir, 'reindex.lock')
  for (const name of ['one.unfinished', 'two.dead.unfinished']) await writeFile(`${path}.${name}`, '{')
  await openAt(place)
  expect((await readdir(place.dataDir)).sort()).toEqual(['current.json', 'generations'])
})

test('only one of many takes a lock at the same time, and nothing else is left behind', async () => {
  const { dataDir } = await makePlace({})
  const path = join(dataDir, 'reindex.lock')
  const all = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => takeLock(path, `process ${at}`)))
  const taken = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(taken).toHaveLength(1)
  expect(await taken[0]?.isHeld()).toBe(true)
  expect(await readdir(dataDir)).toEqual(['reindex.lock'])
  await taken[0]?.release()
  expect(await readdir(dataDir)).toEqual([])
})
