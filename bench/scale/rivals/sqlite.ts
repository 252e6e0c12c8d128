import { join } from 'node:path'
import * as z from 'zod'
import { terms } from '../../../src/language/tokens/terms.ts'
import { type Rival, RivalMissing } from './rival.ts'

interface Statement {
  run(...values: readonly (string | number)[]): unknown
  all(...values: readonly (string | number)[]): readonly unknown[]
}
interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
}
const sqlite = z.object({
  DatabaseSync: z.custom<new (file: string) => Database>((value) => typeof value === 'function'),
})
const row = z.object({ rowid: z.number() })

/**
 * SQLite's full-text search with its stemmer. It is asked for the question's words without Verbatim's stop words, any of them.
 * @throws RivalMissing if this Node has no SQLite.
 */
export function openSqlite(folder: string): Rival {
  const builtin = process.getBuiltinModule('node:sqlite')
  if (builtin === undefined) throw new RivalMissing(`Node ${process.versions.node} has no node:sqlite; Node 22.13 has`)
  const { DatabaseSync } = sqlite.parse(builtin)
  const database = new DatabaseSync(join(folder, 'index.sqlite'))
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS passages USING fts5(title, text, tokenize = 'porter unicode61')")
  database.exec('BEGIN')
  const insert = database.prepare('INSERT INTO passages(rowid, title, text) VALUES (?, ?, ?)')
  // Keys begin with 0, row ids with 1.
  const find = database.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?')
  return {
    storesTexts: true,
    add: ({ key, title, text }) => void insert.run(key + 1, title, text),
    save: async () => database.exec('COMMIT'),
    load: async () => undefined,
    search(question, limit) {
      const words = [...new Set(terms(question).map(({ folded }) => `"${folded.replaceAll('"', '')}"`))]
      return words.length === 0 ? [] : find.all(words.join(' OR '), limit).map((one) => row.parse(one).rowid - 1)
    },
  }
}
