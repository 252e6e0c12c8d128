import { type Command, optionType } from '../../../commands/support/definition/command.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { fromMarkdown, toMarkdown } from '../markdown/escape-markdown.ts'

type OptionValue = string | number | boolean

/** A command with its options: what it takes to run it again. */
export interface CommandCall {
  readonly command: string
  readonly options: Readonly<Record<string, OptionValue>>
}

/** A call as parts of a message. A custom_id, with at most 100 characters, is too short for a question. */
export interface CallText {
  readonly command: string
  /** The command with the options that the title does not hold: `/facts article:001`; null if there are none. */
  readonly author: string | null
  /** The heading as Markdown. */
  readonly title: string
  /** Whether the title is the value of the command's first option. */
  readonly titleIsOption: boolean
}

/** Discord's limit for the name of an embed's author. */
const maxAuthorLength = 256
/** Leaves enough of an embed for the answer. A question of 300 characters fits if each of them has to be escaped. */
const maxTitleLength = 700

const optionText = /([a-z][a-z0-9_-]*):(?:"([^"]*)"|(\S+))/g
const callText = /^\/([a-z][a-z0-9_-]*)(?: (.*))?$/s

/** An option as text, or null if its value cannot be read back. */
function encodeOption(name: string, value: OptionValue): string | null {
  const plain = plainLine(String(value))
  if (plain.includes('"')) return null
  return /^\S+$/.test(plain) ? `${name}:${plain}` : `${name}:"${plain}"`
}

/**
 * Writes a call into the texts of an embed; null if it does not fit or could not be read back. `heading` is the reply's. Values
 * are read back as one line of plain text, as commands read them.
 */
export function encodeCall(
  { command: name, options }: CommandCall,
  { definition }: Command,
  heading: string,
): CallText | null {
  const first = definition.options?.[0]?.name ?? ''
  const titleIsOption = options[first] === heading
  const others = Object.entries(options).filter(([option]) => !(titleIsOption && option === first))
  const texts = others.map(([option, value]) => encodeOption(option, value))
  const author = texts.length === 0 ? null : [`/${name}`, ...texts].join(' ')
  const title = toMarkdown(plainLine(heading))
  const isTooLong = (author?.length ?? 0) > maxAuthorLength || title.length > maxTitleLength
  return isTooLong || texts.includes(null) ? null : { command: name, author, title, titleIsOption }
}

/** Reads a call back; null if it is none of a known command. Messages of version 0.2 and before have the command in `author` only. */
export function decodeCall(
  { command: stated, author, title, titleIsOption }: Omit<CallText, 'command'> & { readonly command: string | null },
  commands: readonly Command[],
): { readonly call: CommandCall; readonly command: Command } | null {
  const [, named, rest = ''] = callText.exec(author ?? '') ?? []
  const name = stated ?? named
  const command = commands.find(({ definition }) => definition.name === name)
  if (command === undefined || name === undefined) return null
  const definitions = command.definition.options ?? []
  const options: Record<string, OptionValue> = {}
  for (const [, option = '', quoted, bare] of rest.matchAll(optionText)) {
    const type = definitions.find((definition) => definition.name === option)?.type
    const text = quoted ?? bare ?? ''
    if (type !== undefined) options[option] = type === optionType.boolean ? text === 'true' : text
  }
  const first = definitions[0]?.name
  if (titleIsOption && first !== undefined) options[first] = fromMarkdown(title)
  return { call: { command: name, options }, command }
}
