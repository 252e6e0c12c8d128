import { differenceNames, supportTexts } from '../../../commands/support/fact-text.ts'
import type { Citation, FactItem, Item, QuotedStatement, Speaker } from '../../answers/answer/answer.ts'
import { articleCount, inline, opening } from './citation-lines.ts'

const maxWordsLength = 80
const maxDifferences = 3
const maxValues = 3
const maxOthers = 3
const maxVariants = 3
/** Long enough to show that two shortened wordings differ. */
const maxVariantLength = 200

/** Words of an article in quotation marks, shortened and escaped. */
function quoted(text: string): string {
  return `“${inline(opening(text, maxWordsLength))}”`
}

/**
 * How many articles report an item, and how well a fact is supported: "in 4 articles, 2 written independently, all citing “Ukraine’s Air
 * Force”". Null if there is one source and nothing to say about it.
 */
export function supportText(item: Item): string | null {
  const articles = articleCount([item.snippet.citation, ...item.alsoIn])
  const support = item.kind === 'fact' ? item.support : null
  const texts = support === null ? [] : supportTexts(support, articles, quoted)
  const all = articles === 1 ? texts : [`in ${articles} articles`, ...texts]
  return all.length === 0 ? null : all.join(', ')
}

function andMore(all: number, shown: number, what: string): readonly string[] {
  return all > shown ? [`-# and ${all - shown} more ${all - shown === 1 ? what : `${what}s`}`] : []
}

function place({ shortId, paragraph }: Citation): string {
  return `${inline(opening(shortId, maxWordsLength))} ¶${paragraph}`
}

/** The points on which the articles differ about a fact, a line for each. */
export function differenceLines({ differences }: FactItem): readonly string[] {
  const lines = differences.slice(0, maxDifferences).map(({ kind, values }) => {
    const each = values.slice(0, maxValues).map((value) => `${quoted(value.text)} (${place(value.citation)})`)
    return `-# ${differenceNames[kind]}: ${each.join(' or ')}`
  })
  return [...lines, ...andMore(differences.length, maxDifferences, 'difference')]
}

function speakerLine(speaker: Speaker | null): string {
  if (speaker === null) return '— speaker unclear'
  const { name, role, cue, others } = speaker
  const who = inline(opening(role ? `${name}, ${role}` : name, maxWordsLength))
  const differing = others.slice(0, maxOthers).map(({ speaker: other, citation }) => {
    const named = inline(opening(other, maxWordsLength))
    return `; ${named} in ${inline(citation.shortId)} ¶${citation.paragraph}`
  })
  return `— ${who}${cue ? ` (“${inline(opening(cue, maxWordsLength))}”)` : ''}${differing.join('')}`
}

/** Who is quoted, and the other wordings of the quotation, a line for each. */
export function statementLines({ speaker, variants }: QuotedStatement): readonly string[] {
  const lines = variants.slice(0, maxVariants).map(({ text, citation, alsoIn }) => {
    const places = [citation, ...alsoIn].slice(0, maxValues).map(place)
    return `-# also worded: “${inline(opening(text, maxVariantLength))}” (${places.join(', ')})`
  })
  return [speakerLine(speaker), ...lines, ...andMore(variants.length, maxVariants, 'wording')]
}
