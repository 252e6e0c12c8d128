import { type Reply, replyGeneration, replyStatus } from '../../commands/support/reply/reply.ts'
import type { Citation, ContextText } from '../answers/answer/cited-text.ts'
import type {
  FactItem,
  Item,
  ItemDifference,
  MetadataItem,
  QuotedStatement,
  RepeatedText,
  StatementSource,
} from '../answers/answer/item.ts'
import { jsonForTerminal } from './escape.ts'
import type { Outcome } from './run-line.ts'

function citationJson({ file, article, title, date, paragraph, start, end }: Citation) {
  return { file, article, title, date, paragraph, start, end }
}

function repeatedJson({ text, citation, alsoIn }: RepeatedText) {
  return { text, citations: [citation, ...alsoIn].map(citationJson) }
}

function differenceJson({ kind, values }: ItemDifference) {
  return {
    kind,
    values: values.map((value) => ({ ...repeatedJson(value), citation: citationJson(value.citation) })),
  }
}

function sourceJson({ speaker, source, reports }: StatementSource) {
  return {
    speaker: speaker?.name ?? null,
    ...(source !== null && { source }),
    ...(reports.length > 0 && { reports: reports.map(repeatedJson) }),
  }
}

function quotationJson(statement: QuotedStatement) {
  const { form, quotation, variants } = statement
  return {
    form,
    ...sourceJson(statement),
    quotation,
    ...(variants.length > 0 && { variants: variants.map(repeatedJson) }),
  }
}

function factJson({ label, focus, support, differences }: FactItem) {
  return {
    ...(label !== null && { label }),
    focus,
    ...(support !== null && {
      independent: support.independent,
      attributedTo: support.attribution?.source.text ?? null,
    }),
    differences: differences.map(differenceJson),
  }
}

function contextJson({ position, text, citation }: ContextText) {
  return { position, text, citation: citationJson(citation) }
}

function metadataJson({ field, value, article, readFrom }: MetadataItem) {
  const { file, article: id, title, date } = article
  return { kind: 'metadata', field, value, readFrom, article: { file, article: id, title, date }, citations: [] }
}

function itemJson(item: Item) {
  if (item.kind === 'metadata') return metadataJson(item)
  const { text, context } = item.snippet
  const citations = [item.snippet.citation, ...item.alsoIn].map(citationJson)
  const shown = { text, ...(context.length > 0 && { context: context.map(contextJson) }) }
  switch (item.kind) {
    case 'sentence':
      return { ...shown, citations }
    case 'quotation':
      return { ...shown, ...quotationJson(item.statement), citations }
    case 'report':
      return { ...shown, form: 'reported', ...sourceJson(item.statement), quotation: null, citations }
    case 'fact':
      return { ...shown, citations, ...factJson(item) }
    case 'match':
      return { ...shown, ...(item.statement !== null && quotationJson(item.statement)), citations }
  }
}

function contentJson(reply: Reply) {
  switch (reply.kind) {
    case 'answer':
      return { ...(reply.unsure && { unsure: true }), items: reply.items.map(itemJson), nearest: [] }
    case 'nothing':
      return { reason: reply.reason, items: [], nearest: reply.nearest.map(itemJson) }
    case 'list':
    case 'confirmation':
      return { items: [], nearest: [], data: reply.data }
    case 'help': {
      const { commands, examples } = reply
      return { items: [], nearest: [], data: { commands, examples } }
    }
    case 'error':
      return { items: [], nearest: [], error: { message: reply.message } }
  }
}

/** One line of JSON for programs. `ms` is the time since the line was read, in milliseconds. */
export function outcomeJson({ command, input, reply }: Outcome, ms: number): string {
  return jsonForTerminal({
    command,
    input,
    status: replyStatus(reply),
    ...contentJson(reply),
    generation: replyGeneration(reply),
    ms: Math.round(ms * 1000) / 1000,
  })
}
