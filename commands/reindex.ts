import type { Refused, ReindexReport } from '../src/answers/port.ts'
import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { errorReply, listReply, type Reply, type ReplyLine } from './reply.ts'

const manageServer = '32'
const guildOnly = 0

function isRefused(outcome: ReindexReport | Refused): outcome is Refused {
  return 'status' in outcome
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function reportOf(report: ReindexReport): Reply {
  const { before, after, articles, paragraphs, quotations, added, changed, removed, skipped, took } = report
  const named = (label: string, files: readonly string[]): ReplyLine[] => files.map((text) => ({ label, text }))
  const left = skipped.map(({ file, reason }): ReplyLine => ({ label: 'skipped', text: file, detail: reason }))
  const lines = [...named('added', added), ...named('changed', changed), ...named('removed', removed), ...left]
  const counts = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${removed.length} removed`,
    `${skipped.length} skipped`,
  ]
  const same = before === after ? 'The articles are the same as before' : `The articles were ${before} and are ${after}`
  const now = `${articles} articles, ${paragraphs} paragraphs, ${quotations} quotations, in ${seconds(took)}`
  return listReply('Reindex', lines, {
    note: `${same}: ${counts.join(', ')}. ${now}.`,
    footer: { generation: after, articles },
    data: report,
  })
}

export default defineCommand(
  {
    name: 'reindex',
    description: 'For moderators: read the articles again, and say what was added, changed, removed or skipped',
    default_member_permissions: manageServer,
    contexts: [guildOnly],
    integration_types: [guildOnly],
    options: [
      {
        type: optionType.boolean,
        name: 'full',
        description: 'Read every article again, those that have not changed too',
      },
    ],
  },
  async ({ full }, { port, moderator, by, report, signal }) => {
    if (moderator?.allowed !== true) return errorReply('reindex', moderator?.why ?? 'Only moderators may do that.')
    const outcome = await port.reindex({ full, by, onProgress: report, signal })
    return isRefused(outcome) ? errorReply('reindex', `${outcome.message} Nothing was changed.`) : reportOf(outcome)
  },
  { audience: 'moderators' },
)
