import { differenceNames, supportTexts } from '../../../commands/support/fact-text.ts'
import { reportLead, reportMark, unclearSpeaker, variantLead } from '../../../commands/support/statement-text.ts'
import type { Citation } from '../../answers/answer/cited-text.ts'
import type { FactItem, QuotedStatement, RepeatedText, StatementSource, TextItem } from '../../answers/answer/item.ts'
import { articleCount, inline, opening } from './citation-lines.ts'

const maxWordsLength = 80
const maxDifferences = 3
const maxValues = 3
const maxOthers = 3
const maxWordings = 3
/** Long enough to show that two shortened wordings differ. */
const maxWordingLength = 200

/** Words of an article in quotation marks, shortened and escaped. */
function quoted(text: string): string {
  return `“${inline(opening(text, maxWordsLength))}”`
}

/**
 * How many articles report an item, and how well a fact is supported: "in 4 articles, 2 written independently, all citing “Ukraine’s Air
 * Force”". Null if there is one source and nothing to say about it.
 */
export function supportText(item: TextItem): string | null {
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
    const each = values.slice(0, maxValues).map(({ text, citation, alsoIn }) => {
      const more = alsoIn.length > 0 ? ` and ${alsoIn.length} more` : ''
      return `${quoted(text)} (${place(citation)}${more})`
    })
    return `-# ${differenceNames[kind]}: ${each.join(' or ')}`
  })
  return [...lines, ...andMore(differences.length, maxDifferences, 'difference')]
}

function speakerLine({ speaker, source }: StatementSource): string {
  if (speaker === null) return `— ${source === null ? unclearSpeaker : inline(opening(source, maxWordsLength))}`
  const { name, role, cue, others } = speaker
  const who = inline(opening(role ? `${name}, ${role}` : name, maxWordsLength))
  const differing = others.slice(0, maxOthers).map(({ speaker: other, citation }) => {
    const named = inline(opening(other, maxWordsLength))
    return `; ${named} in ${inline(citation.shortId)} ¶${citation.paragraph}`
  })
  return `— ${who}${cue ? ` (“${inline(opening(cue, maxWordsLength))}”)` : ''}${differing.join('')}`
}

function wordingLines(
  wordings: readonly RepeatedText[],
  lead: string,
  what: string,
  shown: (text: string) => string,
): readonly string[] {
  const lines = wordings.slice(0, maxWordings).map(({ text, citation, alsoIn }) => {
    const places = [citation, ...alsoIn].slice(0, maxValues).map(place)
    return `-# ${lead}: ${shown(inline(opening(text, maxWordingLength)))} (${places.join(', ')})`
  })
  return [...lines, ...andMore(wordings.length, maxWordings, what)]
}

const reportLines = ({ reports }: StatementSource): readonly string[] =>
  wordingLines(reports, reportLead, 'report', (text) => text)

/** Who is quoted, the other wordings of the quotation, and the sentences that report it, a line for each. */
export function quotationLines(statement: QuotedStatement): readonly string[] {
  const variants = wordingLines(statement.variants, variantLead, 'wording', (text) => `“${text}”`)
  return [speakerLine(statement), ...variants, ...reportLines(statement)]
}

/** Who is reported to say something, marked as not quoted, and the other sentences that report it, a line for each. */
export function reportedLines(statement: StatementSource): readonly string[] {
  return [`${speakerLine(statement)} · ${reportMark}`, ...reportLines(statement)]
}
