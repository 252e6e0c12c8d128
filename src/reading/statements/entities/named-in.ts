import type { Article, Paragraph } from '../../../corpus/article/article.ts'
import type { Range } from '../../../language/text/range.ts'
import { countryOf } from '../../../language/vocabulary/countries.ts'
import type { Gender } from '../lexicon/titles.ts'
import { type Entity, genderOf } from './entity-index.ts'
import { readParsedArticle } from './parsed-article.ts'

/** A person or thing that a part of an article names. */
export interface Named {
  /** The longest form in the article, without titles. */
  readonly name: string
  /** Whether it can be a person: it is not a country, a place or an organisation. */
  readonly mayBePerson: boolean
  /** Whether a first name, a title or the like shows that it is a person. */
  readonly isPerson: boolean
  readonly gender: Gender | null
}

/** The entities that ranges of a body paragraph name outside quotations, in order, without repeats. */
export function namedIn(article: Article, paragraph: Paragraph, ranges: readonly Range[]): readonly Named[] {
  const { frames, mentions } = readParsedArticle(article)
  const at = frames.findIndex((frame) => frame.paragraph === paragraph)
  const tokens = frames[at]?.tokens ?? []
  const entities = new Set<Entity>()
  for (const { entity, from, to } of mentions[at] ?? []) {
    const [first, last] = [tokens[from], tokens[to - 1]]
    if (entity === null || first === undefined || last === undefined) continue
    if (ranges.some(({ start, end }) => first.start >= start && last.end <= end)) entities.add(entity)
  }
  return [...entities].map((entity) => ({
    name: entity.name,
    mayBePerson: !entity.place && !entity.organisation && countryOf(entity.name.toLowerCase(), true) === undefined,
    isPerson: entity.person > 0,
    gender: genderOf(entity) ?? null,
  }))
}
