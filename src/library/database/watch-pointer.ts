import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Session } from '../../database/database.ts'

/** The channel on which the switch to another generation is announced. */
export const channel = 'verbatim_library'

/** How soon a lost connection is made again, in milliseconds: twice as late each time it fails, up to the maximum. */
const firstPauseMs = 100
const maxPauseMs = 5000
/** How often the connection is tried, so that one is noticed that was lost without a word. */
const tryEveryMs = 20_000
const maxSilenceMs = 5000

/** Rejects unless the server answers in time. */
async function isAlive(session: Session): Promise<boolean> {
  const late = delay(maxSilenceMs, false, { ref: false })
  return Promise.race([session.query('select 1').then(() => true), late]).catch(() => false)
}

/** Listens on a connection until that ends. `onChange` is called after the connection listens, and at each announcement. */
async function listen(session: Session, onChange: () => void, stopped: AbortSignal): Promise<void> {
  session.onNotification(onChange)
  await session.query(`listen ${channel}`)
  // What was announced while nobody listened.
  onChange()
  const stop = () => void session.close().catch(() => undefined)
  stopped.addEventListener('abort', stop, { once: true })
  const trying = setInterval(() => void isAlive(session).then((alive) => alive || stop()), tryEveryMs)
  trying.unref()
  try {
    await session.ended
  } finally {
    clearInterval(trying)
    stopped.removeEventListener('abort', stop)
  }
}

/**
 * Calls `onChange` whenever the current generation may have changed: at each announcement, and whenever the connection was made, first or
 * again. Returns a function that ends it.
 */
export function watchPointer(database: Database, onChange: () => void): () => Promise<void> {
  const stopped = new AbortController()
  const run = async () => {
    for (let pause = firstPauseMs; !stopped.signal.aborted; pause = Math.min(2 * pause, maxPauseMs)) {
      try {
        const session = await database.session()
        if (stopped.signal.aborted) return await session.close()
        pause = firstPauseMs
        await listen(session, onChange, stopped.signal)
      } catch {
        // The database is away: whoever asks it is told so.
      }
      await delay(pause, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined)
    }
  }
  const ended = run()
  return async () => {
    stopped.abort()
    await ended
  }
}
