import type { ArticleReference, Citation } from '../../../answers/answer/cited-text.ts'
import { dayText } from '../text/day-text.ts'
import { inline, opening } from '../text/inline-text.ts'
import { linked, linkTarget } from '../text/link.ts'
import { small } from '../text/small-print.ts'

const maxTitleLength = 80

/** Outlet and date of an article. */
function detailsOf({ outlet, date }: ArticleReference): readonly string[] {
  const details = [outlet === null ? null : opening(outlet, maxTitleLength), date === null ? null : dayText(date)]
  return details.filter((part) => part !== null).map(inline)
}

/** An article as a line of small print. */
export function articleLine(article: ArticleReference): string {
  return `${small}${[inline(opening(article.title, maxTitleLength)), ...detailsOf(article)].join(' · ')}`
}

/** Each citation in full as a line: the title as a link if the article has an address, the paragraph, outlet and date. `number`: that of the item. */
export function citationLines(citations: readonly Citation[], number: number | null): readonly string[] {
  return citations.map((citation, at) => {
    const mark = number === null || at > 0 ? [] : [`**${number}**`]
    const title = linked(opening(citation.title, maxTitleLength), `¶${citation.paragraph}`, linkTarget(citation.url))
    return `${small}${[...mark, title, ...detailsOf(citation)].join(' · ')}`
  })
}
