import type { Attribution, FactItem, FactSupport, ItemDifference } from '../../../src/answers/answer/item.ts'
import { inBothLabel } from '../../../src/answers/facts/fact-label.ts'
import { fixedText } from '../../../src/messages/fixed-text.ts'

/** The word before values that the articles only word differently. */
export const wordingLead = fixedText('fact.worded-differently')

/** The words before the values on which the articles contradict each other. */
export const disagreeLead = fixedText('fact.disagree')

/** Whether articles contradict each other on a point, and do not just word it differently. */
export function isContradiction({ kind }: Pick<ItemDifference, 'kind'>): boolean {
  return kind !== 'wording'
}

/** The heading of a fact; null if it has none, or if it says "in both" of that on which the articles contradict each other. */
export function shownLabel({ label, differences }: FactItem): string | null {
  return label === inBothLabel && differences.some(isContradiction) ? null : label
}

/** How many of `articles` articles cite a source. */
function citingText({ articles: citing }: Attribution, articles: number, source: string): string {
  if (articles === 1) return fixedText('fact.citing', { source })
  return citing === articles
    ? fixedText('fact.all-citing', { source })
    : fixedText('fact.some-citing', { count: citing, source })
}

/**
 * How well a fact that `articles` articles report is supported, in words: ["2 written independently", "all citing “…”"]. `quote`
 * escapes text of an article and puts it in quotation marks.
 */
export function supportTexts(
  { independent, attribution }: FactSupport,
  articles: number,
  quote: (text: string) => string,
): readonly string[] {
  const written = independent === 1 ? fixedText('fact.copies') : fixedText('fact.independent', { count: independent })
  return [
    ...(articles === 1 || independent === articles ? [] : [written]),
    ...(attribution === null ? [] : [citingText(attribution, articles, quote(attribution.source.text))]),
  ]
}
