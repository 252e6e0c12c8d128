import { fixedText } from '../src/messages/fixed-text.ts'
import type { Status } from '../src/service/answer-service.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { timeMark, withTime } from './support/reply/line-text.ts'
import { listReply, type ReplyLine } from './support/reply/reply.ts'
import { count } from './support/texts/count.ts'
import { groupByReason } from './support/texts/file-groups.ts'

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)]
  if (days > 0) return fixedText('status.days', { days, hours: hours % 24 })
  if (hours > 0) return fixedText('status.hours', { hours, minutes: minutes % 60 })
  if (minutes > 0) return fixedText('status.minutes', { minutes })
  return fixedText('status.seconds', { seconds: Math.floor(seconds) })
}

function groupLines(label: string, files: Parameters<typeof groupByReason>[0]): readonly ReplyLine[] {
  return groupByReason(files).map(({ count: size, files: named, reason }) => ({
    label: size === 1 ? label : fixedText('status.group', { label, count: size }),
    text: named,
    detail: reason,
  }))
}

function linesOf(status: Status): readonly ReplyLine[] {
  const {
    generation,
    articles,
    paragraphs,
    quotations,
    facts,
    indexed,
    running,
    removed,
    skipped,
    warnings,
    troubles,
  } = status
  const counts = [
    count(articles, 'article'),
    count(paragraphs, 'paragraph'),
    count(quotations, 'quotation'),
    count(facts, 'fact'),
  ]
  return [
    { label: fixedText('status.generation'), text: generation },
    { label: fixedText('status.contents'), text: counts.join(', ') },
    {
      label: fixedText('status.last-reindex'),
      text:
        indexed === null
          ? fixedText('status.none-stored')
          : withTime(fixedText('status.indexed', { time: timeMark, by: indexed.by }), indexed.at),
    },
    ...(running === null
      ? []
      : [
          {
            label: fixedText('status.reindexing'),
            text: withTime(fixedText('status.running', { time: timeMark, by: running.by }), running.since),
          },
        ]),
    { label: fixedText('status.uptime'), text: duration(process.uptime()) },
    {
      label: fixedText('status.memory'),
      text: fixedText('status.megabytes', { megabytes: Math.round(process.memoryUsage.rss() / 1e6) }),
    },
    ...troubles.map((text) => ({ label: fixedText('status.problem'), text })),
    ...groupLines(fixedText('status.skipped'), skipped),
    ...groupLines(
      fixedText('articles.not-used'),
      warnings.map(({ file, key, reason }) => ({ file, reason: fixedText('articles.detail', { key, reason }) })),
    ),
    ...removed.map(({ file, at, by }) => ({
      label: fixedText('status.removed'),
      text: file,
      detail: by === null ? [{ time: at }] : withTime(fixedText('status.removed-by', { time: timeMark, by }), at),
    })),
  ]
}

export default defineCommand(
  {
    name: 'status',
    description: fixedText('command.status'),
    audience: 'moderators',
  },
  async (_, { service }) => {
    const status = await service.status()
    return listReply(fixedText('status.heading'), linesOf(status), {
      note: null,
      scope: { generation: status.generation, articles: status.articles },
      data: status,
    })
  },
)
