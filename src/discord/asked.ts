import type { Command } from '../../commands/command.ts'
import { plainLine } from '../text/normalise.ts'
import { fromMarkdown, toMarkdown } from './markdown.ts'

/** The call that an answer answers, as far as asking again needs it. */
export interface Asked {
  readonly command: string
  readonly options: Readonly<Record<string, string | boolean>>
}

/** How an answer shows what was asked: the command with its further options over the heading, the first option in it. */
export interface Shown {
  readonly author: string
  readonly title: string
}

/** The longest title and author's name of an embed. */
const longestTitle = 256
const longestAuthor = 256

const further = /([a-z][a-z0-9_-]*):(?:"([^"]*)"|(\S+))/g
const call = /^\/([a-z][a-z0-9_-]*)(?: (.*))?$/s
const notShown = new Set(['private'])

/** The option that stands in the heading: the first that is required. */
function headingOption({ definition }: Command): string | undefined {
  return definition.options?.find(({ required }) => required === true)?.name
}

/** What was asked as author's line and heading; null where it is too long to be read back whole. */
export function showAsked({ options, command: name }: Asked, command: Command): Shown | null {
  const first = headingOption(command)
  const more = Object.entries(options)
    .filter(([option]) => option !== first && !notShown.has(option))
    .map(([option, value]) => `${option}:${typeof value === 'string' ? quoted(value) : value}`)
  const author = [`/${name}`, ...more].join(' ')
  const text = first === undefined ? '' : (options[first] ?? '')
  return author.length > longestAuthor ? null : { author, title: toMarkdown(plainLine(String(text))) }
}

function quoted(value: string): string {
  const plain = plainLine(value).replaceAll('"', '')
  return /\s/.test(plain) ? `"${plain}"` : plain
}

/** What was asked, read back from an answer; null where it is none of ours. */
export function readAsked({ author, title }: Shown, commands: readonly Command[]): Asked | null {
  const [, name, rest = ''] = call.exec(author) ?? []
  const command = commands.find(({ definition }) => definition.name === name)
  if (command === undefined || name === undefined) return null
  const kinds = new Map(command.definition.options?.map((option) => [option.name, option.type]))
  const options: Record<string, string | boolean> = {}
  for (const [, option = '', inQuotes, bare] of rest.matchAll(further)) {
    const value = inQuotes ?? bare ?? ''
    if (kinds.has(option)) options[option] = kinds.get(option) === 5 ? value === 'true' : value
  }
  const first = headingOption(command)
  if (first !== undefined) options[first] = fromMarkdown(title)
  return { command: name, options }
}

/** Whether a heading fits into an embed's title; a longer one stands over the text. */
export function fitsTitle(title: string): boolean {
  return title.length <= longestTitle
}
