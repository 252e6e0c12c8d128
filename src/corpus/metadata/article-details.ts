import type { Article, MetadataSource } from '../article/article.ts'

/** A value of a detail, with the place that states it. */
export type Candidate<T> = readonly [source: MetadataSource, value: T]

/** Candidates for a detail, the most reliable first. The first one that is not null or empty counts. */
type Candidates<T> = readonly (Candidate<T | null> | null)[]

/** The candidates for the details of an article. */
export interface DetailCandidates {
  readonly title: Candidates<string>
  readonly date: Candidates<string>
  readonly outlet: Candidates<string>
  readonly authors: Candidates<readonly string[]>
  readonly url: Candidates<string>
}

function firstStated<T extends string | readonly string[]>(candidates: Candidates<T>) {
  for (const candidate of candidates) {
    const [source, value] = candidate ?? []
    if (source !== undefined && value != null && value.length > 0) return { source, value }
  }
  return null
}

/** The details of an article, each with the place that states it. `opening`: the title of an article without one. */
export function articleDetails(
  candidates: DetailCandidates,
  opening: () => string,
): Pick<Article, 'title' | 'titleIsOwn' | 'date' | 'outlet' | 'author' | 'authors' | 'url' | 'sources'> {
  const title = firstStated(candidates.title)
  const date = firstStated(candidates.date)
  const outlet = firstStated(candidates.outlet)
  const authors = firstStated(candidates.authors)
  const url = firstStated(candidates.url)
  return {
    title: title?.value ?? opening(),
    titleIsOwn: title !== null,
    date: date?.value ?? null,
    outlet: outlet?.value ?? null,
    author: authors?.value.join(', ') ?? null,
    authors: authors?.value ?? [],
    url: url?.value ?? null,
    sources: {
      title: title?.source ?? 'opening words',
      ...(date !== null && { date: date.source }),
      ...(outlet !== null && { outlet: outlet.source }),
      ...(authors !== null && { author: authors.source }),
      ...(url !== null && { url: url.source }),
    },
  }
}
