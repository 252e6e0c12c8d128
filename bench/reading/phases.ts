import { z } from 'zod'

/** The phases of reading in one thread, in order. */
export const phases = ['files', 'parsing', 'language', 'terms', 'statements', 'claims', 'index', 'grouping'] as const

export type Phase = (typeof phases)[number]

/** What a process that read a folder prints. */
export const measuredSchema = z.object({
  paragraphs: z.number(),
  /** Milliseconds, not counting the start of the process. */
  took: z.number(),
  /** Milliseconds of CPU time of all threads, with the start of the process. */
  cpu: z.number(),
  /** The most resident memory, in MiB. */
  peakMb: z.number(),
  /** Milliseconds of CPU time by phase; empty if it read as the program does. */
  milliseconds: z.partialRecord(z.enum(phases), z.number()),
})

export type Measured = z.infer<typeof measuredSchema>
