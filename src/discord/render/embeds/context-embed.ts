import type { APIEmbed } from 'discord-api-types/v10'
import type { ParagraphContext } from '../../../answers/articles/paragraph-context.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { quote } from '../items/item-blocks.ts'
import { dayText } from '../text/day-text.ts'
import { inline, opening } from '../text/inline-text.ts'
import { linkTarget } from '../text/link.ts'
import { blue } from './colours.ts'

const maxTitleLength = 100
/** Characters of the requested paragraph, and of each of its neighbours. */
const maxLengths = { requested: 1900, neighbour: 800 } as const

/** A paragraph between its neighbours, as an embed. */
export function renderContext({ paragraphs, requested }: ParagraphContext): APIEmbed {
  const citation = paragraphs[requested]?.citation
  const blocks = paragraphs.map((snippet, at) => {
    const number = `¶${snippet.citation.paragraph}`
    const lines = quote(snippet, at === requested ? maxLengths.requested : maxLengths.neighbour)
    return [at === requested ? `**${number}**` : number, ...lines].join('\n')
  })
  const date = citation?.date ?? null
  const about = [citation?.outlet ?? null, date === null ? null : dayText(date)]
    .filter((part) => part !== null)
    .join(' · ')
  const target = linkTarget(citation?.url ?? null)
  return {
    color: blue,
    title: inline(opening(citation?.title ?? fixedText('context.title'), maxTitleLength)),
    description: blocks.join('\n\n'),
    ...(target !== null && { url: target }),
    ...(about.trim() !== '' && { footer: { text: about } }),
  }
}
