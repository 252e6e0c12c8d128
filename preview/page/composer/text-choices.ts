import { html } from 'lit'
import type { Command, User } from '../../protocol/events.ts'
import type { View } from '../markdown/view.ts'
import type { ChoiceList } from './choice-list.ts'

/** A choice for what is typed into a message: a command, or somebody to mention. */
export type TextChoice =
  | { readonly is: 'command'; readonly command: Command }
  | { readonly is: 'user'; readonly user: User }

const commandAlone = /^\/\S*$/
const mentionAtEnd = /(^|\s)@([\w.]*)$/

function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const name = typed.toLowerCase()
  const starting = commands.filter((one) => one.name.startsWith(name))
  return [...starting, ...commands.filter((one) => !one.name.startsWith(name) && one.name.includes(name))]
}

/** What a text may become: commands after a slash, members after an @ at its end; null if neither. */
export function textChoices(
  text: string,
  commands: readonly Command[],
  users: readonly User[],
): ChoiceList<TextChoice> | null {
  if (commandAlone.test(text)) {
    const found = matching(commands, text.slice(1))
    return { label: 'Commands', active: 0, choices: found.map((command) => ({ is: 'command', command })) }
  }
  const typed = mentionAtEnd.exec(text)?.[2]?.toLowerCase()
  if (typed === undefined) return null
  const found = users.filter(({ username }) => username.startsWith(typed))
  return { label: 'Members', active: 0, choices: found.map((user) => ({ is: 'user', user })) }
}

/** The command that a text begins with, and what follows it; null if there is no blank after its name. */
export function typedCommand(text: string, commands: readonly Command[]): readonly [Command, string] | null {
  const [, name = '', rest] = /^\/(\S*)(?:\s([\s\S]*))?$/.exec(text) ?? []
  const named = commands.find((command) => command.name === name)
  return rest === undefined || named === undefined ? null : [named, rest]
}

/** A text with the mention at its end completed. */
export function withMention(text: string, { username }: User): string {
  return text.replace(mentionAtEnd, `$1@${username} `)
}

/** A message as it is sent: mentions by id. */
export function withMentionIds(content: string, users: readonly User[]): string {
  const ids = new Map(users.map(({ id, username }) => [username, id]))
  return content.replaceAll(/(?<!\w)@([\w.]+)/g, (found: string, name: string) =>
    ids.has(name) ? `<@${ids.get(name)}>` : found,
  )
}

export function textChoiceLabel(choice: TextChoice): View {
  return choice.is === 'command'
    ? html`<b>/${choice.command.name}</b> <span class="choice-about">${choice.command.description}</span>`
    : html`<b>@${choice.user.username}</b>`
}
