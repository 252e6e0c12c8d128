import { fixedText } from '../src/messages/fixed-text.ts'
import type { Command } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'

function usage({ definition: { name, options = [] } }: Command): string {
  const words = options.map((option, at) => {
    const shown = at === 0 ? option.name : `${option.name}:…`
    return option.required === true ? shown : `[${shown}]`
  })
  return [`/${name}`, ...words].join(' ')
}

export default defineCommand(
  { name: 'help', description: fixedText('command.help'), audience: 'everyone', variesByRights: true },
  async (_, { commands, service, moderator }) => {
    const { examples, generation, articles } = await service.examples()
    const isModerator = moderator?.allowed === true
    const listed = commands
      .filter(({ definition }) => isModerator || definition.audience === 'everyone')
      .map((command) => ({ ...command.definition, usage: usage(command) }))
    return {
      kind: 'help',
      heading: fixedText('help.heading'),
      note: fixedText('help.note'),
      examples,
      commands: listed.map(({ name, audience, usage, description }) => ({ name, audience, usage, description })),
      scope: { generation, articles },
    }
  },
)
