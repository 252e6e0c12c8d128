import * as z from 'zod/mini'
import type { Command } from '../../testkit/discord/interactions/commands.ts'
import { type Command as ShownCommand, command as shownCommand } from '../protocol/events.ts'

const restrictions = z.object({
  default_member_permissions: z.optional(z.nullable(z.string())),
  contexts: z.optional(z.nullable(z.array(z.number()))),
})

const places = [
  { context: 0, place: 'guild' },
  { context: 1, place: 'dm' },
] as const

/** A registered command as the page offers it. */
export function showCommand(command: Command): ShownCommand {
  const { default_member_permissions: permissions, contexts } = z.parse(restrictions, command)
  return z.parse(shownCommand, {
    ...command,
    options: command.options ?? [],
    forModerators: typeof permissions === 'string',
    places: places.filter(({ context }) => contexts?.includes(context) ?? true).map(({ place }) => place),
  })
}
