import { openFlexSearch } from './flexsearch.ts'
import { openDefaultMiniSearch, openPlainMiniSearch } from './minisearch.ts'
import { openOrama } from './orama.ts'
import type { Rival } from './rival.ts'
import { openSqlite } from './sqlite.ts'

/** The engines that Verbatim is compared with. @throws RivalMissing if one cannot run here. */
export const rivals: Readonly<Record<string, (folder: string) => Rival>> = {
  minisearch: openPlainMiniSearch,
  'minisearch-defaults': openDefaultMiniSearch,
  flexsearch: openFlexSearch,
  orama: openOrama,
  sqlite: openSqlite,
}
