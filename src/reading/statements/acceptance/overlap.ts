import type { TokenRange } from '../reported/content-candidates.ts'

/** The number of tokens of some ranges. */
export const sizeOf = (ranges: readonly TokenRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0)

/** The share of the tokens of two contents that both have (Jaccard index). */
export function overlapOf(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  let shared = 0
  for (const one of a)
    for (const other of b) shared += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return shared === 0 ? 0 : shared / (sizeOf(a) + sizeOf(b) - shared)
}

export const covers = (ranges: readonly TokenRange[], token: number): boolean =>
  ranges.some(({ from, to }) => token >= from && token < to)
