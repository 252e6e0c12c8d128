import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { stopWords } from '../../../src/language/tokens/stop-words.ts'
import { loadPackage, type Rival } from './rival.ts'

interface Found {
  readonly hits: readonly { readonly id: string }[]
}
type Database = object
const isFunction = (value: unknown) => typeof value === 'function'
const orama = z.object({
  create: z.custom<(options: object) => Database>(isFunction),
  insert: z.custom<(database: Database, document: object) => unknown>(isFunction),
  search: z.custom<(database: Database, query: object) => Found | Promise<Found>>(isFunction),
  save: z.custom<(database: Database) => unknown>(isFunction),
  load: z.custom<(database: Database, data: unknown) => void>(isFunction),
})
const file = 'index.json'

/** Orama for English, with its stemmer and Verbatim's stop words: its own package of them is one more dependency. */
export function openOrama(folder: string): Rival {
  const { create, insert, search, save, load } = loadPackage('@orama/orama', orama)
  const tokenizer = { language: 'english', stemming: true, stopWords: [...stopWords] }
  const database = create({ schema: { text: 'string', title: 'string' }, components: { tokenizer } })
  return {
    // Its store of documents cannot be left out.
    storesTexts: true,
    add: ({ key, title, text }) => void insert(database, { id: String(key), title, text }),
    save: () => writeFile(join(folder, file), JSON.stringify(save(database))),
    load: async () => load(database, JSON.parse(await readFile(join(folder, file), 'utf8'))),
    search: async (question, limit) =>
      (await search(database, { term: question, limit })).hits.map(({ id }) => Number(id)),
  }
}
