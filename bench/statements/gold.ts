import { readFileSync } from 'node:fs'
import { z } from 'zod'

const offsets = z.array(z.tuple([z.number(), z.number()]))
const attribution = z.object({
  content: offsets,
  source: offsets,
  cue: offsets,
  kind: z.enum(['direct', 'mixed', 'indirect']),
  speaker: z.string().nullable(),
  speakerHead: z.string().nullable(),
  speakerType: z.string(),
  mention: z.string().nullish(),
})
const goldDocument = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  attributions: z.array(attribution),
})

/** What an article attributes to somebody; offsets are UTF-16 in the document's text. */
export type Attribution = z.infer<typeof attribution>
export type GoldDocument = z.infer<typeof goldDocument>

/** Reads a data set of attributions: JSON Lines, one document a line. */
export function readGold(file: string): readonly GoldDocument[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => goldDocument.parse(JSON.parse(line)))
}
