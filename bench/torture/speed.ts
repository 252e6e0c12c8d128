import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { openRemotePort } from '../../src/answers/remote-port.ts'
import { readCorpus } from '../../src/corpus/folder.ts'
import { buildGeneration } from '../../src/library/generation.ts'
import { inPlace, madeUp, openAt, program, shape } from './places.ts'

/** Milliseconds until `/facts` and `/who-said` can be answered: built from the articles, and from what is kept. */
export async function starts(paragraphs: number): Promise<{ readonly built: number; readonly kept: number }> {
  return inPlace(madeUp(paragraphs / 20, 20), async (place) => {
    await openAt(place)
    const timed = async (
      work: () => Promise<{ readonly facts: unknown; readonly statements: unknown; readonly index: unknown }>,
    ) => {
      const begun = performance.now()
      const generation = await work()
      void [generation.facts, generation.statements, generation.index]
      return Math.round(performance.now() - begun)
    }
    const kept = await timed(async () => (await openAt(place)).current)
    const built = await timed(async () => buildGeneration(await readCorpus(place.folder), 'test'))
    return { built, kept }
  })
}

/** The longest stall of the asking thread, in milliseconds, while a worker loads and rebuilds so many paragraphs. */
export async function longestStall(paragraphs: number): Promise<number> {
  return inPlace(madeUp(paragraphs / 20, 20), async (place) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const remote = await openRemotePort({
      ...place,
      file: pathToFileURL(join(program, 'answers/worker.js')),
      version: 'test',
      shape,
      onTrouble: () => undefined,
      onSwitch: () => undefined,
    })
    await remote.port.reindex({ full: true })
    await remote.port.facts('ferries of Elmport')
    delay.disable()
    await remote.stop()
    return Math.round(delay.max / 1e6)
  })
}
