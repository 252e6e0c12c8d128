import type { Article } from '../../corpus/article/article.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { indexBy } from '../../resources/group-by.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'

const factsByArticle = oncePerObject((facts: readonly Fact[]) =>
  indexBy(facts, ({ reports }) => new Set(reports.map(({ article }) => article))),
)

/** Prepares what `factsOfArticle` looks into. */
export function prepareFactsOfArticles(facts: readonly Fact[]): void {
  factsByArticle(facts)
}

/** Those of a generation's facts that an article reports, in their order. */
export function factsOfArticle(facts: readonly Fact[], article: Article): readonly Fact[] {
  return factsByArticle(facts).get(article) ?? []
}
