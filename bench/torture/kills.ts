import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { facts } from '../../src/answers/facts/facts.ts'
import { reindexSteps } from '../../src/library/reindex.ts'
import { chance } from '../../tests/library/damage.ts'
import { inPlace, openAt, type Place, program, root, shape } from './places.ts'

const oldText = 'The old lighthouse keeper said that the lamp holds 900 candles.\n'
const newText = 'The new lighthouse keeper said that the lamp holds 700 candles.\n'

function die({ folder, dataDir }: Place, when: string): Promise<NodeJS.Signals | null> {
  const script = join(root, 'tests/library/reindex-child.mjs')
  const child = spawn(process.execPath, [script, program, folder, dataDir, when, shape], { stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => resolve(signal))
  })
}

/** What one kill led to. */
export interface Kill {
  readonly when: string
  readonly killed: boolean
  readonly served: 'old' | 'new' | 'neither'
  readonly worksAgain: boolean
}

async function killOnce(when: string): Promise<Kill> {
  return inPlace({ 'a.txt': oldText, 'b.txt': 'The harbour has 12 boats, the mayor said.\n' }, async (place) => {
    const { current: old } = await openAt(place)
    await writeFile(join(place.folder, 'a.txt'), newText)
    await writeFile(join(place.folder, 'c.txt'), 'A third article says that 44 gulls were counted.\n')
    const signal = await die(place, when)
    const troubles: string[] = []
    const kept = await openAt(place, { begin: 'kept', onTrouble: (sentence) => troubles.push(sentence) })
    const answer = facts(kept.current, 'lamp candles')
    const said = answer.status === 'answered' ? answer.items[0]?.snippet.text : ''
    const isOld = kept.current.id === old.id && said === oldText.trim() && kept.current.articles.length === 2
    const isNew = kept.current.id !== old.id && said === newText.trim() && kept.current.articles.length === 3
    const report = await kept.reindex({ full: true }).catch(() => null)
    return {
      when,
      killed: signal === 'SIGKILL',
      served: troubles.length > 0 ? 'neither' : isOld ? 'old' : isNew ? 'new' : 'neither',
      worksAgain: report?.articles === 3,
    }
  })
}

/** Kills so many reindexes: in turn at each named step, and at random moments. */
export async function kills(count: number): Promise<readonly Kill[]> {
  const next = chance(7)
  const times = Array.from({ length: count }, (_, at) =>
    at % 2 === 0 ? (reindexSteps[(at / 2) % reindexSteps.length] ?? 'reading') : String(Math.floor(next() * 150)),
  )
  const done: Kill[] = []
  const chain = async () => {
    for (let when = times.shift(); when !== undefined; when = times.shift()) done.push(await killOnce(when))
  }
  await Promise.all([chain(), chain(), chain()])
  return done
}
