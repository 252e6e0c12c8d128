/** On a busy machine, the time that passes may be this many times the CPU time used. */
const maxStretch = 10

function workedMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Calls `onOver` when a busy thread has used up `limitMs` milliseconds: that much time has passed and this process has used as much CPU
 * time, so that other load on the machine does not matter; or ten times as much time has passed.
 * @returns a function that lifts the limit.
 */
export function limitWork(limitMs: number, onOver: () => void): () => void {
  const begun = performance.now()
  const before = process.cpuUsage()
  const look = (): void => {
    const left = Math.min(limitMs - workedMs(before), maxStretch * limitMs - (performance.now() - begun))
    if (left <= 0) onOver()
    else timer = setTimeout(look, Math.ceil(left))
  }
  let timer = setTimeout(look, limitMs)
  return () => clearTimeout(timer)
}
