import type { Generation } from '../../library/generation/generation.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import type { Ranked } from './rank/rank.ts'

/** Whether a report is in a sentence. */
export function isIn({ article, paragraph, sentence }: Claim, { passage, sentence: own }: Ranked): boolean {
  return article === passage.article && paragraph.number === passage.paragraph.number && sentence.start === own.start
}

/** Finds the facts that each of some sentences reports. Goes through all facts of the generation once. */
export function reportedFacts(
  generation: Generation,
  ranked: readonly Ranked[],
): (sentence: Ranked) => readonly Fact[] {
  const articles = new Set(ranked.map(({ passage }) => passage.article))
  const near = generation.facts.filter(({ reports }) => reports.some(({ article }) => articles.has(article)))
  return (sentence) => near.filter(({ reports }) => reports.some((report) => isIn(report, sentence)))
}
