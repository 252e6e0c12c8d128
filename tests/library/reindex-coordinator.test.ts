import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ReindexBusyError } from '../../src/library/errors/reindex-busy-error.ts'
import { createReindexCoordinator, type ReindexCoordinator } from '../../src/library/reindex/reindex-coordinator.ts'
import type { BuildTask } from '../../src/library/reindex/reindex-request.ts'
import { lockFile, openStore } from '../../src/library/snapshot/store.ts'
import { fingerprint, makePlace, openAt, type Place } from '../../testkit/library/make-place.ts'

interface Coordinated {
  readonly place: Place
  readonly coordinator: ReindexCoordinator
  readonly generation: () => string
  /** Who asked for each build so far. */
  readonly builds: readonly string[]
}

/** A coordinator over a real library; `beforeBuild` runs before each build. */
async function coordinate(
  beforeBuild: (task: BuildTask) => Promise<void> = async () => undefined,
): Promise<Coordinated> {
  const place = await makePlace()
  const library = await openAt(place)
  const builds: string[] = []
  const coordinator = createReindexCoordinator({
    folder: place.folder,
    store: openStore(place.dataDir, fingerprint),
    isArticle: (file) => library.current.articles.some((article) => article.file === file),
    build: async (task) => {
      builds.push(task.by)
      await beforeBuild(task)
      return library.build(task)
    },
    onTrouble: (warning) => expect.fail(warning),
  })
  return { place, coordinator, generation: () => library.current.id, builds }
}

/** Resolves when a signal is aborted. */
const aborted = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve())
  })
const unexpected = (error: unknown) => expect.fail(String(error))
const isLocked = ({ dataDir }: Place) => existsSync(join(dataDir, lockFile))

describe('the coordinator of reindexes', () => {
  test('cancels a background reindex for one that is requested, which then runs', async () => {
    const { coordinator, builds } = await coordinate(({ by, signal }) =>
      by === 'the bot itself' ? aborted(signal) : Promise.resolve(),
    )
    coordinator.refresh(() => undefined, unexpected)
    const report = await coordinator.reindex({ by: 'olga' })
    expect(report.articles).toBe(3)
    expect(builds.at(-1)).toBe('olga')
    expect(coordinator.last).toMatchObject({ by: 'olga' })
  })

  test('runs one requested reindex at a time, also if two wait for the same background work', async () => {
    const { coordinator } = await coordinate()
    coordinator.inBackground(aborted, unexpected)
    const [first, second] = await Promise.allSettled([coordinator.reindex(), coordinator.reindex()])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(ReindexBusyError) })
  })

  test('starts no background work during other work', async () => {
    const { coordinator, builds } = await coordinate()
    const reindex = coordinator.reindex({ by: 'olga' })
    coordinator.refresh(() => undefined, unexpected)
    await reindex
    expect(builds).toEqual(['olga'])
  })

  test('runs what waits until it is idle once, even if the work before it failed', async () => {
    const { coordinator } = await coordinate(() => Promise.reject(new Error('a fault')))
    const calls: string[] = []
    coordinator.whenIdle(() => calls.push('at once'))
    const reindex = coordinator.reindex()
    coordinator.whenIdle(() => calls.push('replaced'))
    coordinator.whenIdle(() => calls.push('afterwards'))
    expect(calls).toEqual(['at once'])
    await expect(reindex).rejects.toThrow('a fault')
    expect(calls).toEqual(['at once', 'afterwards'])
  })

  test('reports an error of background work, and is idle again', async () => {
    const { coordinator } = await coordinate()
    const error = await new Promise((resolve) =>
      coordinator.inBackground(() => Promise.reject(new Error('a fault')), resolve),
    )
    expect(error).toMatchObject({ message: 'a fault' })
    await expect(coordinator.reindex()).resolves.toMatchObject({ articles: 3 })
  })

  test('switches only after the change and the build, and undoes the change if the build fails', async () => {
    let fails = true
    const { coordinator, place, generation } = await coordinate(async () => {
      if (fails) throw new Error('a fault')
    })
    const before = generation()
    const change = { does: 'add', file: 'gulls.txt', bytes: Buffer.from('The office counted 9 gulls.\n') } as const
    await expect(coordinator.reindex({ change })).rejects.toThrow('a fault')
    expect(generation()).toBe(before)
    expect(existsSync(join(place.dataDir, 'articles', 'gulls.txt'))).toBe(false)
    fails = false
    const report = await coordinator.reindex({ change })
    expect(report).toMatchObject({ added: ['gulls.txt'], undo: { does: 'remove', file: 'gulls.txt' } })
    expect(generation()).toBe(report.after)
  })

  test('cancels background work when it stops, leaves no lock, and refuses further work', async () => {
    const { coordinator, place, builds } = await coordinate(({ signal }) => aborted(signal))
    await writeFile(join(place.folder, 'count.txt'), 'There are 9 ferries, the office said.\n')
    coordinator.refresh(() => undefined, unexpected)
    await expect.poll(() => builds).toEqual(['the bot itself'])
    expect(isLocked(place)).toBe(true)
    await coordinator.stop()
    expect(isLocked(place)).toBe(false)
    await expect(coordinator.reindex()).rejects.toThrow('The program is shutting down: nothing was reindexed.')
    coordinator.refresh(() => undefined, unexpected)
    coordinator.whenIdle(() => expect.fail('it has stopped'))
    expect(builds).toEqual(['the bot itself'])
  })
})
