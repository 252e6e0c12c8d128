import { fixedText } from '../../../src/messages/fixed-text.ts'
import type { Refused, ReindexReport } from '../../../src/service/answer-service.ts'
import type { AskedGap } from '../gaps/ask-gaps.ts'
import { errorReply, listReply, type Reply, type ReplyLine } from '../reply/reply.ts'
import { callLine } from '../texts/call-line.ts'
import { count } from '../texts/count.ts'

function linesOf({ added, changed, removed, skipped }: ReindexReport): readonly ReplyLine[] {
  const named = (label: string, files: readonly string[]): ReplyLine[] => files.map((text) => ({ label, text }))
  const notIndexed = skipped.map(
    ({ file, reason }): ReplyLine => ({
      label: fixedText('reindex.skipped'),
      text: file,
      detail: reason,
    }),
  )
  return [
    ...named(fixedText('reindex.added'), added),
    ...named(fixedText('reindex.changed'), changed),
    ...named(fixedText('reindex.removed'), removed),
    ...notIndexed,
  ]
}

function summaryOf(report: ReindexReport): string {
  const { before, after, articles, paragraphs, quotations, added, changed, removed, skipped, took } = report
  const counts = (
    [
      ['reindex.added', added],
      ['reindex.changed', changed],
      ['reindex.removed', removed],
      ['reindex.skipped', skipped],
    ] as const
  )
    .filter(([, files]) => files.length > 0)
    .map(([what, files]) => `${files.length} ${fixedText(what)}`)
  const isFirst = removed.length === 0 && changed.length === 0 && added.length === articles
  const replaced = isFirst ? fixedText('reindex.first', { after }) : fixedText('reindex.replaced', { after, before })
  const outcome = before === after ? fixedText('reindex.unchanged') : replaced
  const totals = [count(articles, 'article'), count(paragraphs, 'paragraph'), count(quotations, 'quotation')].join(', ')
  const all = { outcome, totals, seconds: (took / 1000).toFixed(1) }
  if (counts.length === 0) return fixedText('reindex.summary', all)
  const key = before === after ? 'reindex.summary-unchanged' : 'reindex.summary-with-changes'
  return fixedText(key, { ...all, changes: counts.join(', ') })
}

function closedLines(closed: readonly AskedGap[]): readonly ReplyLine[] {
  return closed.map(({ gap: { call, people }, files }) => ({
    label: fixedText('gaps.now-answered'),
    text: callLine(call),
    detail: [fixedText('gaps.asked-by', { people }), ...files.slice(0, 1)].join(' · '),
  }))
}

function closedSentence(closed: readonly AskedGap[]): readonly string[] {
  return closed.length === 0 ? [] : [fixedText('gaps.closed', { count: closed.length })]
}

/**
 * The outcome of a reindex. `lead` is a sentence about the change that caused it; `closed` are the questions that it answers. A change
 * can be undone.
 */
export function reindexReply(
  heading: string,
  lead: string | null,
  outcome: ReindexReport | Refused,
  closed: readonly AskedGap[] = [],
): Reply {
  if ('status' in outcome) return errorReply(heading, fixedText('reindex.refused', { why: outcome.message }))
  const { undo, ...report } = outcome
  return listReply(heading, [...closedLines(closed), ...linesOf(outcome)], {
    note: [...(lead === null ? [] : [lead]), summaryOf(outcome), ...closedSentence(closed)].join(' '),
    scope: { generation: outcome.after, articles: outcome.articles },
    data: { ...report, ...(closed.length > 0 && { closed: closed.map(({ gap }) => callLine(gap.call)) }) },
    ...(undo !== undefined && {
      actions: [{ label: fixedText('change.undo'), style: 'plain', does: 'change', change: undo }],
    }),
  })
}
