import * as z from 'zod'
import { askedSchema, builtSchema } from '../scale/measured.ts'

/** Where and when something was measured. */
const runSchema = z.object({ date: z.string(), node: z.string(), machine: z.string(), command: z.string() })

/** One engine on one corpus. Null: it was not measured there. */
const rowSchema = z.object({
  size: z.number(),
  engine: z.string(),
  paragraphs: z.number(),
  corpus: z.string(),
  version: z.string(),
  built: builtSchema.nullable(),
  asked: askedSchema.nullable(),
  run: runSchema,
})

/** One figure with the most that it may be. */
const goalSchema = z.object({
  what: z.string(),
  limit: z.number(),
  measured: z.number(),
  unit: z.string(),
  run: runSchema,
})

export const resultsSchema = z.object({ rows: z.array(rowSchema), goals: z.array(goalSchema) })

export type Run = z.infer<typeof runSchema>
export type Row = z.infer<typeof rowSchema>
export type Goal = z.infer<typeof goalSchema>
export type Results = z.infer<typeof resultsSchema>
