import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type AnswerService, createAnswerService, type ReindexReport } from '../../src/service/answer-service.ts'
import type { CallArgs, CallName } from '../../src/service/calls.ts'
import type { WorkerService, WorkerServiceOptions } from '../../src/service/worker-service.ts'
import { standing } from '../../testkit/library/busy.ts'
import { makePlace, openAt, type Place } from '../../testkit/library/make-place.ts'
import { openRemoteAt } from '../../testkit/library/place.ts'

async function openRemote(place: Place, more: Partial<WorkerServiceOptions> = {}): Promise<WorkerService> {
  const remote = await openRemoteAt(place, more)
  onTestFinished(() => remote.stop())
  return remote
}

/** Resolves when a function is called. */
function signal(): { readonly called: Promise<void>; readonly call: () => void } {
  let call: () => void = () => undefined
  const called = new Promise<void>((resolve) => {
    call = resolve
  })
  return { called, call: () => call() }
}

/** The report of a reindex that must not be refused. */
function ok(outcome: Awaited<ReturnType<AnswerService['reindex']>>): ReindexReport {
  return 'status' in outcome ? expect.fail(outcome.message) : outcome
}

/** Arguments for each call. */
const samples: { readonly [Name in CallName]: CallArgs<Name> } = {
  ask: ['How many ferries did the council vote to buy?'],
  examples: [],
  followUp: ['How many did it buy?', { key: 'none', ranges: [] }],
  whoSaid: ['?'],
  quotes: ['Okafor'],
  facts: ['ferries'],
  compare: ['north', 'south'],
  timeline: [undefined, 'none'],
  articles: [],
  outline: ['north'],
  find: ['The council voted to buy ferries.'],
  context: ['none'],
  suggest: ['article', 'n'],
  status: [],
  preview: [
    { name: 'gulls.txt', bytes: Buffer.from('There are 9 gulls.\n'), stated: {} },
    new AbortController().signal,
  ],
}

function callAll(service: AnswerService): Promise<readonly unknown[]> {
  const methods = new Map<string, (...args: readonly never[]) => Promise<unknown>>(Object.entries(service))
  return Promise.all(
    Object.entries(samples).map(([name, args]) =>
      Reflect.apply(methods.get(name) ?? expect.fail(name), undefined, args),
    ),
  )
}

describe('an answer service in a worker thread', () => {
  test('answers each call as the service in this process does', async () => {
    const place = await makePlace()
    const { service } = await openRemote(place)
    const own = createAnswerService(await openAt(place))
    expect(await callAll(service)).toEqual(await callAll(own))
  })

  test('answers as the library does, and stores its index', async () => {
    const place = await makePlace()
    const { service, served } = await openRemote(place)
    const own = await openAt(place)
    expect(served.generation).toBe(own.current.id)
    const answer = await service.ask('How many ferries did the council vote to buy?')
    expect(answer).toMatchObject({ status: 'answered', generation: own.current.id })
    expect(await service.ask('?')).toMatchObject({ status: 'error' })
    expect((await service.articles()).articles).toHaveLength(3)
  })

  test('reads the articles once if no index is stored, or only one of another program version', async () => {
    const place = await makePlace()
    const kept = async () => JSON.parse(await readFile(join(place.dataDir, 'current.json'), 'utf8'))
    const switches: string[] = []
    const onSwitch = (_: unknown, why: string) => switches.push(why)
    const first = await openRemote(place, { onSwitch })
    expect(await kept()).toMatchObject({ generation: first.served.generation, by: 'the program at startup' })
    const troubles: string[] = []
    const second = await openRemote(place, {
      onSwitch,
      fingerprint: 'another',
      onTrouble: (told) => troubles.push(told),
    })
    expect(await kept()).toMatchObject({ generation: second.served.generation })
    expect(troubles).toEqual([expect.stringMatching(/was written by another version of this program.*rebuilt/)])
    expect((await second.service.facts('ferries')).status).toBe('answered')
    expect(switches).toEqual([])
  })

  test('answers even if it cannot store its index, and says so', async () => {
    const place = await makePlace()
    await mkdir(place.dataDir)
    await writeFile(join(place.dataDir, 'generations'), 'no folder')
    const told = signal()
    const { service } = await openRemote(place, {
      onTrouble: (sentence) => /ENOTDIR|EEXIST/.test(sentence) && told.call(),
    })
    expect((await service.facts('ferries')).status).toBe('answered')
    await told.called
  })

  test('says in a sentence that there are no articles', async () => {
    const place = await makePlace({})
    await expect(openRemote(place)).rejects.toThrow(/is empty: put .* files into it/)
  })

  test('stays as it was after a reindex that fails or is cancelled, and leaves no lock', async () => {
    const place = await makePlace()
    const { service, served } = await openRemote(place)
    const stop = new AbortController()
    await writeFile(join(place.folder, 'count.txt'), 'There are 9 ferries, the office said.\n')
    const cancelled = await service.reindex({ signal: stop.signal, onProgress: () => stop.abort() })
    expect(cancelled).toMatchObject({ status: 'error', message: 'The reindex was cancelled.' })
    const both = await Promise.all([service.reindex(), service.reindex({ by: 'another' })])
    expect(both.filter((one) => 'status' in one)).toMatchObject([
      { message: expect.stringContaining('Another reindex is running') },
    ])
    await rm(place.folder, { recursive: true })
    expect(await service.reindex()).toMatchObject({
      status: 'error',
      message: expect.stringContaining('does not exist'),
    })
    expect((await service.articles()).articles).toHaveLength(4)
    expect((await service.articles()).generation).not.toBe(served.generation)
  })

  test('answers from a new thread after a reindex, unless nothing is new', async () => {
    const place = await makePlace()
    const switches: string[] = []
    const { service } = await openRemote(place, { onSwitch: (_, why) => switches.push(why) })
    const first = await service.reindex({ by: 'first' })
    expect(first).toMatchObject({ added: [], changed: [], skipped: [] })
    await writeFile(join(place.folder, 'empty.txt'), '')
    const { skipped } = ok(await service.reindex({ by: 'second' }))
    expect(skipped).toMatchObject([{ file: 'empty.txt' }])
    expect((await service.articles()).skipped).toEqual(skipped)
    await service.reindex({ by: 'third' })
    await service.reindex({ by: 'fourth', full: true })
    expect((await service.articles()).skipped).toEqual(skipped)
    expect(switches).toEqual(['reindexed for second', 'reindexed for fourth'])
  })

  test('starts from the stored index, then takes up changed articles and what another process has indexed', async () => {
    const place = await makePlace()
    await openAt(place)
    await writeFile(join(place.folder, 'count.txt'), 'There are 9 ferries, the office said.\n')
    const first = signal()
    const second = signal()
    const signals = [first, second]
    const remote = await openRemote(place, { onSwitch: () => signals.shift()?.call() })
    await first.called
    expect(remote.served.articles).toBe(4)
    await writeFile(join(place.folder, 'more.txt'), 'There are 8 gulls, the office said.\n')
    const other = await openAt(place, { begin: 'stored' })
    await other.reindex({ by: 'another process' })
    await second.called
    expect(remote.served.generation).toBe(other.current.id)
    expect(JSON.parse(await readFile(join(place.dataDir, 'current.json'), 'utf8'))).toMatchObject({
      by: 'another process',
    })
  })

  test('answers from the stored index while the articles cannot be read, and says why', async () => {
    const place = await makePlace()
    const { current } = await openAt(place)
    await writeFile(join(place.dataDir, 'hidden.json'), 'damaged')
    const told = signal()
    const troubles: string[] = []
    const onTrouble = (sentence: string) => {
      troubles.push(sentence)
      told.call()
    }
    const { service } = await openRemote(place, { onTrouble })
    await told.called
    expect(troubles).toEqual([
      expect.stringMatching(/hidden\.json is damaged: .* Answers still come from generation [0-9a-f]{8}\.$/),
    ])
    expect(await service.facts('ferries')).toMatchObject({ status: 'answered', generation: current.id })
  })

  test('takes less than half the CPU time of the calling thread that a library in that thread takes', async () => {
    const place = await makePlace(standing(400))
    const busy = async (service: AnswerService): Promise<number> => {
      const before = performance.eventLoopUtilization()
      await Promise.all([service.reindex({ full: true }), service.ask('How many gulls did the keeper count?')])
      return performance.eventLoopUtilization(before).active
    }
    // It is under a twentieth, and what else the machine does meets both alike. The stalls themselves are in docs/torture.md.
    const own = await busy(createAnswerService(await openAt(place, { store: undefined, reading: undefined })))
    const remote = await busy((await openRemote(place)).service)
    expect(remote).toBeLessThan(own / 2)
  })
})
