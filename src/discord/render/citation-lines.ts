import type { ArticleReference, Citation } from '../../answers/answer/cited-text.ts'
import { typedId } from '../../library/generation/article-ids.ts'
import { dayText } from './day-text.ts'
import { inline, opening } from './inline-text.ts'
import { linked, linkTarget } from './link.ts'

const small = '-# '
const maxTitleLength = 80
const maxIdLength = 60

/** Outlet and date of an article, and its id. */
function detailsOf({ outlet, date, shortId }: ArticleReference): readonly string[] {
  const details = [outlet === null ? null : opening(outlet, maxTitleLength), date === null ? null : dayText(date)]
  return [...details.filter((part) => part !== null), opening(typedId(shortId), maxIdLength)].map(inline)
}

/** An article as a line of small print. */
export function articleLine(article: ArticleReference): string {
  return `${small}${[inline(opening(article.title, maxTitleLength)), ...detailsOf(article)].join(' · ')}`
}

/** Each citation in full as a line: the title as a link if the article has an address, the paragraph, outlet, date and id. */
export function citationLines(citations: readonly Citation[]): readonly string[] {
  return citations.map((citation) => {
    const title = linked(opening(citation.title, maxTitleLength), `¶${citation.paragraph}`, linkTarget(citation.url))
    return `${small}${[title, ...detailsOf(citation)].join(' · ')}`
  })
}
