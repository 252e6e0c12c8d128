import ask, { questionOptions } from './ask.ts'
import { type Command, optionType } from './support/definition/command.ts'

/** A line as a command call. */
export interface Call {
  readonly command: string
  readonly options: Readonly<Record<string, string | boolean>>
}

const slashCommand = /^\/(\S*)\s*(.*)$/su

/** Matches options `name:value`. */
function optionPattern(names: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<=^|\s)(${names.join('|')}):\s*("[^"]*"|\S*)\s*`, 'giu')
}

function parseOptions({ definition: { options = [] } }: Command, text: string): Record<string, string | boolean> {
  const [first, ...others] = options.map(({ name }) => name)
  if (first === undefined) return {}
  const found: Record<string, string> = {}
  let rest = text
  if (others.length > 0) {
    rest = rest.replace(optionPattern(others), (_, name: string, value: string) => {
      found[name.toLowerCase()] = value.replace(/^"(.*)"$/su, '$1')
      return ' '
    })
  }
  rest = rest.trim()
  const explicit = `${first}:`
  if (rest.toLowerCase().startsWith(explicit)) rest = rest.slice(explicit.length).trim()
  if (rest !== '') found[first] = rest
  return Object.fromEntries(options.flatMap(({ name, type }) => optionValue(name, type, found[name])))
}

/** An option by name. "true" and "false" are converted for a yes-or-no option. */
function optionValue(name: string, type: number, typed: string | undefined): [string, string | boolean][] {
  if (typed === undefined) return []
  return [[name, type === optionType.boolean && /^(?:true|false)$/i.test(typed) ? /^true$/i.test(typed) : typed]]
}

/**
 * Reads a line like a command in Discord. `name:value` is an option if the command has one of that name; the rest is the first
 * option. A line without a slash is a question. An unknown command has no options.
 */
export function parseLine(line: string, commands: readonly Command[]): Call {
  const match = slashCommand.exec(line.trim())
  if (match === null) return { command: ask.definition.name, options: questionOptions(line.trim()) }
  const [, typed = '', rest = ''] = match
  const name = typed.toLowerCase()
  const command = commands.find(({ definition }) => definition.name === name)
  return { command: name, options: command === undefined ? {} : parseOptions(command, rest) }
}

/** Words after a command's name that make it part of a sentence: "quotes from Lund", "timeline of the strike". */
const continues = /^(?:about|from|by|of|on|for|and|or|in|is|are|was|were)\b|\?\s*$/i

/** A line of chat as a command call: like a line on the console, and the name of a command needs no slash ("facts ferry"). */
export function parseChatLine(line: string, commands: readonly Command[]): Call {
  const [first = '', ...others] = line.trim().split(/\s+/)
  const rest = others.join(' ')
  const isNamed = commands.some(({ definition }) => definition.name === first.toLowerCase())
  return parseLine(isNamed && first !== 'ask' && !continues.test(rest) ? `/${line.trim()}` : line, commands)
}
