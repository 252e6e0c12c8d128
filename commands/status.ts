import type { Status } from '../src/service/answer-service.ts'
import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { groupByReason } from './support/file-groups.ts'
import { listReply, type ReplyLine } from './support/reply.ts'

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)]
  if (days > 0) return `${days} d ${hours % 24} h`
  if (hours > 0) return `${hours} h ${minutes % 60} min`
  return minutes > 0 ? `${minutes} min` : `${Math.floor(seconds)} s`
}

function groupLines(label: string, files: Parameters<typeof groupByReason>[0]): readonly ReplyLine[] {
  return groupByReason(files).map(({ count: size, files: named, reason }) => ({
    label: size === 1 ? label : `${label} (${size})`,
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
    { label: 'generation', text: generation },
    { label: 'contents', text: counts.join(', ') },
    {
      label: 'last reindex',
      text:
        indexed === null
          ? 'none stored: the articles were read at startup'
          : [{ time: indexed.at }, `, requested by ${indexed.by}`],
    },
    ...(running === null
      ? []
      : [{ label: 'reindexing', text: ['since ', { time: running.since }, `, requested by ${running.by}`] }]),
    { label: 'uptime', text: duration(process.uptime()) },
    { label: 'memory', text: `${Math.round(process.memoryUsage.rss() / 1e6)} MB` },
    ...troubles.map((text) => ({ label: 'problem', text })),
    ...groupLines('skipped', skipped),
    ...groupLines(
      'not used',
      warnings.map(({ file, key, reason }) => ({ file, reason: `"${key}" ${reason}` })),
    ),
    ...removed.map(({ file, at, by }) => ({
      label: 'removed',
      text: file,
      detail: [{ time: at }, ...(by === null ? [] : [`, by ${by}`])],
    })),
  ]
}

export default defineCommand(
  {
    name: 'status',
    description: 'For moderators: what is indexed, since when, and what was skipped',
    audience: 'moderators',
  },
  async (_, { service }) => {
    const status = await service.status()
    return listReply('Status', linesOf(status), {
      note: null,
      scope: { generation: status.generation, articles: status.articles },
      data: status,
    })
  },
)
