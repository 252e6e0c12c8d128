import type { Article } from '../../corpus/article/article.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'

const factsByArticle = oncePerObject((facts: readonly Fact[]): ReadonlyMap<Article, readonly Fact[]> => {
  const found = new Map<Article, Fact[]>()
  for (const fact of facts) {
    for (const { article } of fact.reports) {
      const own = found.get(article)
      if (own === undefined) found.set(article, [fact])
      else if (own.at(-1) !== fact) own.push(fact)
    }
  }
  return found
})

/** Prepares what `factsOfArticle` looks into. */
export function prepareFactsOfArticles(facts: readonly Fact[]): void {
  factsByArticle(facts)
}

/** Those of a generation's facts that an article reports, in their order. */
export function factsOfArticle(facts: readonly Fact[], article: Article): readonly Fact[] {
  return factsByArticle(facts).get(article) ?? []
}
