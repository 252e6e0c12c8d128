import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { facts } from '../../src/answers/facts/facts.ts'
import { whoSaid } from '../../src/answers/statements/who-said.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { openStore } from '../../src/library/snapshot/store.ts'
import { fingerprint, openAt, type Place } from '../library/place.ts'
import { type Damage, damage } from './damage.ts'

/** What a damaged snapshot led to. */
export interface Outcome {
  readonly damage: Damage
  /** What was said of it; null where nothing was. */
  readonly warning: string | null
  /** Whether what is answered from afterwards is what was answered from before. */
  readonly isSame: boolean
}

const topics = ['ferries', 'harbour', 'council voted', 'euros']

/** What a generation holds, and answers to a few questions. */
async function contentOf(generation: Generation): Promise<string> {
  const { id, articles, statements, facts: all } = generation
  const answers = await Promise.all(topics.flatMap((topic) => [facts(generation, topic), whoSaid(generation, topic)]))
  return JSON.stringify([id, articles, statements.length, all.length, answers])
}

/** The length of the last line of a snapshot, and of the hash in it with the line's end. */
const closingLength = 78
const hashLength = 65

/** Signs whatever the bytes of a snapshot now are, as if its checksum were not looked at. */
export function signed(bytes: Buffer): Buffer {
  const rest = bytes.subarray(0, Math.max(0, bytes.length - closingLength))
  const length = bytes.subarray(rest.length, Math.max(0, bytes.length - hashLength))
  return Buffer.concat([rest, length, Buffer.from(`${createHash('sha256').update(rest).digest('hex')}\n`)])
}

/**
 * Spoils the snapshot of a place in one way after another, and opens the library each time. `change` may do something to the
 * spoilt bytes.
 */
export async function openDamaged(
  place: Place,
  all: readonly Damage[],
  change: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<readonly Outcome[]> {
  const { current } = await openAt(place)
  const file = join(place.dataDir, 'generations', `${current.id}.snapshot`)
  const whole = await readFile(file)
  const right = await contentOf(current)
  const outcomes: Outcome[] = []
  for (const one of all) {
    await writeFile(file, change(damage(whole, one)))
    const troubles: string[] = []
    const isSame = await openAt(place, {
      store: openStore(place.dataDir, fingerprint),
      onTrouble: (warning) => troubles.push(warning),
    })
      .then(async (opened) => (await contentOf(opened.current)) === right)
      .catch(() => false)
    const warning = troubles.find((sentence) => sentence.includes(file)) ?? null
    outcomes.push({ damage: one, warning, isSame })
  }
  return outcomes
}
