import type { AnswerItem, Citation } from '../answers/answer.ts'
import type { Outcome } from './run-line.ts'

function citationJson({ file, article, title, date, paragraph, start, end }: Citation) {
  return { file, article, title, date, paragraph, start, end }
}

function itemJson({ snippet, alsoIn, speaker, quotation }: AnswerItem) {
  return {
    text: snippet.text,
    ...(speaker !== undefined && { speaker }),
    ...(quotation !== undefined && { quotation }),
    citations: [snippet.citation, ...alsoIn].map(citationJson),
  }
}

/** One line of JSON for programs. `ms` is the time from the line's arrival, in milliseconds. */
export function outcomeJson({ command, input, reply }: Outcome, ms: number): string {
  return JSON.stringify({
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
