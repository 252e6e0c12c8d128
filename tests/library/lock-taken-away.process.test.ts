import { readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ReindexRequest } from '../../src/library/library.ts'
import { currentFile, lockFile, openStore } from '../../src/library/snapshot/store.ts'
import { fingerprint, makePlace, openAt, type Place } from '../../testkit/library/make-place.ts'
import { openRemoteAt } from '../../testkit/library/place.ts'

const sentence = 'Another process took over the lock of this reindex: nothing was changed.'
const gulls = { does: 'add', file: 'gulls.txt', bytes: Buffer.from('The office counted 9 gulls.\n') } as const

const pointerOf = ({ dataDir }: Place) => readFile(join(dataDir, currentFile), 'utf8')
const lockOf = ({ dataDir }: Place) => JSON.parse(readFileSync(join(dataDir, lockFile), 'utf8'))

/** Replaces the lock that is held by another holder's. */
function takeAway(place: Place): void {
  const holder = { ...lockOf(place), token: 'of another', by: 'another process' }
  writeFileSync(join(place.dataDir, lockFile), JSON.stringify(holder))
}

/** A request that loses its lock before the work begins: its signal is read when the lock is held. */
const losingItsLock = (place: Place, request: ReindexRequest): ReindexRequest => ({
  ...request,
  get signal() {
    takeAway(place)
    return undefined
  },
})

describe('a reindex whose lock another process takes over', () => {
  test('keeps the old index and the other process’s lock', async () => {
    const place = await makePlace()
    const library = await openAt(place)
    const [{ id }, before] = [library.current, await pointerOf(place)]
    await writeFile(join(place.folder, 'count.txt'), 'There are 9 ferries, the office said.\n')
    await expect(library.reindex(losingItsLock(place, {}))).rejects.toThrow(sentence)
    expect(library.current.id).toBe(id)
    expect(await pointerOf(place)).toBe(before)
    expect(lockOf(place)).toMatchObject({ by: 'another process' })
  })

  test.for([
    ['of all articles', { full: true }],
    ['for a new article, which is gone again', { change: gulls }],
  ] as const)('leaves the old generation and the lock of the other, through the worker (%s)', async ([, request]) => {
    const place = await makePlace()
    await openAt(place)
    const switches: string[] = []
    const remote = await openRemoteAt(place, { onSwitch: (_, why) => switches.push(why) })
    onTestFinished(() => remote.stop())
    const [{ generation }, before] = [remote.served, await pointerOf(place)]
    const outcome = await remote.service.reindex(losingItsLock(place, request))
    expect(outcome).toEqual({ status: 'error', message: sentence, generation })
    expect(await pointerOf(place)).toBe(before)
    expect(lockOf(place)).toMatchObject({ by: 'another process' })
    expect(switches).toEqual([])
    expect(await remote.service.facts('ferries')).toMatchObject({ status: 'answered', generation })
    expect(await readdir(join(place.dataDir, 'articles')).catch(() => [])).toEqual([])
  })

  test('notices that even just before the final rename', async () => {
    const place = await makePlace()
    const { id } = (await openAt(place)).current
    const before = await pointerOf(place)
    const unfinished = async () => (await readdir(place.dataDir)).filter((name) => name.endsWith('.unfinished'))
    let seen: readonly string[] = []
    const isHeld = async () => {
      seen = await unfinished()
      return false
    }
    const record = { generation: id, previous: null, folder: place.folder, at: new Date().toISOString(), by: 'a test' }
    await expect(openStore(place.dataDir, fingerprint).switchTo(record, { token: 'any', isHeld })).rejects.toThrow(
      sentence,
    )
    expect(seen).toHaveLength(1)
    expect(await unfinished()).toEqual([])
    expect(await pointerOf(place)).toBe(before)
  })
})
