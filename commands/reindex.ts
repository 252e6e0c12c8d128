import { optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'

export default defineCommand(
  {
    name: 'reindex',
    description: 'For moderators: read the articles again and report what was added, changed, removed or skipped',
    audience: 'moderators',
    options: [
      {
        type: optionType.boolean,
        name: 'full',
        description: 'Read every article again, unchanged ones too',
      },
    ],
  },
  async ({ full }, context) => {
    // Loaded on use, as in the other commands of moderators: most starts never change anything.
    const { reindexAndReport } = await import('./support/change-articles.ts')
    return reindexAndReport({ full }, context)
  },
)
