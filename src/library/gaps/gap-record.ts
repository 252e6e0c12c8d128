import * as z from 'zod'

/** Why a question is a gap: nothing was found, or somebody marked the answer "Not it". */
export type GapReason = 'unanswered' | 'marked'

const eightDigits = z.string().regex(/^[0-9a-f]{8}$/)

const schema = z.object({
  /** The day on which it was asked, in UTC. */
  day: z.iso.date(),
  /** The process that recorded it. */
  run: eightDigits,
  /** The group of similar questions that it belongs to. */
  group: eightDigits,
  why: z.enum(['unanswered', 'marked']),
  /** Whether the asker had not yet asked a similar question in this run. Nothing else about askers is stored. */
  asker: z.enum(['new', 'known']),
  /** The command that was run, and its options. */
  command: z.string().regex(/^[a-z][a-z-]{0,31}$/),
  options: z.record(z.string().regex(/^[a-z][a-z-]{0,31}$/), z.union([z.string().max(500), z.number(), z.boolean()])),
})

/** A question that went unanswered, or an answer that was marked, as a line of the file. */
export type GapRecord = z.infer<typeof schema>

/** A question: a command with its options. */
export type GapCall = Readonly<Pick<GapRecord, 'command' | 'options'>>

/** Reads a line; null if it is not a record. */
export function readRecord(line: string): GapRecord | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
