import type { Refused, ReindexReport } from '../src/answers/port.ts'
import { defineCommand } from './define.ts'
import { errorReply, listReply, type Reply, type ReplyLine } from './reply.ts'

const manageServer = '32'
const guildOnly = 0

function isRefused(outcome: ReindexReport | Refused): outcome is Refused {
  return 'status' in outcome
}

function reportOf({ before, after, articles, added, changed, removed, skipped }: ReindexReport): Reply {
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
  return listReply('Reindex', lines, {
    note: `${same}: ${counts.join(', ')}.`,
    footer: { generation: after, articles },
    data: { before, after, articles, added, changed, removed, skipped },
  })
}

export default defineCommand(
  {
    name: 'reindex',
    description: 'For moderators: read the articles again, and say what was added, changed, removed or skipped',
    default_member_permissions: manageServer,
    contexts: [guildOnly],
    integration_types: [guildOnly],
  },
  async (_, { port, moderator }) => {
    if (moderator?.allowed !== true) return errorReply('reindex', moderator?.why ?? 'Only moderators may do that.')
    const outcome = await port.reindex()
    return isRefused(outcome) ? errorReply('reindex', `${outcome.message} Nothing was changed.`) : reportOf(outcome)
  },
  { audience: 'moderators' },
)
