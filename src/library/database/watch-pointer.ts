import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Session } from '../../database/database.ts'

/** The channel on which the switch to another generation is announced. */
export const channel = 'verbatim_library'

/** The pause before reconnecting, in milliseconds. It doubles with each failure, up to the maximum. */
const firstPauseMs = 100
const maxPauseMs = 5000
/** How often the connection is tested, and how long the server may take to answer: a connection can be lost silently. */
const testEveryMs = 20_000
const maxSilenceMs = 5000

/** Whether the server answers in time. */
async function isAlive(session: Session): Promise<boolean> {
  const late = delay(maxSilenceMs, false, { ref: false })
  return Promise.race([session.query('select 1').then(() => true), late]).catch(() => false)
}

/** Listens on a connection until it ends. Calls `onChange` once it listens, and at each announcement. */
async function listen(session: Session, onChange: () => void, stopped: AbortSignal): Promise<void> {
  session.onNotification(onChange)
  await session.query(`listen ${channel}`)
  // Something may have been announced before.
  onChange()
  const stop = () => void session.close().catch(() => undefined)
  stopped.addEventListener('abort', stop, { once: true })
  const testing = setInterval(() => void isAlive(session).then((alive) => alive || stop()), testEveryMs)
  testing.unref()
  try {
    await session.ended
  } finally {
    clearInterval(testing)
    stopped.removeEventListener('abort', stop)
  }
}

/**
 * Calls `onChange` whenever the current generation may have changed: at each announcement, and after each connection or reconnection.
 * Returns a function that stops it.
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
        // The database cannot be reached. Whoever asks it gets an error.
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
