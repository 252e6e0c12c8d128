import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { inPlace, openRemoteAt } from '../../tests/library/place.ts'
import { madeUpNews } from './news.ts'

/** Milliseconds. `waited`: how long, in all, this thread was ready to run, and other threads and processes had the processors; null where the system does not tell. */
export interface Stall {
  readonly longest: number
  readonly waited: number | null
}

const every = 5

function waitedForProcessor(): number | null {
  try {
    // The second figure: nanoseconds on the run queue (https://docs.kernel.org/scheduler/sched-stats.html).
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return null
  }
}

/** Does something, and says how long this thread was held up meanwhile. */
export async function stallDuring(work: () => Promise<unknown>): Promise<Stall> {
  const delay = monitorEventLoopDelay({ resolution: every })
  const before = waitedForProcessor()
  delay.enable()
  await work()
  delay.disable()
  const after = waitedForProcessor()
  return {
    longest: Math.round(delay.max / 1e6),
    waited: before === null || after === null ? null : Math.round(after - before),
  }
}

/** The stalls of the thread that has the gateway, while a worker does its part for so many paragraphs. */
export interface Stalls {
  readonly load: Stall
  readonly rebuild: Stall
  readonly switching: Stall
}

/** Loads what is kept, rebuilds it, and takes up what changed. */
export async function stalls(paragraphs: number): Promise<Stalls> {
  return inPlace(madeUpNews(paragraphs), async (place) => {
    const first = await openRemoteAt(place)
    await first.port.reindex()
    await first.stop()
    const loaded = { remote: first }
    const load = await stallDuring(async () => {
      loaded.remote = await openRemoteAt(place)
      await loaded.remote.port.facts('drones')
    })
    const { remote } = loaded
    const rebuild = await stallDuring(() => remote.port.reindex({ full: true }))
    const switching = await stallDuring(() => remote.port.reindex())
    await remote.stop()
    return { load, rebuild, switching }
  })
}
