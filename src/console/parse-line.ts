import type { Command } from '../../commands/command.ts'

/** A line taken as a command call. */
export interface Call {
  readonly command: string
  readonly options: Readonly<Record<string, string>>
}

const slashCommand = /^\/(\S*)\s*(.*)$/su

/** Where in `text` the option `name:` begins, white space before it included. */
function optionPattern(names: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<=^|\s)(${names.join('|')}):\s*("[^"]*"|\S*)\s*`, 'giu')
}

function parseOptions({ definition: { options = [] } }: Command, text: string): Record<string, string> {
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
  return found
}

/**
 * Reads a line as a command typed in Discord: the rest of it is the first option, `name:value` another one where `name` is
 * one of that command's. A line without a slash is a question. An unknown command has no options.
 */
export function parseLine(line: string, commands: readonly Command[]): Call {
  const match = slashCommand.exec(line.trim())
  if (match === null) return { command: 'ask', options: { question: line.trim() } }
  const [, typed = '', rest = ''] = match
  const name = typed.toLowerCase()
  const command = commands.find(({ definition }) => definition.name === name)
  return { command: name, options: command === undefined ? {} : parseOptions(command, rest) }
}
