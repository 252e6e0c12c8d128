import { type Args, type Command, type CommandContext, type CommandDefinition, optionType } from './command.ts'
import { errorReply, type Reply } from './reply.ts'

const typeNames: Readonly<Record<number, 'string' | 'boolean'>> = {
  [optionType.string]: 'string',
  [optionType.boolean]: 'boolean',
}

/** What is wrong with the options of a call, as a sentence, or null. */
function problem({ name, options = [] }: CommandDefinition, raw: Readonly<Record<string, unknown>>): string | null {
  for (const option of options) {
    const value = raw[option.name]
    if (value === undefined && option.required !== true) continue
    if (value === undefined) return `/${name} is missing its ${option.name} (${option.description}).`
    if (typeof value !== typeNames[option.type]) return `/${name}: ${option.name} must be a ${typeNames[option.type]}.`
  }
  return null
}

function isArgs<D extends CommandDefinition>(
  definition: D,
  raw: Readonly<Record<string, unknown>>,
): raw is Readonly<Record<string, unknown>> & Args<D> {
  return problem(definition, raw) === null
}

/** Makes a command of its definition and of what it does with the arguments that the definition promises. */
export function defineCommand<const D extends CommandDefinition>(
  definition: D,
  run: (args: Args<D>, context: CommandContext) => Promise<Reply>,
  more: Pick<Command, 'audience'> = {},
): Command {
  return {
    ...more,
    definition,
    async run(raw, context) {
      if (isArgs(definition, raw)) return run(raw, context)
      return errorReply(definition.name, problem(definition, raw) ?? `/${definition.name} cannot be read.`)
    },
  }
}
