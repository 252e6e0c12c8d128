/**
 * The seconds of a processor that some work takes in this process. What else the machine does hardly adds to them: a limit of many times
 * what the work takes tells a text that is made to be slow, on any machine.
 */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}
