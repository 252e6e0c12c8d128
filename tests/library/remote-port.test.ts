import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openRemotePort, type RemotePort, type RemotePortOptions } from '../../src/answers/remote-port.ts'
import { makePlace, openAt, type Place, shape, version } from './articles.ts'
import { program } from './program.ts'

const file = pathToFileURL(join(program, 'answers/worker.js'))

async function openRemote(place: Place, more: Partial<RemotePortOptions> = {}): Promise<RemotePort> {
  const remote = await openRemotePort({
    ...place,
    file,
    version,
    shape,
    onTrouble: () => undefined,
    onSwitch: () => undefined,
    ...more,
  })
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

describe('a port that a worker serves', () => {
  test('answers as the library does, and keeps what it has read', async () => {
    const place = await makePlace()
    const { port, served } = await openRemote(place)
    const own = await openAt(place)
    expect(served.generation).toBe(own.current.id)
    const answer = await port.ask('How many ferries did the council vote to buy?')
    expect(answer).toMatchObject({ status: 'answered', generation: own.current.id })
    expect(await port.ask('?')).toMatchObject({ status: 'error' })
    expect((await port.articles()).articles).toHaveLength(3)
  })

  test('says in a sentence that there is nothing to serve', async () => {
    const place = await makePlace({})
    await expect(openRemote(place)).rejects.toThrow(/is empty: put .* files into it/)
  })

  test('loses no answer while reindexes follow one another, and every answer is of one generation', async () => {
    const place = await makePlace()
    const { port } = await openRemote(place)
    const generations = new Set<string>()
    let isOver = false
    let asked = 0
    const asking = Array.from({ length: 3 }, async () => {
      while (!isOver) {
        asked++
        const answer = await port.facts('ferries')
        if (answer.status !== 'answered') throw new Error(answer.status)
        const counted = answer.items[0]?.snippet.text ?? ''
        generations.add(`${answer.generation} ${counted}`)
      }
    })
    for (let round = 1; round <= 3; round++) {
      await writeFile(
        join(place.folder, 'count.txt'),
        `The number of ferries in Elmport is ${round}, the harbour office said.\n`,
      )
      expect(await port.reindex({ by: 'a test' })).toMatchObject({ articles: 4 })
    }
    isOver = true
    await Promise.all(asking)
    expect(asked).toBeGreaterThan(5)
    expect(generations.size).toBeLessThanOrEqual(4)
    const ids = [...generations].map((one) => one.slice(0, 8))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('stays as it was where a reindex fails or is cancelled, and nothing is left locked', async () => {
    const place = await makePlace()
    const { port, served } = await openRemote(place)
    const stop = new AbortController()
    await writeFile(join(place.folder, 'count.txt'), 'There are 9 ferries, the office said.\n')
    const cancelled = await port.reindex({ signal: stop.signal, onProgress: () => stop.abort() })
    expect(cancelled).toMatchObject({ status: 'error', message: 'The reindex was cancelled.' })
    const both = await Promise.all([port.reindex(), port.reindex({ by: 'another' })])
    expect(both.filter((one) => 'status' in one)).toMatchObject([{ message: expect.stringContaining('again already') }])
    await rm(place.folder, { recursive: true })
    expect(await port.reindex()).toMatchObject({ status: 'error', message: expect.stringContaining('does not exist') })
    expect((await port.articles()).articles).toHaveLength(4)
    expect((await port.articles()).generation).not.toBe(served.generation)
  })

  test('begins with what is kept, and takes up what has changed since, and what another process makes', async () => {
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
    const other = await openAt(place, { begin: 'kept' })
    await other.reindex({ by: 'another process' })
    await second.called
    expect(remote.served.generation).toBe(other.current.id)
    expect(JSON.parse(await readFile(join(place.dataDir, 'current.json'), 'utf8'))).toMatchObject({
      by: 'another process',
    })
  })

  test('does not hold up the thread that asks', async () => {
    const lines = Array.from(
      { length: 400 },
      (_, at) => `In round ${at} the keeper counted ${at * 3} gulls near pier ${at % 17}.`,
    )
    const place = await makePlace({ 'gulls.txt': lines.join('\n\n') })
    const { port } = await openRemote(place)
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    await Promise.all([port.reindex({ full: true }), port.ask('How many gulls did the keeper count?')])
    delay.disable()
    // Other tests share this machine: the full measurement is in docs/torture.md.
    expect(delay.percentile(90) / 1e6).toBeLessThan(100)
  })
})
