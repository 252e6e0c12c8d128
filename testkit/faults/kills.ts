import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { facts } from '../../src/answers/facts/facts.ts'
import type { Library } from '../../src/library/library.ts'
import { reindexSteps } from '../../src/library/reindex/reindex-request.ts'
import { type LibraryStore, openStore } from '../../src/library/snapshot/store.ts'
import { fingerprint, inPlace, openAt, type Place } from '../library/place.ts'
import { seededRandom } from '../random.ts'
import { type Keeps, reindexAndDie } from './reindex-and-die.ts'

const oldText = 'The old lighthouse keeper said that the lamp holds 900 candles.\n'
const newText = 'The new lighthouse keeper said that the lamp holds 700 candles.\n'
const maxMs = 150

/** Does something with a place that keeps an old generation, and whose articles have changed since. */
export async function inChangedPlace<T>(work: (place: Place, old: string) => Promise<T>): Promise<T> {
  return inPlace({ 'a.txt': oldText, 'b.txt': 'The harbour has 12 boats, the mayor said.\n' }, async (place) => {
    const { current } = await openAt(place)
    await writeFile(join(place.folder, 'a.txt'), newText)
    await writeFile(join(place.folder, 'c.txt'), 'A third article says that 44 gulls were counted.\n')
    return work(place, current.id)
  })
}

/** What one kill led to. */
export interface Kill {
  readonly when: string
  readonly killed: boolean
  /** Which generation is served afterwards, whole. */
  readonly served: 'old' | 'new' | 'neither'
  /** What the next reindex says; null where it works, and leaves nothing of the killed one behind. */
  readonly problem: string | null
}

async function whichIsServed({ current }: Library, old: string): Promise<Kill['served']> {
  const lamp = await facts(current, 'lamp candles')
  const gulls = await facts(current, 'gulls counted')
  const said = lamp.status === 'answered' ? lamp.items[0]?.snippet.text : ''
  const isNew = current.id !== old && said === newText.trim() && current.articles.length === 3
  if (isNew && gulls.status === 'answered') return 'new'
  const isOld = current.id === old && said === oldText.trim() && current.articles.length === 2
  return isOld && gulls.status === 'nothing-found' ? 'old' : 'neither'
}

async function leftBehind({ dataDir }: Place): Promise<readonly string[]> {
  const names = [...(await readdir(dataDir)), ...(await readdir(join(dataDir, 'generations')))]
  return names.filter((name) => name.includes('unfinished') || name.includes('.lock'))
}

/** How the next process takes the lock of a data folder, where not as the program does. */
export type Locking = (dataDir: string) => Pick<LibraryStore, 'lock'>

/** Kills a reindex, and looks what is served afterwards, and whether the next reindex works. */
export async function killOnce(when: string, keeps: Keeps = 'carefully', locking?: Locking): Promise<Kill> {
  return inChangedPlace(async (place, old) => {
    const killed = await reindexAndDie(place, when, null, keeps)
    const troubles: string[] = []
    const store = { ...openStore(place.dataDir, fingerprint), ...locking?.(place.dataDir) }
    const kept = await openAt(place, { begin: 'stored', store, onTrouble: (sentence) => troubles.push(sentence) })
    const served = troubles.length > 0 ? 'neither' : await whichIsServed(kept, old)
    const problem = await kept.reindex({ full: true }).then(
      async () => {
        if ((await whichIsServed(kept, old)) !== 'new') return 'the next reindex does not serve the new generation'
        const left = await leftBehind(place)
        return left.length === 0 ? null : `left behind: ${left.join(', ')}`
      },
      (error: unknown) => String(error),
    )
    return { when, killed, served, problem }
  })
}

/** So many moments of death: in turn each named step, and as many at random. */
export function moments(count: number, seed: number): readonly string[] {
  const next = seededRandom(seed)
  return Array.from({ length: count }, (_, at) =>
    at % 2 === 0 ? (reindexSteps[(at / 2) % reindexSteps.length] ?? 'reading') : String(Math.floor(next() * maxMs)),
  )
}

/** Kills a reindex before one in every `stride` of its file system calls, until it has no more; the last one is not killed. */
export async function killAtCalls(stride: number): Promise<readonly Kill[]> {
  const done: Kill[] = []
  do done.push(await killOnce(`call ${done.length * stride}`))
  while (done.at(-1)?.killed)
  return done
}

/** Kills a reindex at each of these moments, a few at a time. */
export async function killAt(all: readonly string[], atOnce: number): Promise<readonly Kill[]> {
  const left = [...all]
  const done: Kill[] = []
  const chain = async () => {
    for (let when = left.shift(); when !== undefined; when = left.shift()) done.push(await killOnce(when))
  }
  await Promise.all(Array.from({ length: atOnce }, chain))
  return done
}
