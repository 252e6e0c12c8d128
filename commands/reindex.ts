import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { forModerators, notAllowed } from './moderators.ts'

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
    // Loaded on use, as in the other commands of moderators: most starts never change anything.
    const { reindexReply } = await import('./reindex-reply.ts')
    return reindexReply('Reindex', null, await port.reindex({ full, by, onProgress: report, signal }))
  },
  { audience: 'moderators' },
)
