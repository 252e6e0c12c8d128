import type { ModeratorContext, ModeratorRights } from '../../../../commands/support/definition/command.ts'
import {
  type Reply,
  type ReplyStatus,
  replyActions,
  replyStatus,
  replySummary,
} from '../../../../commands/support/reply/reply.ts'
import { plainLine } from '../../../language/tokens/normalise.ts'
import type { AuditEntry } from '../../../library/changes/audit-log.ts'
import { errorSentence } from '../../../log/describe-error.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import { makeReply } from '../../context/run-command.ts'
import type { InteractionRef } from '../../delivery/interaction-client.ts'
import type { MessageDraft } from '../../delivery/message-payload.ts'
import { createProgressMessage } from '../../delivery/progress-message.ts'
import { type InteractionUser, moderatorRights } from '../../moderation/authorize.ts'
import { actionRows, stopRow } from '../../render/components/moderation-buttons.ts'
import { present, sentence } from '../../render/reply-message.ts'
import { inline } from '../../render/text/inline-text.ts'

export type ModeratorInteraction = InteractionRef & InteractionUser

/** What the user wants to do, as the audit log records it. */
export interface ModeratorAction {
  readonly command: string
  readonly options: AuditEntry['options']
  readonly by: 'command' | 'button' | 'form'
}

/** One interaction that is reserved for moderators. Its outcome is always recorded in the audit log. */
export interface ModeratorSession {
  /** Whether the user is a moderator, asked once. A refusal is recorded. */
  authorize(): Promise<ModeratorRights>
  /** Records a refusal, and returns the message that says why. */
  refuse(why: string): Promise<MessageDraft>
  /** Records the result of what was allowed. Returns `message`, with a warning if the audit log cannot be written. */
  audit(result: string, message: MessageDraft): Promise<MessageDraft>
  /** Runs the action if the user is a moderator, with progress and a button that cancels it. */
  run(
    action: (context: ModeratorContext) => Promise<Reply>,
  ): Promise<{ readonly status: ReplyStatus; readonly message: MessageDraft }>
}

type Outcome = Pick<AuditEntry, 'allowed' | 'result'>

/** Records what a user does in the log and in the audit log. Returns what is wrong with the audit log, or null. */
function auditRecorder(
  { user, guildId: guild }: ModeratorInteraction,
  { bot, log }: InteractionContext,
  { command, options, by }: ModeratorAction,
): (outcome: Outcome) => Promise<string | null> {
  return async ({ allowed, result }) => {
    // LOG_QUESTIONS does not matter here: who changed the articles is always recorded.
    const fields = { audit: true, command, user: user.id, guild, by, allowed, outcome: result }
    if (allowed) log.info(fields, 'moderator command')
    else log.warn(fields, 'moderator command refused')
    try {
      const name = plainLine(user.username)
      await bot.moderation.audit.append({ user: user.id, name, guild, command, options, by, allowed, result })
      return null
    } catch (error) {
      log.error({ err: error }, 'cannot write to the audit log')
      return errorSentence(error)
    }
  }
}

/** Opens the session of one interaction. */
export function openModeratorSession(
  interaction: ModeratorInteraction,
  context: InteractionContext,
  request: ModeratorAction,
): ModeratorSession {
  const { command, options } = request
  const { service, commands, sender, clock, moderation, gaps } = context.bot
  const { user } = interaction
  const record = auditRecorder(interaction, context, request)
  let rights: Promise<ModeratorRights> | undefined

  async function checkRights(): Promise<ModeratorRights> {
    const found = await moderatorRights(interaction, moderation.rule)
    if (!found.allowed) await record({ allowed: false, result: found.why })
    return found
  }

  function authorize(): Promise<ModeratorRights> {
    rights ??= checkRights()
    return rights
  }

  async function audit(result: string, message: MessageDraft): Promise<MessageDraft> {
    const warning = await record({ allowed: true, result })
    if (warning === null) return message
    const content = message.content === undefined ? inline(warning) : `${message.content}\n${inline(warning)}`
    return { ...message, content }
  }

  /** A reply with the buttons of what the moderator may do next. */
  function messageOf(reply: Reply): MessageDraft {
    const shown = present(reply, { page: 0, private: true, query: null }) ?? sentence(fixedText('moderation.done'))
    const message = reply.kind === 'list' && reply.file !== undefined ? { ...shown, file: reply.file } : shown
    const actions = replyActions(reply)
    if (actions.length === 0) return { ...message, rows: [] }
    return { ...message, rows: actionRows(actions, moderation.questions.add({ user: user.id, command, actions })) }
  }

  return {
    authorize,
    audit,
    async refuse(why) {
      await record({ allowed: false, result: why })
      return sentence(why)
    },
    async run(action) {
      const found = await authorize()
      if (!found.allowed) return { status: 'error', message: sentence(found.why) }
      const stop = new AbortController()
      const token = moderation.running.add({ user: user.id, stop })
      const show = (line: string) => sender.edit(interaction, { content: line, rows: [stopRow(token)] })
      const progress = createProgressMessage(show, clock)
      const moderator: ModeratorContext = {
        service,
        commands,
        moderator: found,
        ...(gaps !== null && { gaps }),
        by: plainLine(user.username),
        report: progress.report,
        signal: AbortSignal.any([stop.signal, moderation.shutdown.signal]),
        hasButtons: true,
      }
      const reply = await makeReply(context, { command, input: options, run: () => action(moderator) })
      moderation.running.take(token)
      await progress.end()
      return { status: replyStatus(reply), message: await audit(replySummary(reply), messageOf(reply)) }
    },
  }
}
