import { citedArticles } from '../../commands/support/reply/reply.ts'
import {
  disagreeLead,
  isContradiction,
  shownLabel,
  supportTexts,
  wordingLead,
} from '../../commands/support/texts/fact-text.ts'
import { fieldNames, sourceText } from '../../commands/support/texts/metadata-text.ts'
import { reportLead, reportMark, unclearSpeaker, variantLead } from '../../commands/support/texts/statement-text.ts'
import type { Citation, ContextText, Snippet } from '../answers/answer/cited-text.ts'
import type {
  FactItem,
  Item,
  ItemDifference,
  MetadataItem,
  RepeatedText,
  StatementSource,
  TextItem,
} from '../answers/answer/item.ts'
import type { Range } from '../language/text/range.ts'
import { typedId } from '../library/generation/article-ids.ts'
import { escapeForTerminal } from './escape.ts'
import type { Paint } from './paint.ts'

/** Columns that the lines of an item are indented by. */
export const indent = '   '

/** The snippet's own characters, escaped, with its highlights painted; further lines are indented. */
function snippetText(text: string, highlights: readonly Range[], paint: Paint): string {
  let shown = ''
  let at = 0
  for (const { start, end } of highlights) {
    shown +=
      escapeForTerminal(text.slice(at, start)) + paint(['bold', 'yellow'], escapeForTerminal(text.slice(start, end)))
    at = end
  }
  return (shown + escapeForTerminal(text.slice(at))).replaceAll('\n', `\n${indent}`)
}

function place({ shortId, paragraph }: Citation): string {
  return `${escapeForTerminal(typedId(shortId))} ¶${paragraph}`
}

function source(citation: Citation): string {
  const { date, outlet } = citation
  const detail = [outlet === null ? null : escapeForTerminal(outlet), date].filter((part) => part !== null)
  return detail.length === 0 ? place(citation) : `${place(citation)} (${detail.join(', ')})`
}

function speakerText({ speaker, source }: StatementSource): string {
  if (speaker === null) return source === null ? unclearSpeaker : escapeForTerminal(source)
  const { name, role, cue, others } = speaker
  const who = role ? `${name}, ${role}` : name
  const differing = others.map(
    (other) => `; ${other.speaker} in ${other.citation.shortId} ¶${other.citation.paragraph}`,
  )
  return escapeForTerminal(`${who}${cue ? ` (“${cue}”)` : ''}${differing.join('')}`)
}

function quoted(text: string): string {
  return `“${escapeForTerminal(text)}”`
}

/** How well a fact is supported: "4 articles, 2 written independently, all citing …"; null if there is nothing to say. */
function supportText(item: FactItem): string | null {
  if (item.support === null) return null
  const articles = citedArticles([item])
  const texts = supportTexts(item.support, articles, quoted)
  const all = articles === 1 ? texts : [`${articles} articles`, ...texts]
  return all.length === 0 ? null : all.join(', ')
}

/** The maximum number of places that are listed for one value. */
const maxPlaces = 3

function valueText({ text, citation, alsoIn }: RepeatedText): string {
  const places = [citation, ...alsoIn]
  const more = places.length > maxPlaces ? ` and ${places.length - maxPlaces} more` : ''
  return `${quoted(text)} (${places.slice(0, maxPlaces).map(place).join(', ')}${more})`
}

const differenceText = ({ values }: ItemDifference): string => values.map(valueText).join(' | ')

function differencesOf(item: TextItem): readonly ItemDifference[] {
  return item.kind === 'fact' || item.kind === 'sentence' ? item.differences : []
}

/** The points on which the articles contradict each other, a line for each, above the text. */
function disagreementLines(item: TextItem, paint: Paint): readonly string[] {
  return differencesOf(item)
    .filter(isContradiction)
    .map((difference) => paint('yellow', `${disagreeLead} ${differenceText(difference)}`))
}

/** The points that are only worded differently, below it. */
function wordingDifferences(item: TextItem, paint: Paint): readonly string[] {
  return differencesOf(item)
    .filter((difference) => !isContradiction(difference))
    .map((difference) => paint('yellow', `${wordingLead}: ${differenceText(difference)}`))
}

function wordingLines(
  wordings: readonly RepeatedText[],
  lead: string,
  shown: (text: string) => string,
  paint: Paint,
): readonly string[] {
  return wordings.map(({ text, citation, alsoIn }) => {
    const places = [citation, ...alsoIn].map(place).join(' · ')
    return paint('dim', `${lead}: ${shown(text).replaceAll('\n', ' ')} (${places})`)
  })
}

/** The paragraphs above or below a snippet that it cannot be understood without, each as a line. */
function contextLines({ context }: Snippet, position: ContextText['position'], paint: Paint): readonly string[] {
  return context
    .filter((one) => one.position === position)
    .map(({ text, citation }) => {
      const line = escapeForTerminal(text.replaceAll('\n', ' '))
      return `${indent}${paint('dim', `${position}, ¶${citation.paragraph}: ${line}`)}`
    })
}

/** The lines about what somebody says: the speaker, the other wordings, the reports of it. */
function statementLines(
  item: TextItem,
  paint: Paint,
): { readonly speaker: readonly string[]; readonly wordings: readonly string[] } {
  if (item.kind !== 'quotation' && item.kind !== 'report' && item.kind !== 'match') return { speaker: [], wordings: [] }
  const { statement } = item
  if (statement === null) return { speaker: [], wordings: [] }
  const mark = item.kind === 'report' ? ` · ${reportMark}` : ''
  const variants = 'variants' in statement ? statement.variants : []
  return {
    speaker: [paint('cyan', `— ${speakerText(statement)}${mark}`)],
    wordings: [
      ...wordingLines(variants, variantLead, quoted, paint),
      ...wordingLines(statement.reports, reportLead, escapeForTerminal, paint),
    ],
  }
}

function metadataLines(
  { field, value, article, readFrom }: MetadataItem,
  mark: string,
  paint: Paint,
): readonly string[] {
  const { shortId, title } = article
  const named = `${escapeForTerminal(typedId(shortId))} ${escapeForTerminal(title)}`
  return [
    `${mark}${fieldNames[field]}: ${paint('bold', escapeForTerminal(value).replaceAll('\n', ' '))}`,
    `${indent}${paint('dim', sourceText(readFrom))}`,
    `${indent}${paint('dim', named.replaceAll('\n', ' '))}`,
    '',
  ]
}

/** An item as lines. The first one begins with `mark`. */
export function itemLines(item: Item, mark: string, paint: Paint): readonly string[] {
  return item.kind === 'metadata' ? metadataLines(item, mark, paint) : textLines(item, mark, paint)
}

function textLines(item: TextItem, mark: string, paint: Paint): readonly string[] {
  const { snippet, alsoIn } = item
  const label = item.kind === 'fact' ? shownLabel(item) : null
  const support = item.kind === 'fact' ? supportText(item) : null
  const statement = statementLines(item, paint)
  const articles = citedArticles([item])
  const inAll = support === null && articles > 1 ? `in ${articles} articles, ` : ''
  const text = snippetText(snippet.text, snippet.highlights, paint)
  const details = [
    ...statement.speaker,
    paint('dim', `${source(snippet.citation)} ${escapeForTerminal(snippet.citation.title)}`),
    ...(alsoIn.length === 0 ? [] : [paint('dim', `${inAll}also ${alsoIn.map(source).join(' · ')}`)]),
    ...(support === null ? [] : [paint('dim', support)]),
    ...statement.wordings,
    ...wordingDifferences(item, paint),
  ]
  const above = [
    ...(label === null ? [] : [paint('bold', escapeForTerminal(label))]),
    ...disagreementLines(item, paint),
  ]
  return [
    ...[...above, text].map((line, at) => `${at === 0 ? mark : indent}${line}`),
    ...contextLines(snippet, 'above', paint),
    ...contextLines(snippet, 'below', paint),
    ...details.map((line) => `${indent}${line}`),
    '',
  ]
}
