import type { AnswerItem, Citation, ItemDifference, QuotationVariant } from '../answers/answer/answer.ts'
import { jsonForTerminal } from './escape.ts'
import type { Outcome } from './run-line.ts'

function citationJson({ file, article, title, date, paragraph, start, end }: Citation) {
  return { file, article, title, date, paragraph, start, end }
}

function differenceJson({ kind, values }: ItemDifference) {
  return { kind, values: values.map(({ text, citation }) => ({ text, citation: citationJson(citation) })) }
}

function variantJson({ text, citation, alsoIn }: QuotationVariant) {
  return { text, citations: [citation, ...alsoIn].map(citationJson) }
}

/** What only facts have. */
function factJson({ label, focus, independent, attributedTo, differences }: AnswerItem) {
  return {
    ...(label !== undefined && { label }),
    ...(focus !== undefined && { focus }),
    ...(independent !== undefined && { independent }),
    ...(attributedTo !== undefined && { attributedTo: attributedTo?.text ?? null }),
    ...(differences !== undefined && { differences: differences.map(differenceJson) }),
  }
}

function itemJson(item: AnswerItem) {
  const { snippet, alsoIn, speaker, quotation, variants } = item
  return {
    text: snippet.text,
    ...(speaker !== undefined && { speaker }),
    ...(quotation !== undefined && { quotation }),
    ...(variants !== undefined && { variants: variants.map(variantJson) }),
    citations: [snippet.citation, ...alsoIn].map(citationJson),
    ...factJson(item),
  }
}

/** One line of JSON for programs. `ms` is the time from the line's arrival, in milliseconds. */
export function outcomeJson({ command, input, reply }: Outcome, ms: number): string {
  return jsonForTerminal({
    command,
    input,
    status: reply.status,
    items: reply.items.map(itemJson),
    nearest: reply.nearest.map(itemJson),
    ...(reply.status === 'error' && { error: { message: reply.note ?? '' } }),
    ...(reply.data !== null && { data: reply.data }),
    generation: reply.footer?.generation ?? null,
    ms: Math.round(ms * 1000) / 1000,
  })
}
