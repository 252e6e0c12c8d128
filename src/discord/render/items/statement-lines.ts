import {
  reportLead,
  reportMark,
  unclearSpeaker,
  variantLead,
} from '../../../../commands/support/texts/statement-text.ts'
import type { RepeatedText, StatementSource, TextItem } from '../../../answers/answer/item.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { andMore, place } from '../sources/difference-lines.ts'
import { blockQuote } from '../text/block-quote.ts'
import { inline, opening } from '../text/inline-text.ts'
import { small } from '../text/small-print.ts'

const maxWordsLength = 80
const maxOthers = 3
const maxPlaces = 3
const maxWordings = 3
/** Long enough to show that two shortened wordings differ. */
const maxWordingLength = 200

/** A name in bold if the question asks for it. */
function named(name: string, isAsked: boolean): string {
  const shown = inline(opening(name, maxWordsLength))
  return isAsked ? `**${shown}**` : shown
}

/** Who says it, with the other speakers that other articles name. */
function speakerText({ speaker, source, isAsked }: StatementSource): string {
  if (speaker === null) return source === null ? unclearSpeaker : named(source, isAsked)
  const { name, role, others } = speaker
  const all = others.map(({ citation }) => citation)
  const differing = others.slice(0, maxOthers).map(({ speaker: other, citation }) => {
    const named = inline(opening(other, maxWordsLength))
    return `; ${fixedText('statement.other-speaker', { speaker: named, place: place(citation, all) })}`
  })
  const office = role === null || role === '' ? '' : `, ${inline(opening(role, maxWordsLength))}`
  return `${named(name, isAsked)}${office}${differing.join('')}`
}

/** The statement of an item; null if it shows none. */
function statementOf(item: TextItem): StatementSource | null {
  return item.kind === 'quotation' || item.kind === 'report' || item.kind === 'match' ? item.statement : null
}

/** The same quotation as other articles have it. */
function variantsOf(item: TextItem): readonly RepeatedText[] {
  return item.kind === 'quotation' || item.kind === 'match' ? (item.statement?.variants ?? []) : []
}

/** The line below a quote that says whose statement it is; a report is marked as not quoted. */
export function speakerLines(item: TextItem): readonly string[] {
  const statement = statementOf(item)
  if (statement === null) return []
  return [`— ${speakerText(statement)}${item.kind === 'report' ? ` · ${reportMark}` : ''}`]
}

function wordingLines(wordings: readonly RepeatedText[], lead: string, what: 'wording' | 'report'): readonly string[] {
  const lines = wordings.slice(0, maxWordings).flatMap(({ text, citation, alsoIn }) => {
    const all = [citation, ...alsoIn]
    const places = all.slice(0, maxPlaces).map((one) => place(one, all))
    const quote = blockQuote(opening(text.replace(/\s+/g, ' '), maxWordingLength), [], 'small')
    return [`${small}${lead} (${places.join(', ')}):`, quote]
  })
  return [...lines, ...andMore(wordings.length, maxWordings, what)]
}

/** The words of the article that mark speech, the other wordings of a quotation, and the sentences that report it, a line for each. */
export function furtherStatementLines(item: TextItem): readonly string[] {
  const statement = statementOf(item)
  if (statement === null) return []
  const cue = statement.speaker?.cue ?? null
  return [
    ...(cue === null || cue === ''
      ? []
      : [`${small}${fixedText('statement.cue', { cue: inline(opening(cue, maxWordsLength)) })}`]),
    ...wordingLines(variantsOf(item), variantLead, 'wording'),
    ...wordingLines(statement.reports, reportLead, 'report'),
  ]
}
