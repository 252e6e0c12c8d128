/** Milliseconds until reading is slow enough to say so, and between two lines. */
const slowMs = 3000
const intervalMs = 2000

/** Shows how far the articles are read at the start. */
export interface ReadingProgress {
  onReading(done: number, of: number | null): void
  /** Whether something was shown. */
  isSlow(): boolean
}

/** The CPU time of this process in milliseconds: on a busy machine, a short start is not slow. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Writes lines about the progress of a slow start. `now` is in milliseconds. */
export function readingProgress(write: (line: string) => void, now: () => number = cpuTime): ReadingProgress {
  const begun = now()
  let last = -1
  return {
    onReading(done, of) {
      const at = now() - begun
      if (at < slowMs || (last >= 0 && at - last < intervalMs)) return
      last = at
      write(of === null ? `Reading the articles: ${done} files …\n` : `Reading the articles: ${done} of ${of} …\n`)
    },
    isSlow: () => last >= 0,
  }
}
