import { type Args, type Command, type CommandContext, type CommandDefinition, optionType } from './command.ts'
import { errorReply, type Reply } from './reply.ts'

function isAttachment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'name' in value && typeof value.name === 'string' && 'read' in value && typeof value.read === 'function'
}

/** What the value of an option must be, and the words for one that is not. */
const kinds: Readonly<Record<number, { readonly fits: (value: unknown) => boolean; readonly must: string }>> = {
  [optionType.string]: { fits: (value) => typeof value === 'string', must: 'must be a text' },
  [optionType.boolean]: { fits: (value) => typeof value === 'boolean', must: 'must be true or false' },
  [optionType.attachment]: {
    fits: isAttachment,
    must: "must be attached to the command in Discord; elsewhere, put it into the articles' folder and use /reindex",
  },
}

/** What is wrong with the options of a call, as a sentence, or null. */
function problem({ name, options = [] }: CommandDefinition, raw: Readonly<Record<string, unknown>>): string | null {
  for (const option of options) {
    const value = raw[option.name]
    if (value === undefined && option.required !== true) continue
    if (value === undefined) return `/${name} is missing its ${option.name} (${option.description}).`
    const kind = kinds[option.type]
    if (kind?.fits(value) !== true) return `/${name}: ${option.name} ${kind?.must ?? 'is of an unknown kind'}.`
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
