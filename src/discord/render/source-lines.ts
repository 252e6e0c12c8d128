import type { AnswerItem, Citation, CitedText, ItemDifference } from '../../answers/answer/answer.ts'
import { articleCount, inline, opening } from './citation-lines.ts'

const kindNames: Readonly<Record<ItemDifference['kind'], string>> = {
  figure: 'other figures',
  date: 'other dates',
  negation: 'denied',
  wording: 'worded differently',
}

const maxWordsLength = 80
const maxDifferences = 3
const maxValues = 3
const maxOthers = 3
const maxVariants = 3
/** Long enough that two wordings cut there are seen to differ. */
const maxVariantLength = 200

function words({ text }: CitedText): string {
  return `“${inline(opening(text, maxWordsLength))}”`
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

function andMore(all: number, shown: number, what: string): readonly string[] {
  return all > shown ? [`-# and ${all - shown} more ${all - shown === 1 ? what : `${what}s`}`] : []
}

function place({ shortId, paragraph }: Citation): string {
  return `${inline(opening(shortId, maxWordsLength))} ¶${paragraph}`
}

/** Where the articles differ about an item, a line for each point. */
export function differencesOf({ differences = [] }: AnswerItem): readonly string[] {
  const lines = differences.slice(0, maxDifferences).map(({ kind, values }) => {
    const each = values.slice(0, maxValues).map((value) => `${words(value)} (${place(value.citation)})`)
    return `-# ${kindNames[kind]}: ${each.join(' or ')}`
  })
  return [...lines, ...andMore(differences.length, maxDifferences, 'difference')]
}

/** The other wordings of a quotation, a line for each. */
export function variantsOf({ variants = [] }: AnswerItem): readonly string[] {
  const lines = variants.slice(0, maxVariants).map(({ text, citation, alsoIn }) => {
    const places = [citation, ...alsoIn].slice(0, maxValues).map(place)
    return `-# also worded: “${inline(opening(text, maxVariantLength))}” (${places.join(', ')})`
  })
  return [...lines, ...andMore(variants.length, maxVariants, 'wording')]
}

/** Who said it, with what else the articles say of that; nothing where the item is no quotation. */
export function spokenBy({ speaker, role, cue, otherSpeakers = [] }: AnswerItem): readonly string[] {
  if (speaker === undefined) return []
  if (speaker === null) return ['— speaker unclear']
  const who = inline(opening(role ? `${speaker}, ${role}` : speaker, maxWordsLength))
  const others = otherSpeakers.slice(0, maxOthers).map(({ speaker: other, citation }) => {
    const named = inline(opening(other, maxWordsLength))
    return `; ${named} in ${inline(citation.shortId)} ¶${citation.paragraph}`
  })
  return [`— ${who}${cue ? ` (“${inline(opening(cue, maxWordsLength))}”)` : ''}${others.join('')}`]
}
