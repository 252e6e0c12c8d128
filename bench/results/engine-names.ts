interface EngineName {
  readonly name: string
  /** What has a version. */
  readonly product: string
}

/** The engines in the order of the results, as people call them. */
const engines: Readonly<Record<string, EngineName>> = {
  ask: { name: 'Verbatim, `/ask`', product: 'Verbatim' },
  'who-said': { name: 'Verbatim, `/who-said`', product: 'Verbatim' },
  facts: { name: 'Verbatim, `/facts`', product: 'Verbatim' },
  complete: { name: 'Verbatim, completing topics', product: 'Verbatim' },
  minisearch: { name: 'MiniSearch, tuned', product: 'MiniSearch' },
  'minisearch-defaults': { name: 'MiniSearch, defaults', product: 'MiniSearch' },
  flexsearch: { name: 'FlexSearch', product: 'FlexSearch' },
  orama: { name: 'Orama', product: 'Orama' },
  sqlite: { name: 'SQLite FTS5', product: 'SQLite' },
}

export const engineOrder: readonly string[] = Object.keys(engines)

export function engineName(engine: string): EngineName {
  return engines[engine] ?? { name: engine, product: engine }
}

/** By size, then by engine. */
export function inOrder<R extends { readonly size: number; readonly engine: string }>(
  rows: readonly R[],
): readonly R[] {
  const place = ({ engine }: R) => engineOrder.indexOf(engine)
  return rows.toSorted((a, b) => a.size - b.size || place(a) - place(b))
}
