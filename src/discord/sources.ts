import type { AnswerItem, CitedText, ItemDifference } from '../answers/answer.ts'
import { articleCount, inline, opening } from './citations.ts'

const kindNames: Readonly<Record<ItemDifference['kind'], string>> = {
  figure: 'other figures',
  date: 'other dates',
  negation: 'denied',
  wording: 'worded differently',
}

const longestWords = 80
const mostDifferences = 2
const mostValues = 3
const mostOthers = 3

function words({ text }: CitedText): string {
  return `“${inline(opening(text, longestWords))}”`
}

/** On how much an item rests: "in 4 articles, 2 separately written, all citing “Ukraine’s Air Force”"; null for a single one. */
export function sourcesOf(item: AnswerItem): string | null {
  const { snippet, alsoIn, independent, attributedTo, citedBy = 0 } = item
  const articles = articleCount([snippet.citation, ...alsoIn])
  const cited = attributedTo ? `citing ${words(attributedTo)}` : null
  if (articles === 1) return cited
  const written = independent === 1 ? 'one text' : `${independent} separately written`
  return [
    `in ${articles} articles`,
    ...(independent === undefined || independent === articles ? [] : [written]),
    ...(cited === null ? [] : [`${citedBy === articles ? 'all' : `${citedBy} of them`} ${cited}`]),
  ].join(', ')
}

/** Where the articles differ about an item, a line for each point. */
export function differencesOf({ differences = [] }: AnswerItem): readonly string[] {
  return differences.slice(0, mostDifferences).map(({ kind, values }) => {
    const each = values
      .slice(0, mostValues)
      .map((value) => `${words(value)} (${inline(value.citation.shortId)} ¶${value.citation.paragraph})`)
    return `-# ${kindNames[kind]}: ${each.join(' or ')}`
  })
}

/** Who said it, with what else the articles say of that; nothing where the item is no quotation. */
export function spokenBy({ speaker, role, cue, otherSpeakers = [] }: AnswerItem): readonly string[] {
  if (speaker === undefined) return []
  if (speaker === null) return ['— speaker unclear']
  const who = inline(opening(role ? `${speaker}, ${role}` : speaker, longestWords))
  const others = otherSpeakers.slice(0, mostOthers).map(({ speaker: other, citation }) => {
    const named = inline(opening(other, longestWords))
    return `; ${named} in ${inline(citation.shortId)} ¶${citation.paragraph}`
  })
  return [`— ${who}${cue ? ` (“${inline(opening(cue, longestWords))}”)` : ''}${others.join('')}`]
}
