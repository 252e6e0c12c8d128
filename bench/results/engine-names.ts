/** The engines in the order of the results, with the names that people read. */
export const engineNames: Readonly<Record<string, string>> = {
  ask: '`/ask`',
  'who-said': '`/who-said`',
  facts: '`/facts`',
  complete: 'completion of topics',
  minisearch: 'MiniSearch, tuned',
  'minisearch-defaults': 'MiniSearch, defaults',
  flexsearch: 'FlexSearch',
  orama: 'Orama',
  sqlite: 'SQLite FTS5',
}

const order = Object.keys(engineNames)

/** By size, then by engine. */
export function inOrder<R extends { readonly size: number; readonly engine: string }>(
  rows: readonly R[],
): readonly R[] {
  return rows.toSorted((a, b) => a.size - b.size || order.indexOf(a.engine) - order.indexOf(b.engine))
}
