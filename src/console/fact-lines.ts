import type { AnswerItem, CitedText, ItemDifference } from '../answers/answer/answer.ts'
import { escapeForTerminal } from './escape.ts'

const kindNames: Readonly<Record<ItemDifference['kind'], string>> = {
  figure: 'other figures',
  date: 'other dates',
  negation: 'denied',
  wording: 'worded differently',
}

function value({ text, citation }: CitedText): string {
  return `“${escapeForTerminal(text)}” (${escapeForTerminal(citation.shortId)} ¶${citation.paragraph})`
}

/** On how much a fact rests, in one line, or null for what is no fact: "4 articles, 2 separately written, all citing …". */
export function sourcesLine({ snippet, alsoIn, independent, attributedTo, citedBy = 0 }: AnswerItem): string | null {
  if (independent === undefined) return null
  const articles = new Set([snippet.citation, ...alsoIn].map(({ file }) => file)).size
  const cited = attributedTo ? `citing “${escapeForTerminal(attributedTo.text)}”` : null
  if (articles === 1) return cited
  const all = citedBy === articles ? 'all' : `${citedBy} of them`
  const written = independent === 1 ? 'one text' : `${independent} separately written`
  return [
    `${articles} articles`,
    ...(independent === articles ? [] : [written]),
    ...(cited === null ? [] : [`${all} ${cited}`]),
  ].join(', ')
}

/** The other wordings of a quotation, a line for each, with every place that has it. */
export function variantLines({ variants = [] }: AnswerItem): string[] {
  return variants.map(({ text, citation, alsoIn }) => {
    const places = [citation, ...alsoIn].map(({ shortId, paragraph }) => `${escapeForTerminal(shortId)} ¶${paragraph}`)
    return `also worded: “${escapeForTerminal(text)}” (${places.join(' · ')})`
  })
}

/** Where the reports of a fact differ, a line for each point. */
export function differenceLines({ differences = [] }: AnswerItem): string[] {
  return differences.map(({ kind, values }) => `${kindNames[kind]}: ${values.map(value).join(' | ')}`)
}
