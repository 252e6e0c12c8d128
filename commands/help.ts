import type { Command } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { listReply } from './support/reply.ts'

function usage({ definition: { name, options = [] } }: Command): string {
  const words = options.map((option, at) => {
    const shown = at === 0 ? option.name : `${option.name}:…`
    return option.required === true ? shown : `[${shown}]`
  })
  return [`/${name}`, ...words].join(' ')
}

export default defineCommand(
  { name: 'help', description: 'What you can ask, and how', audience: 'everyone' },
  async (_, { commands }) =>
    listReply(
      'What you can ask',
      commands.map((command) => ({ label: usage(command), text: command.definition.description })),
      {
        note:
          'Every answer is text from an article, word for word, with its citation. If the articles have no answer, Verbatim ' +
          'says so. That several articles report the same thing does not prove it.',
        scope: null,
        data: {
          commands: commands.map((command) => ({
            name: command.definition.name,
            usage: usage(command),
            description: command.definition.description,
          })),
        },
      },
    ),
)
