import type { Generation } from '../../../library/generation/generation.ts'
import type { Claim } from '../../../reading/facts/extract/claim.ts'
import type { Fact } from '../../../reading/facts/fact.ts'
import { factsOfArticle } from '../../facts/facts-of-article.ts'
import type { Ranked } from '../rank/rank.ts'

/** Whether a report is in a sentence. */
export function isIn({ article, paragraph, sentence }: Claim, { passage, sentence: own }: Ranked): boolean {
  return article === passage.article && paragraph.number === passage.paragraph.number && sentence.start === own.start
}

/** The facts that a sentence reports. */
export function reportedFacts({ facts }: Generation, ranked: Ranked): readonly Fact[] {
  return factsOfArticle(facts, ranked.passage.article).filter(({ reports }) =>
    reports.some((report) => isIn(report, ranked)),
  )
}
