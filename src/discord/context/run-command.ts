import type {
  Command,
  CommandContext,
  MessageCommand,
  ModeratorRights,
} from '../../../commands/support/definition/command.ts'
import { errorReply, type Reply, replyStatus } from '../../../commands/support/reply/reply.ts'
import { apology } from '../delivery/respond-in-time.ts'
import type { BotContext, InteractionContext } from './bot-context.ts'

/** A reply to be made. */
export interface ReplyTask {
  /** The name of the command. */
  readonly command: string
  /** What was asked, for the log if LOG_QUESTIONS allows it. */
  readonly input: unknown
  readonly run: () => Promise<Reply>
}

/** Makes a reply, and counts and logs it. If that fails, the reply is an apology, and the log has the error. */
export async function makeReply(
  { bot, log, user, origin: by }: InteractionContext,
  { command, input, run }: ReplyTask,
): Promise<Reply> {
  const startedAt = performance.now()
  if (bot.logQuestions) log.info({ command, by, user, asked: input }, 'question')
  const reply = await run().catch((error: unknown) => {
    log.error({ err: error, command }, 'a command failed')
    return errorReply(command, apology)
  })
  const status = replyStatus(reply)
  const seconds = (performance.now() - startedAt) / 1000
  bot.meter.answered({ by, command, status, seconds })
  log.debug({ command, by, status, seconds }, 'answered')
  return reply
}

/** What a command that everyone may run gets. */
function commandContext({ service, commands }: BotContext): CommandContext {
  return { service, commands }
}

/** Runs a slash command. `moderator` matters to commands whose reply varies by rights. */
export function runCommand(
  context: InteractionContext,
  { definition, run }: Command,
  options: Readonly<Record<string, unknown>>,
  moderator?: ModeratorRights,
): Promise<Reply> {
  return makeReply(context, {
    command: definition.name,
    input: options,
    run: () => run(options, { ...commandContext(context.bot), ...(moderator && { moderator }) }),
  })
}

/** Runs a command on the text of a message. */
export function runMessageCommand(
  context: InteractionContext,
  { name, run }: MessageCommand,
  text: string,
): Promise<Reply> {
  return makeReply(context, { command: name, input: text, run: () => run(text, commandContext(context.bot)) })
}
