import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Article } from '../../src/corpus/article/article.ts'

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

/** The document as an article whose paragraphs are its non-empty lines, all of them body. */
export function articleOf({ id, title, text: whole }: GoldDocument): Article {
  const paragraphs = [...whole.matchAll(/[^\n]*\S[^\n]*/g)].map((match, index) => {
    const text = match[0].trim()
    const fileStart = match.index + match[0].indexOf(text)
    return { number: index + 1, kind: 'body' as const, text, fileStart, fileEnd: fileStart + text.length }
  })
  const known = {
    titleIsOwn: true,
    date: null,
    outlet: null,
    author: null,
    authors: [],
    sources: {},
    warnings: [],
    url: null,
    hash: '',
    textHash: '',
  }
  return { id, file: id, title, paragraphs, ...known }
}
