import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import * as z from 'zod'
import { systemCode } from '../errors/library-error.ts'
import { unfinished } from './atomic-file.ts'

// Why not a package, and how a dead holder is detected: docs/decisions/0021-reindex-lock.md.

const holderSchema = z.object({
  token: z.string(),
  pid: z.int(),
  host: z.string(),
  /** The id of the machine's boot, and when the process started after it; null if the system does not say. */
  boot: z.string().nullable(),
  begun: z.string().nullable(),
  by: z.string(),
  since: z.string(),
})

/** Who holds a lock. */
export type LockHolder = z.infer<typeof holderSchema>

/** Another holder has the lock. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
  readonly holder: Pick<LockHolder, 'by' | 'since'>

  constructor(holder: Pick<LockHolder, 'by' | 'since'>) {
    super(`held by ${holder.by} since ${holder.since}`)
    this.holder = holder
  }
}

/** A lock that this process holds. */
export interface Lock {
  /** Identifies this lock, also in another thread of this process: `isHeldAs`. */
  readonly token: string
  /** Whether this process still holds it: the file may have been removed. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

/** How often a holder touches the file, and how long a holder on another machine may go without touching it, in milliseconds. */
const beat = 10_000
const maxSilenceMs = 120_000
const maxTries = 8

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

/** When a process started, in ticks since boot. Together with the process id it is unique. */
async function beginOf(pid: number): Promise<string | null> {
  const line = await readText(`/proc/${pid}/stat`)
  // The second field, the name in brackets, may contain anything; the start time is the 22nd.
  return line === null ? null : (line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null)
}

async function bootId(): Promise<string | null> {
  return (await readText('/proc/sys/kernel/random/boot_id'))?.trim() ?? null
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}

async function isAlive(holder: LockHolder, silentFor: number): Promise<boolean> {
  if (holder.host !== hostname()) return silentFor < maxSilenceMs
  const boot = await bootId()
  if (boot !== null && holder.boot !== null && boot !== holder.boot) return false
  if (!isRunning(holder.pid)) return false
  const begun = await beginOf(holder.pid)
  return begun === null || holder.begun === null ? silentFor < maxSilenceMs : begun === holder.begun
}

interface Found {
  readonly holder: LockHolder | null
  readonly silentFor: number
}

async function look(path: string): Promise<Found | null> {
  try {
    const [content, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    return { holder: parseHolder(content), silentFor: Date.now() - mtimeMs }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

function parseHolder(content: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(content))
  } catch {
    // The file is created in one step, so only a power cut can have damaged it, and no holder survives that.
    return null
  }
}

/** The current holder of a lock, or null. */
export async function lockHolder(path: string): Promise<LockHolder | null> {
  const found = await look(path)
  return found?.holder && (await isAlive(found.holder, found.silentFor)) ? found.holder : null
}

/** Whether the lock at `path` is still the one that was taken with this token. @throws the system's error if it cannot be read. */
export async function isHeldAs(path: string, token: string): Promise<boolean> {
  return (await look(path))?.holder?.token === token
}

/** Removes the file of a dead holder. If another process takes the lock in the meantime, its file is put back. */
async function clear(path: string, judged: LockHolder | null, token: string): Promise<void> {
  const aside = `${path}.${token}.dead${unfinished}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  const taken = await look(aside)
  if (taken?.holder && taken.holder.token !== judged?.token) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

/**
 * Takes a lock for `by`, a name for people. The lock is a file at `path`, whose folder is created if necessary.
 * @throws LockedError while a living process holds it; the system's error if the file cannot be created.
 */
export async function takeLock(path: string, by: string): Promise<Lock> {
  await mkdir(dirname(path), { recursive: true })
  const token = randomUUID()
  const { pid } = process
  const holder: LockHolder = {
    token,
    pid,
    host: hostname(),
    boot: await bootId(),
    begun: await beginOf(pid),
    by,
    since: new Date().toISOString(),
  }
  const beside = `${path}.${token}${unfinished}`
  try {
    for (let tries = 1; ; tries++) {
      try {
        // On a full disk this leaves an empty file, which is removed below too.
        await writeFile(beside, `${JSON.stringify(holder)}\n`)
        // A link is created in one step, and fails if the name is taken.
        await link(beside, path)
        return hold(path, token)
      } catch (error) {
        // Another process that has just stored a generation removes all unfinished files, even those in use.
        if (systemCode(error) === 'ENOENT' && tries < maxTries) continue
        if (systemCode(error) !== 'EEXIST') throw error
      }
      const found = await look(path)
      if (found?.holder && (tries >= maxTries || (await isAlive(found.holder, found.silentFor)))) {
        throw new LockedError(found.holder)
      }
      if (found !== null) await clear(path, found.holder, token)
    }
  } finally {
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

function hold(path: string, token: string): Lock {
  const beating = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, beat)
  beating.unref()
  const isHeld = () => isHeldAs(path, token)
  return {
    token,
    isHeld,
    async release() {
      clearInterval(beating)
      // If the file stayed, others would wait for this process for as long as it lives.
      if (await isHeld().catch(() => true))
        await rm(path, { force: true, maxRetries: 3 }).catch(() => rm(path, { force: true }))
    },
  }
}
