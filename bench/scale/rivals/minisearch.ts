import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import { plainOptions, plainSearchOptions } from '../../answers/plain-search.ts'
import type { Document, Rival } from './rival.ts'

const file = 'index.json'

function rivalOf(folder: string, options: Options<Document>, searchOptions: SearchOptions): Rival {
  const state = { index: new MiniSearch<Document>(options) }
  return {
    storesTexts: false,
    add: (document) => state.index.add(document),
    save: () => writeFile(join(folder, file), JSON.stringify(state.index)),
    async load() {
      state.index = MiniSearch.loadJSON(await readFile(join(folder, file), 'utf8'), options)
    },
    search: (question, limit) =>
      state.index
        .search(question, searchOptions)
        .slice(0, limit)
        .map(({ id }) => Number(id)),
  }
}

/** MiniSearch with Verbatim's terms and parameters. */
export const openPlainMiniSearch = (folder: string): Rival => rivalOf(folder, plainOptions, plainSearchOptions)

/** MiniSearch as it is without options. */
export const openDefaultMiniSearch = (folder: string): Rival =>
  rivalOf(folder, { idField: 'key', fields: ['text', 'title'] }, {})
