import { randomBytes } from 'node:crypto'
import { plainLine } from '../../language/tokens/normalise.ts'
import { groupBy } from '../../resources/group-by.ts'
import { openGapFile } from './gap-file.ts'
import type { GapCall, GapReason, GapRecord } from './gap-record.ts'
import { isAlike, likeness, type QuestionTerms, questionTerms } from './likeness.ts'

/** A question that the articles do not answer well. */
export interface Gap {
  /** The question in the words of the first person who asked it. */
  readonly call: GapCall
  /** At least this many people asked it, or a similar question. */
  readonly people: number
  /** How often nothing was found, and how often the answer was marked "Not it". */
  readonly unanswered: number
  readonly marked: number
  /** The first and the last day on which it was asked, as ISO dates in UTC. */
  readonly first: string
  readonly last: string
}

/** A question to be kept. */
export interface AskedQuestion {
  readonly why: GapReason
  readonly call: GapCall
  /** A pseudonym of the person who asked; in memory only. It stays the same while this process runs. */
  readonly asker: string
}

/** Keeps questions that went unanswered for 30 days, without recording who asked. */
export interface GapStore {
  /** Keeps a question. A person who asks a similar question again is not counted again. Never rejects: failures are reported. */
  add(asked: AskedQuestion): Promise<void>
  /** The gaps that at least two people asked about, those of the most people first. */
  list(): Promise<readonly Gap[]>
  /** Deletes what is over 30 days old. */
  sweep(): Promise<void>
}

export interface GapStoreOptions {
  readonly dataDir: string
  /** Called with a sentence when something cannot be stored or read. */
  readonly onTrouble: (warning: string) => void
  /** Whether the file is only read, because another process writes to it. Default false. */
  readonly isReadOnly?: boolean
  /** Milliseconds since 1970. Default: the system's time. */
  readonly now?: () => number
}

const keptDays = 30
const dayMs = 86_400_000
/** A question is shown only if at least this many people asked a similar one within one run. */
const minPeople = 2
const maxRecords = 2000
/** How many records are left when there are too many, so that not every further one rewrites the file. */
const recordsLeft = 1800
/** How many people are told apart for one gap. */
const maxPeople = 100
const maxQuestionLength = 400
/** Ids of users, channels and messages in Discord. */
const discordId = /\d{17,20}/g

/** Options as one line of text each, without ids. */
function cleaned(options: GapCall['options']): GapCall['options'] {
  const clean = (value: string) => plainLine(value.replace(discordId, '…')).slice(0, maxQuestionLength).toWellFormed()
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
  )
}

/** Similar questions. */
interface Group {
  readonly id: string
  /** Of the first of them. */
  readonly terms: QuestionTerms
  /** Who asked in this run. */
  readonly askers: Set<string>
}

function newId(): string {
  return randomBytes(4).toString('hex')
}

/**
 * How many people asked, at least. Who asked is not stored, so that people of two runs of the program cannot be told apart: the run
 * with the most people counts.
 */
function peopleIn(records: readonly GapRecord[]): number {
  const runs = groupBy(
    records.filter(({ asker }) => asker === 'new'),
    ({ run }) => run,
  )
  return Math.max(0, ...[...runs.values()].map(({ length }) => length))
}

function gapOf(records: readonly [GapRecord, ...GapRecord[]]): Gap {
  const count = (why: GapReason) => records.filter((record) => record.why === why).length
  const [first] = records
  return {
    call: { command: first.command, options: first.options },
    people: peopleIn(records),
    unanswered: count('unanswered'),
    marked: count('marked'),
    first: first.day,
    last: records.at(-1)?.day ?? first.day,
  }
}

/** Opens the store of a data folder. */
export function openGapStore({ dataDir, onTrouble, isReadOnly = false, now = Date.now }: GapStoreOptions): GapStore {
  const file = openGapFile(dataDir)
  const run = newId()
  const groups = new Map<string, Group>()
  let records: readonly GapRecord[] = []
  let isLoaded = false
  let before: Promise<unknown> = Promise.resolve()

  /** Runs one task at a time, because each changes what the next one finds. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = before.then(task)
    before = done.catch(() => undefined)
    return done
  }

  const report = (error: unknown): void => onTrouble(error instanceof Error ? error.message : String(error))
  const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

  function keep(left: readonly GapRecord[]): void {
    records = left
    for (const id of groups.keys()) if (!left.some(({ group }) => group === id)) groups.delete(id)
    for (const record of left) {
      const { group: id } = record
      if (!groups.has(id)) groups.set(id, { id, terms: questionTerms(record), askers: new Set() })
    }
  }

  async function load(): Promise<void> {
    if (isLoaded) return
    isLoaded = true
    try {
      const found = await file.read()
      keep(found.records.slice(-maxRecords))
      if (isReadOnly) return
      if (found.isDamaged || found.records.length > records.length) await file.rewrite(records)
    } catch (error) {
      report(error)
    }
  }

  async function sweep(): Promise<void> {
    await load()
    const oldest = dayAt(now() - keptDays * dayMs)
    const left = records.filter(({ day }) => day >= oldest)
    if (left.length === records.length) return
    keep(left)
    if (!isReadOnly) await file.rewrite(left).catch(report)
  }

  function groupOf(terms: QuestionTerms): Group {
    let [best, share] = [null as Group | null, 0]
    for (const group of groups.values()) {
      const found = likeness(group.terms, terms)
      if (found > share) [best, share] = [group, found]
    }
    if (best !== null && isAlike(share)) return best
    return { id: newId(), terms, askers: new Set() }
  }

  async function add({ why, call: asked, asker }: AskedQuestion): Promise<void> {
    const call = { command: asked.command, options: cleaned(asked.options) }
    await sweep()
    const group = groupOf(questionTerms(call))
    const isNew = !group.askers.has(asker) && group.askers.size < maxPeople
    if (!isNew && why === 'unanswered') return
    groups.set(group.id, group)
    if (isNew) group.askers.add(asker)
    const record: GapRecord = { day: dayAt(now()), run, group: group.id, why, asker: isNew ? 'new' : 'known', ...call }
    try {
      if (records.length < maxRecords) {
        records = [...records, record]
        await file.append(record)
      } else {
        keep([...records.slice(-recordsLeft), record])
        await file.rewrite(records)
      }
    } catch (error) {
      report(error)
    }
  }

  return {
    add: (asked) => inTurn(() => add(asked)),
    sweep: () => inTurn(sweep),
    list: () =>
      inTurn(async () => {
        await sweep()
        const gaps = [...groupBy(records, ({ group }) => group).values()].map(gapOf)
        return gaps
          .filter(({ people }) => people >= minPeople)
          .sort((a, b) => b.people - a.people || (a.last < b.last ? 1 : a.last > b.last ? -1 : 0))
      }),
  }
}
