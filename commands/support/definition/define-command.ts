import { fixedText, type PlainTextKey } from '../../../src/messages/fixed-text.ts'
import { errorReply, type Reply } from '../reply/reply.ts'
import {
  type Args,
  type Command,
  type CommandContext,
  type CommandDefinition,
  type ModeratorContext,
  optionType,
} from './command.ts'

function isAttachment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'name' in value && typeof value.name === 'string' && 'read' in value && typeof value.read === 'function'
}

/** How to check the value of an option, and the words for one that does not fit. */
const checks: Readonly<Record<number, { readonly fits: (value: unknown) => boolean; readonly must: PlainTextKey }>> = {
  [optionType.string]: { fits: (value) => typeof value === 'string', must: 'options.text' },
  [optionType.boolean]: { fits: (value) => typeof value === 'boolean', must: 'options.boolean' },
  [optionType.attachment]: {
    fits: isAttachment,
    must: 'options.file',
  },
}

/** What is wrong with the options of a call, as a sentence, or null. */
function problem({ name, options = [] }: CommandDefinition, raw: Readonly<Record<string, unknown>>): string | null {
  for (const option of options) {
    const value = raw[option.name]
    if (value === undefined && option.required !== true) continue
    if (value === undefined) {
      return fixedText('options.missing', { command: name, option: option.name, description: option.description })
    }
    const check = checks[option.type]
    if (check?.fits(value) !== true) {
      const wrong = fixedText(check?.must ?? 'options.unknown-type')
      return fixedText('options.wrong', { command: name, option: option.name, problem: wrong })
    }
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
          context.moderator?.allowed === false ? context.moderator.why : fixedText('rights.moderators-only'),
        )
      if (isArgs(definition, raw)) return run(raw, context)
      return errorReply(name, problem(definition, raw) ?? fixedText('options.unreadable', { command: name }))
    },
  }
}
