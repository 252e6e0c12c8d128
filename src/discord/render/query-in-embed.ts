import type { Command } from '../../../commands/support/command.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { fromMarkdown, toMarkdown } from './escape-markdown.ts'

type Value = string | number | boolean

/** The call that an answer answers, as far as asking again needs it. */
export interface Asked {
  readonly command: string
  readonly options: Readonly<Record<string, Value>>
}

/** How an answer shows what was asked. */
export interface Shown {
  /** The command, and the options that the title does not hold. */
  readonly author: string
  readonly title: string
  /** Whether the title is the command's first option, and not a heading of its own. */
  readonly titleIsAsked: boolean
}

/** The longest title and author's name of an embed. */
const maxTitleLength = 256
const maxAuthorLength = 256

const further = /([a-z][a-z0-9_-]*):(?:"([^"]*)"|(\S+))/g
const call = /^\/([a-z][a-z0-9_-]*)(?: (.*))?$/s

/** What was asked as author's line and title; null where it is too long to be read back whole. `heading` is the reply's own. */
export function showAsked({ options, command: name }: Asked, { definition }: Command, heading: string): Shown | null {
  const first = definition.options?.[0]?.name ?? ''
  const titleIsAsked = options[first] === heading
  const more = Object.entries(options)
    .filter(([option]) => !(titleIsAsked && option === first))
    .map(([option, value]) => `${option}:${quoted(String(value))}`)
  const author = [`/${name}`, ...more].join(' ')
  return author.length > maxAuthorLength ? null : { author, title: toMarkdown(plainLine(heading)), titleIsAsked }
}

function quoted(value: string): string {
  const plain = plainLine(value).replaceAll('"', '')
  return /^\S+$/.test(plain) ? plain : `"${plain}"`
}

/** A value in the kind that the option is of (Discord's numbers: 4 and 10 are numbers, 5 is a yes or no). */
function asKind(value: string, kind: number): Value {
  if (kind === 4 || kind === 10) return Number(value)
  return kind === 5 ? value === 'true' : value
}

/** What was asked, read back from an answer; null where it is none of ours. */
export function readAsked({ author, title, titleIsAsked }: Shown, commands: readonly Command[]): Asked | null {
  const [, name, rest = ''] = call.exec(author) ?? []
  const command = commands.find(({ definition }) => definition.name === name)
  if (command === undefined || name === undefined) return null
  const known = command.definition.options ?? []
  const options: Record<string, Value> = {}
  for (const [, option = '', inQuotes, bare] of rest.matchAll(further)) {
    const kind = known.find((one) => one.name === option)?.type
    if (kind !== undefined) options[option] = asKind(inQuotes ?? bare ?? '', kind)
  }
  const first = known[0]?.name
  if (titleIsAsked && first !== undefined) options[first] = fromMarkdown(title)
  return { command: name, options }
}

/** Whether a heading fits into an embed's title; a longer one stands over the text. */
export function fitsTitle(title: string): boolean {
  return title.length <= maxTitleLength
}
