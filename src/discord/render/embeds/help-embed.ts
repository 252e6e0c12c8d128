import type { HelpReply } from '../../../../commands/support/reply/reply.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { type AnswerAction, tryAction } from '../../message-state/answer-action.ts'
import { inline, opening } from '../text/inline-text.ts'
import { small } from '../text/small-print.ts'

/** The ids of the registered commands by name, as far as they are known. */
export type CommandIds = ReadonlyMap<string, string>

const maxValueLength = 80

/** A command that the reader can click on, if its id is known. */
function mention(name: string, ids: CommandIds): string {
  const id = ids.get(name)
  return id === undefined ? `**/${name}**` : `</${name}:${id}>`
}

/** Four lines with examples, and the other commands in small print. */
export function helpText({ note, examples, commands }: HelpReply, ids: CommandIds): string {
  const shown = new Set<string>(examples.map(({ command }) => command))
  const lines = examples.map(
    ({ command, value }) => `${mention(command, ids)} ${inline(opening(value, maxValueLength))}`,
  )
  const others = (audience: 'everyone' | 'moderators') =>
    commands
      .filter((command) => command.audience === audience && command.name !== 'help' && !shown.has(command.name))
      .map(({ name }) => mention(name, ids))
      .join(' · ')
  const [more, moderation] = [others('everyone'), others('moderators')]
  return [
    ...lines,
    '',
    `${small}${inline(note)}`,
    `${small}${fixedText('help.mention')}`,
    ...(more === '' ? [] : [`${small}${fixedText('help.also', { commands: more })}`]),
    ...(moderation === '' ? [] : [`${small}${fixedText('help.moderators', { commands: moderation })}`]),
  ].join('\n')
}

/** A button for each example. */
export function helpOffers({
  examples,
}: HelpReply): readonly { readonly label: string; readonly action: AnswerAction }[] {
  return examples.flatMap(({ command, value }) => {
    const action = tryAction(command, value)
    return action === null ? [] : [{ label: fixedText('help.try', { command }), action }]
  })
}
