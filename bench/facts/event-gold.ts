import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Claim } from '../../src/reading/facts/extract/claim.ts'

const place = z.object({ file: z.string(), paragraph: z.number(), text: z.string() })
const difference = z.object({
  kind: z.string(),
  values: z.array(place.extend({ side: z.string() })),
})
const fact = z.object({
  id: z.string(),
  members: z.array(place),
  optional: z.array(place).default([]),
  separately: z.number(),
  differences: z.array(difference),
})
const nearMiss = z.object({ a: place, b: place })

/** A stretch of an article, by file, paragraph and words. */
export type Place = z.infer<typeof place>
export type EventFact = z.infer<typeof fact>

export interface EventGold {
  readonly facts: readonly EventFact[]
  readonly nearMisses: readonly z.infer<typeof nearMiss>[]
}

function rows<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)))
}

/** Reads the facts and near-misses of a folder of articles about invented events. */
export function readEventGold(folder: string): EventGold {
  return {
    facts: rows(join(folder, 'facts.jsonl'), fact),
    nearMisses: rows(join(folder, 'near-misses.jsonl'), nearMiss),
  }
}

const marks = /\*\*|__|^>\s|^#+\s/gu

/** Where a place is in an article's paragraphs, or null. Offsets in the paragraph's text. */
export function locate(
  { file, paragraph, text }: Place,
  { article, paragraph: own }: Claim,
): { start: number; end: number } | null {
  if (article.file !== file || own.number !== paragraph) return null
  const bare = text.replace(marks, '')
  const start = own.text.indexOf(bare)
  return start < 0 ? null : { start, end: start + bare.length }
}

/** The event of each file: files that share a fact are about one event, named after one of them. */
export function eventsOf({ facts }: EventGold): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  const rootOf = (file: string): string => {
    const parent = parents.get(file) ?? file
    return parent === file ? file : rootOf(parent)
  }
  for (const { members } of facts) {
    const [first, ...others] = members.map(({ file }) => file)
    if (first === undefined) continue
    if (!parents.has(first)) parents.set(first, first)
    for (const other of others) parents.set(rootOf(other), rootOf(first))
  }
  return new Map([...parents.keys()].map((file) => [file, rootOf(file)]))
}
