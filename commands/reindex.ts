import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { forModerators, notAllowed } from './moderators.ts'
import { reindexReply } from './reindex-reply.ts'

export default defineCommand(
  {
    name: 'reindex',
    description: 'For moderators: read the articles again, and say what was added, changed, removed or skipped',
    ...forModerators,
    options: [
      {
        type: optionType.boolean,
        name: 'full',
        description: 'Read every article again, those that have not changed too',
      },
    ],
  },
  async ({ full }, { port, moderator, by, report, signal }) => {
    if (moderator?.allowed !== true) return notAllowed('reindex', moderator)
    return reindexReply('Reindex', null, await port.reindex({ full, by, onProgress: report, signal }))
  },
  { audience: 'moderators' },
)
