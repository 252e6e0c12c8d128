import type { MetadataSource } from '../article/article.ts'

/** The first of several values that is not null, with its source; null if all are. */
export function firstStated<T>(
  candidates: readonly (readonly [MetadataSource, T | null])[],
): { readonly source: MetadataSource; readonly value: T } | null {
  for (const [source, value] of candidates) if (value !== null) return { source, value }
  return null
}
