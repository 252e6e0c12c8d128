import * as z from 'zod'

/** What a process that built and stored an index prints. Times are wall-clock times in seconds. */
export const storedSchema = z.object({
  paragraphs: z.number(),
  articles: z.number(),
  readingS: z.number(),
  indexingS: z.number(),
  storingS: z.number(),
  peakMb: z.number(),
})

/** What a process that asked prints. */
export const askedSchema = z.object({
  /** Until the index can be asked, in seconds, with what is stored here: nothing, or a copy. */
  fetchingS: z.number(),
  loadingS: z.number(),
  questions: z.number(),
  answered: z.number(),
  /** Wall-clock times of `/ask`, and CPU times of the process without the database, in milliseconds. */
  p50Ms: z.number(),
  p99Ms: z.number(),
  cpuP50Ms: z.number(),
  cpuP99Ms: z.number(),
  restMb: z.number(),
})
