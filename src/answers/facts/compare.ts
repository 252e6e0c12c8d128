import type { Article } from '../../corpus/article/article.ts'
import { shortId } from '../../library/generation/article-ids.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { type Answer, maxItems } from '../answer/answer.ts'
import type { FactItem } from '../answer/item.ts'
import { verify } from '../answer/verify.ts'
import { ArticleError } from '../articles/article-error.ts'
import { factItem } from './fact-item.ts'
import { inBothLabel, onlyInLabel } from './fact-label.ts'
import { factsOfArticle } from './facts-of-article.ts'
import { anyTopic, type OnTopic, onTopic, substanceOf } from './topic.ts'

/** The minimum number of items reserved for what only one of the articles reports. */
const minSingleWeight = 5

/** A fact that two articles report, with their reports only. */
function among(fact: Fact, articles: readonly Article[]): OnTopic | null {
  const [first, ...others] = fact.reports.filter((report: Claim) => articles.includes(report.article))
  if (first === undefined) return null
  const fits = { coverage: 1, exactness: 1, timeFit: 1, substance: substanceOf(first) }
  return { fact, reports: [first, ...others], ...fits }
}

/** The facts that only one article reports, figures and events first. */
function onlyIn(generation: Generation, article: Article, other: Article): readonly OnTopic[] {
  return factsOfArticle(generation.facts, article)
    .filter(({ reports }) => !reports.some((report) => report.article === other))
    .map((fact) => onTopic(fact, anyTopic, article))
    .filter((fact) => fact !== null)
    .sort((a, b) => b.substance - a.substance)
}

/**
 * Compares two articles: first what both report, starting with the facts on which they differ; then what only the first reports, and what
 * only the second reports.
 * @throws ArticleError if both are the same article.
 */
export function compareArticles(generation: Generation, first: Article, second: Article): Answer<FactItem> {
  if (first === second) {
    throw new ArticleError(first.id, fixedText('article.same', { id: first.id }))
  }
  const both = factsOfArticle(generation.facts, first)
    .filter(({ reports }) => reports.some((report) => report.article === second))
    .map((fact) => among(fact, [first, second]))
    .filter((fact) => fact !== null)
  const alone = [onlyIn(generation, first, second), onlyIn(generation, second, first)] as const
  const item = (fact: OnTopic, label: string): FactItem => ({ ...factItem(generation, fact), label })
  const shared = both
    .map((fact) => item(fact, inBothLabel))
    .sort((a, b) => b.differences.length - a.differences.length)
    .slice(0, maxItems - 2 * minSingleWeight)
  const room = Math.floor((maxItems - shared.length) / 2)
  const ofOne = ([article, facts]: readonly [Article, readonly OnTopic[]]) =>
    facts.slice(0, room).map((fact) => item(fact, onlyInLabel(shortId(generation.articles, article.id))))
  const items = [...shared, ...ofOne([first, alone[0]]), ...ofOne([second, alone[1]])]
  const base = { generation: generation.id, articles: 2 }
  if (items.length === 0) {
    return { ...base, status: 'nothing-found', instead: [], reason: { code: 'weak-match' }, nearest: [] }
  }
  const total = both.length + alone[0].length + alone[1].length
  return verify(generation, { ...base, status: 'answered', items, total })
}
