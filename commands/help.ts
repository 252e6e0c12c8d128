import type { Command } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'

function usage({ definition: { name, options = [] } }: Command): string {
  const words = options.map((option, at) => {
    const shown = at === 0 ? option.name : `${option.name}:…`
    return option.required === true ? shown : `[${shown}]`
  })
  return [`/${name}`, ...words].join(' ')
}

export default defineCommand(
  { name: 'help', description: 'What you can ask, with examples', audience: 'everyone', variesByRights: true },
  async (_, { commands, service, moderator }) => {
    const { examples, generation, articles } = await service.examples()
    const isModerator = moderator?.allowed === true
    const listed = commands
      .filter(({ definition }) => isModerator || definition.audience === 'everyone')
      .map((command) => ({ ...command.definition, usage: usage(command) }))
    return {
      kind: 'help',
      heading: 'What you can ask',
      note: 'Every answer is text of an article, word for word, or “I found no answer”.',
      examples,
      commands: listed.map(({ name, audience, usage, description }) => ({ name, audience, usage, description })),
      scope: { generation, articles },
    }
  },
)
