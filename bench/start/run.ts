import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// How long one answer takes as a whole process, against a script that only indexes the same paragraphs: in turn, medians.

const rounds = 21
const root = fileURLToPath(new URL('../../../', import.meta.url))
const baseline = fileURLToPath(new URL('./baseline.js', import.meta.url))

function milliseconds(args: readonly string[]): number {
  const begun = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - begun
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

const ours: number[] = []
const theirs: number[] = []
for (let round = 0; round <= rounds; round++) {
  const [mine, other] = [milliseconds(['.', 'ask', '/facts drones']), milliseconds([baseline, 'seeds'])]
  // The first round only warms the caches of the file system.
  if (round > 0) {
    ours.push(mine)
    theirs.push(other)
  }
}
const ratios = ours.map((value, at) => value / (theirs[at] ?? Number.NaN))
process.stdout.write(
  `node . ask '/facts drones'      ${median(ours).toFixed(0)} ms\n` +
    `import minisearch and index     ${median(theirs).toFixed(0)} ms\n` +
    `ratio, median of ${rounds} pairs        ${median(ratios).toFixed(2)}\n`,
)
