import { progressShare, progressText } from '../../../commands/support/texts/progress-text.ts'
import type { Progress } from '../../service/answer-service.ts'
import { type Clock, systemClock } from './clock.ts'

/** Shows progress by editing a message. */
export interface ProgressMessage {
  report(progress: Progress): void
  /** Stops editing; resolves when the message may be edited again. */
  end(): Promise<void>
}

/** The minimum time between two edits of a message, in milliseconds. */
const minIntervalMs = 2000
const barLength = 12

/** A progress bar with the current step. */
export function progressLine(progress: Progress): string {
  // How long one file takes is unknown.
  if (progress.step === 'upload') return `${progressText(progress)} …`
  const share = progressShare(progress)
  const full = Math.round(share * barLength)
  return `${'▰'.repeat(full)}${'▱'.repeat(barLength - full)} ${Math.round(share * 100)} % · ${progressText(progress)}`
}

/** Shows progress with `show`: first after `intervalMs`, then at least `intervalMs` after each edit. */
export function createProgressMessage(
  show: (line: string) => Promise<unknown>,
  clock: Clock = systemClock,
  intervalMs = minIntervalMs,
): ProgressMessage {
  const timer = new AbortController()
  const pause = (): Promise<void> => clock.wait(intervalMs, timer.signal).catch(() => undefined)
  let latest: Progress | null = null
  let isScheduled = false
  let editing: Promise<void> | null = null
  let isOver = false
  let hasEdited = false
  /** Resolves when the message may be edited again. */
  let free = pause()

  function schedule(): void {
    if (isScheduled || editing !== null || latest === null || isOver) return
    isScheduled = true
    void free.then(() => {
      isScheduled = false
      if (!isOver) editing = edit()
    })
  }

  async function edit(): Promise<void> {
    const progress = latest
    latest = null
    if (progress !== null) await show(progressLine(progress))
    hasEdited = true
    free = pause()
    editing = null
    schedule()
  }

  return {
    report(progress) {
      latest = progress
      schedule()
    },
    async end() {
      isOver = true
      await editing
      if (hasEdited) await free
      else timer.abort()
    },
  }
}
