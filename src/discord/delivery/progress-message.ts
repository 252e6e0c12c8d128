import { setTimeout as wait } from 'node:timers/promises'
import { progressShare, progressText } from '../../../commands/support/progress-text.ts'
import type { Progress } from '../../service/answer-service.ts'

/** Shows how far something is by editing a message. */
export interface ProgressMessage {
  report(progress: Progress): void
  /** Ends it: it edits no more, and resolves when the message may be edited again. */
  end(): Promise<void>
}

/** Milliseconds between two edits of a message. */
const between = 2000
const barLength = 12

/** A bar with how much of something is done, and what is being done. */
export function progressLine(progress: Progress): string {
  // How long one file takes cannot be told.
  if (progress.step === 'upload') return `${progressText(progress)} …`
  const share = progressShare(progress)
  const full = Math.round(share * barLength)
  return `${'▰'.repeat(full)}${'▱'.repeat(barLength - full)} ${Math.round(share * 100)} % · ${progressText(progress)}`
}

/** Edits a message by `show`: the first time after `every` milliseconds, and so long after one edit has ended at the soonest. */
export function createProgressMessage(show: (line: string) => Promise<unknown>, every = between): ProgressMessage {
  let latest: Progress | null = null
  let timer: NodeJS.Timeout | undefined
  let editing: Promise<void> | null = null
  let isOver = false
  let hasEdited = false
  let freeAt = performance.now() + every

  function schedule(): void {
    if (timer !== undefined || editing !== null || latest === null || isOver) return
    timer = setTimeout(
      () => {
        timer = undefined
        editing = edit()
      },
      Math.max(0, freeAt - performance.now()),
    )
  }

  async function edit(): Promise<void> {
    const progress = latest
    latest = null
    if (progress !== null) await show(progressLine(progress))
    hasEdited = true
    freeAt = performance.now() + every
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
      clearTimeout(timer)
      await editing
      if (hasEdited) await wait(Math.max(0, freeAt - performance.now()))
    },
  }
}
