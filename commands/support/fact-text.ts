import type { FactSupport, ItemDifference } from '../../src/answers/answer/item.ts'

/** The kinds of difference between reports, in words. */
export const differenceNames: Readonly<Record<ItemDifference['kind'], string>> = {
  figure: 'other figures',
  date: 'other dates',
  negation: 'denied',
  doer: 'other names',
  place: 'other places',
  wording: 'worded differently',
}

/** The words before the values on which the articles contradict each other. */
export const disagreeLead = 'The articles disagree:'

/** Whether articles contradict each other on a point, and do not just word it differently. */
export function isContradiction({ kind }: Pick<ItemDifference, 'kind'>): boolean {
  return kind !== 'wording'
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
  const written = independent === 1 ? 'copies of one text' : `${independent} written independently`
  const citing = attribution?.articles === articles ? 'all' : `${attribution?.articles ?? 0} of them`
  const cited = attribution === null ? [] : [`citing ${quote(attribution.source.text)}`]
  if (articles === 1) return cited
  return [...(independent === articles ? [] : [written]), ...cited.map((text) => `${citing} ${text}`)]
}
