import {
  type Args,
  type Command,
  type CommandContext,
  type CommandDefinition,
  type ModeratorContext,
  optionType,
} from './command.ts'
import { errorReply, type Reply } from './reply.ts'

function isAttachment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'name' in value && typeof value.name === 'string' && 'read' in value && typeof value.read === 'function'
}

/** How to check the value of an option, and the words for one that does not fit. */
const checks: Readonly<Record<number, { readonly fits: (value: unknown) => boolean; readonly must: string }>> = {
  [optionType.string]: { fits: (value) => typeof value === 'string', must: 'must be text' },
  [optionType.boolean]: { fits: (value) => typeof value === 'boolean', must: 'must be true or false' },
  [optionType.attachment]: {
    fits: isAttachment,
    must: 'must be attached to the command in Discord; on the console, copy it into the folder of articles and use /reindex',
  },
}

/** What is wrong with the options of a call, as a sentence, or null. */
function problem({ name, options = [] }: CommandDefinition, raw: Readonly<Record<string, unknown>>): string | null {
  for (const option of options) {
    const value = raw[option.name]
    if (value === undefined && option.required !== true) continue
    if (value === undefined) return `/${name} needs "${option.name}" (${option.description}).`
    const check = checks[option.type]
    if (check?.fits(value) !== true) return `/${name}: ${option.name} ${check?.must ?? 'has an unknown type'}.`
  }
  return null
}

function isArgs<D extends CommandDefinition>(
  definition: D,
  raw: Readonly<Record<string, unknown>>,
): raw is Readonly<Record<string, unknown>> & Args<D> {
  return problem(definition, raw) === null
}

/** The context that a command's audience promises. */
type ContextOf<D extends CommandDefinition> = D extends { readonly audience: 'moderators' }
  ? ModeratorContext
  : CommandContext

function isAllowed<D extends CommandDefinition>(
  { audience }: D,
  context: CommandContext,
): context is CommandContext & ContextOf<D> {
  return audience === 'everyone' || context.moderator?.allowed === true
}

/** Makes a command. `run` is called only if the user belongs to the audience and the options fit the definition. */
export function defineCommand<const D extends CommandDefinition>(
  definition: D,
  run: (args: Args<D>, context: ContextOf<D>) => Promise<Reply>,
): Command {
  return {
    definition,
    async run(raw, context) {
      const { name } = definition
      if (!isAllowed(definition, context))
        return errorReply(
          name,
          context.moderator?.allowed === false ? context.moderator.why : 'Only moderators may do that.',
        )
      if (isArgs(definition, raw)) return run(raw, context)
      return errorReply(name, problem(definition, raw) ?? `/${name} cannot be read.`)
    },
  }
}
