/** On a machine that does a lot else, the time that passes may be so many times the time that is worked. */
const maxStretch = 10

function workedMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Calls `onOver` when a thread that was busy all the while has worked for `limitMs` milliseconds: they have passed, and this process
 * has used as much of a processor, so that a busy machine does not decide; or ten times as many have passed.
 * @returns what ends the waiting.
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
