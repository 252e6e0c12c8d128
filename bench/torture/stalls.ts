import { monitorEventLoopDelay } from 'node:perf_hooks'
import { inPlace, openRemoteAt } from '../../testkit/library/place.ts'
import { besideIdle } from './idle.ts'
import { madeUpNews } from './news.ts'
import { runReindex } from './speed.ts'

/** The longest stalls in milliseconds: of the thread that is looked at, and of a process beside it that does nothing. */
export interface Stall {
  readonly own: number
  readonly idle: number
}

const maxStallMs = 100

/** What chance may add to one of two stalls that have one cause: a machine that is busy with others. */
const maxIdleRatio = 1.5

/** Whether a stall is short enough, or about as long as everybody's. */
export function isShort({ own, idle }: Stall): boolean {
  return own <= Math.max(maxStallMs, idle * maxIdleRatio)
}

/** Does something, and says how long this thread was held up meanwhile. */
export async function stallDuring(work: () => Promise<unknown>): Promise<Stall> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const { idle } = await besideIdle(async () => {
    delay.enable()
    await work()
    delay.disable()
  })
  return { own: Math.round(delay.max / 1e6), idle }
}

/** The stalls of the thread that has the gateway, while a worker does its part for this many paragraphs. */
export interface Stalls {
  readonly load: Stall
  readonly rebuild: Stall
  readonly switching: Stall
}

/** Loads what is kept, rebuilds it, and looks for changes. */
export async function stalls(paragraphs: number): Promise<Stalls> {
  return inPlace(madeUpNews(paragraphs), async (place) => {
    await runReindex(place)
    const opened: Awaited<ReturnType<typeof openRemoteAt>>[] = []
    const load = await stallDuring(async () => {
      const remote = await openRemoteAt(place)
      opened.push(remote)
      await remote.service.facts('drones')
    })
    const [remote] = opened
    if (remote === undefined) throw new Error('no worker was opened')
    try {
      const rebuild = await stallDuring(() => remote.service.reindex({ full: true }))
      const switching = await stallDuring(() => remote.service.reindex())
      return { load, rebuild, switching }
    } finally {
      await remote.stop()
    }
  })
}
