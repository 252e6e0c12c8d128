import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { loadPackage, type Rival } from './rival.ts'

interface FlexIndex {
  add(key: number, text: string): void
  search(query: string, options: { readonly limit: number; readonly suggest: boolean }): readonly number[]
  export(write: (name: string, text: string | undefined) => void): void
  import(name: string, text: string): void
}
type IndexClass = new (options: { readonly tokenize: 'strict'; readonly encoder: object }) => FlexIndex
type EncoderClass = new (...parts: readonly object[]) => object

const isClass = (value: unknown) => typeof value === 'function'
const flexSearch = z.object({
  Index: z.custom<IndexClass>(isClass),
  Encoder: z.custom<EncoderClass>(isClass),
  Charset: z.looseObject({ Default: z.looseObject({}) }),
})
/** Its stop words and its stemmer. */
const english = z.looseObject({ filter: z.unknown(), stemmer: z.unknown() })

/** FlexSearch for English. `suggest` also finds paragraphs without some of the words: a question is no list of words that all must occur. */
export function openFlexSearch(folder: string): Rival {
  const { Index, Encoder, Charset } = loadPackage('flexsearch', flexSearch)
  const encoder = new Encoder(Charset.Default, loadPackage('flexsearch/lang/en', english))
  const index = new Index({ tokenize: 'strict', encoder })
  return {
    storesTexts: false,
    add: ({ key, title, text }) => index.add(key, `${title}\n${text}`),
    async save() {
      const parts: [string, string][] = []
      index.export((name, text) => {
        if (text !== undefined) parts.push([name, text])
      })
      for (const [name, text] of parts) await writeFile(join(folder, name), text)
    },
    async load() {
      for (const name of await readdir(folder)) index.import(name, await readFile(join(folder, name), 'utf8'))
    },
    search: (question, limit) => index.search(question, { limit, suggest: true }),
  }
}
