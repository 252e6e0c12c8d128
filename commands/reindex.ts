import { optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { forModerators, notAllowed } from './support/moderator-only.ts'

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
  async ({ full }, { service, moderator, by, report, signal }) => {
    if (moderator?.allowed !== true) return notAllowed('reindex', moderator)
    // Loaded on use, as in the other commands of moderators: most starts never change anything.
    const { reindexReply } = await import('./support/reindex-reply.ts')
    return reindexReply('Reindex', null, await service.reindex({ full, by, onProgress: report, signal }))
  },
  { audience: 'moderators' },
)
