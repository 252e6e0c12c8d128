import { fixedText } from '../src/messages/fixed-text.ts'
import { optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'

export default defineCommand(
  {
    name: 'reindex',
    description: fixedText('command.reindex'),
    audience: 'moderators',
    options: [
      {
        type: optionType.boolean,
        name: 'full',
        description: fixedText('option.full'),
      },
    ],
  },
  async ({ full }, context) => {
    // Loaded on use, as in the other commands of moderators: most starts never change anything.
    const { reindexAndReport } = await import('./support/articles/change-articles.ts')
    return reindexAndReport({ full }, context)
  },
)
