import { parseLine } from '../../commands/parse-line.ts'
import type { Command, CommandContext } from '../../commands/support/definition/command.ts'
import { errorReply, type Reply } from '../../commands/support/reply/reply.ts'
import { plainLine } from '../language/tokens/normalise.ts'

/** A line, and the reply to it. */
export interface Outcome {
  /** The command's name without its slash. */
  readonly command: string
  readonly input: string
  readonly options: Readonly<Record<string, string | boolean>>
  readonly reply: Reply
}

const maxShownLength = 40

async function replyTo(
  command: Command | undefined,
  name: string,
  options: Readonly<Record<string, string | boolean>>,
  context: CommandContext,
): Promise<Reply> {
  if (command !== undefined) return command.run(options, context)
  const shown = plainLine(name).slice(0, maxShownLength).toWellFormed()
  return errorReply(shown, `There is no command /${shown}: /help lists the commands.`)
}

/** Runs one line of input. Never throws: an internal error goes to `onFault`, and the reply says so. */
export async function runLine(
  line: string,
  context: CommandContext,
  onFault: (error: unknown) => void,
): Promise<Outcome> {
  const { command: name, options } = parseLine(line, context.commands)
  const command = context.commands.find(({ definition }) => definition.name === name)
  try {
    return { command: name, input: line, options, reply: await replyTo(command, name, options, context) }
  } catch (error) {
    onFault(error)
    return {
      command: name,
      input: line,
      options,
      reply: errorReply(name, 'Something went wrong inside Verbatim; the log has the details.'),
    }
  }
}
