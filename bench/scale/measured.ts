import * as z from 'zod'

/** What a process that built and stored an index prints. CPU times are of all its threads, in milliseconds, without the start of Node. */
export const builtSchema = z.object({
  /** Reading the articles, before they are indexed; null for an engine that gets paragraphs. */
  readingMs: z.number().nullable(),
  /** Everything else: indexing, comparing what was read, storing. */
  buildMs: z.number(),
  peakMb: z.number(),
  /** What it stored, with the texts. */
  storedMb: z.number(),
})

/** What a process that loaded an index and was asked prints. CPU times in milliseconds. */
export const askedSchema = z.object({
  /** From the stored index to the first answer. */
  loadMs: z.number(),
  /** After the questions and a garbage collection. */
  restMb: z.number(),
  questions: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  /** The slowest of the hostile questions; null for an engine that is not asked them. */
  hostileMs: z.number().nullable(),
  /** In percent of the questions with a known answer: the right paragraph first, and among the first ten. Null without such questions. */
  r1: z.number().nullable(),
  r10: z.number().nullable(),
})

export type Built = z.infer<typeof builtSchema>
export type Asked = z.infer<typeof askedSchema>

const mebibyte = 2 ** 20
export const mebibytes = (bytes: number): number => bytes / mebibyte

/** The CPU time of this process so far, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The value that a share of the sorted values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
