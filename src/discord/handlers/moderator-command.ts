import type { BaseInteraction } from 'discord.js'
import type { CommandContext, ModeratorRights } from '../../../commands/support/command.ts'
import type { Reply } from '../../../commands/support/reply.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import type { AuditEntry } from '../../library/changes/audit-log.ts'
import { errorSentence } from '../../log/describe-error.ts'
import type { Desk } from '../context/bot-context.ts'
import { type Asking, runCounted } from '../context/run-command.ts'
import type { Received } from '../delivery/interaction-client.ts'
import type { Outgoing } from '../delivery/message-payload.ts'
import { createProgressMessage } from '../delivery/progress-message.ts'
import { moderatorRights } from '../moderation/authorize.ts'
import { inline } from '../render/citation-lines.ts'
import { answerRow, stopRow } from '../render/moderation-buttons.ts'
import { present, sentence } from '../render/reply-message.ts'

/** Who asks, as Discord says in the interaction. */
export type Asker = Received & Pick<BaseInteraction, 'user' | 'guildId' | 'memberPermissions' | 'member'>

/** Something that only moderators may do. */
export interface Act {
  readonly command: string
  /** As the audit log names them. */
  readonly options: AuditEntry['options']
  readonly by: 'command' | 'button'
  run(context: CommandContext): Promise<Reply>
}

/** Writes down what was done, in the log and the audit log, and returns the sentence for where the latter fails. */
export async function writeDown(
  { user, guildId: guild }: Asker,
  { command, options, by }: Omit<Act, 'run'>,
  { allowed, result }: Pick<AuditEntry, 'allowed' | 'result'>,
  desk: Desk,
  log: Desk['log'],
): Promise<string | null> {
  // Whatever LOG_QUESTIONS says: it must be told who changed the articles.
  const about = { audit: true, command, user: user.id, guild, by, allowed, outcome: result }
  if (allowed) log.info(about, 'a moderator command')
  else log.warn(about, 'a moderator command was refused')
  try {
    const name = plainLine(user.username)
    await desk.moderation.audit.append({ user: user.id, name, guild, command, options, by, allowed, result })
    return null
  } catch (error) {
    log.error({ err: error }, 'the audit log cannot be written')
    return errorSentence(error)
  }
}

/** A message, and the sentence that says what was wrong beside it. */
export function withTrouble(message: Outgoing, trouble: string | null): Outgoing {
  if (trouble === null) return message
  return { ...message, content: [message.content, inline(trouble)].filter((part) => part !== undefined).join('\n') }
}

/** Whether one may; where not, that is written down. */
export async function allowed(
  asker: Asker,
  act: Omit<Act, 'run'>,
  desk: Desk,
  log: Desk['log'],
): Promise<ModeratorRights> {
  const rights = await moderatorRights(asker, desk.moderation.rule)
  if (!rights.allowed) await writeDown(asker, act, { allowed: false, result: rights.why }, desk, log)
  return rights
}

/** What a reply to a moderator shows, with the buttons of what may be done next. */
function show(reply: Reply, { user }: Asker, { command }: Act, { moderation }: Desk): Outgoing {
  const message = present(reply, { page: 0, private: true, asked: null }) ?? sentence('Done.')
  const { actions = [] } = reply
  if (actions.length === 0) return { ...message, rows: [] }
  const token = moderation.questions.add({ user: user.id, command, actions })
  return { ...message, rows: [answerRow(actions, token)] }
}

/** Does something that only moderators may do, and shows how far it is. Whether one may is looked at now, and written down. */
export async function moderate(asker: Asker, act: Act, desk: Desk, log: Desk['log']): Promise<Outgoing> {
  const rights = await allowed(asker, act, desk, log)
  if (!rights.allowed) return sentence(rights.why)
  const { moderation, sender } = desk
  const { id: user, username } = asker.user
  const stop = new AbortController()
  const token = moderation.running.add({ user, stop })
  const progress = createProgressMessage((line) => sender.edit(asker, { content: line, rows: [stopRow(token)] }))
  const asking: Asking = { by: act.by, user, log }
  const context: CommandContext = {
    service: desk.service,
    commands: desk.commands,
    moderator: rights,
    by: plainLine(username),
    report: progress.report,
    signal: AbortSignal.any([stop.signal, moderation.ending.signal]),
    hasButtons: true,
  }
  const reply = await runCounted(desk, act.command, asking, act.options, () => act.run(context))
  moderation.running.take(token)
  await progress.end()
  // What is only asked has not been done.
  const isQuestion = reply.actions?.some(({ change }) => change === null) === true
  const result = isQuestion ? `asked: ${reply.heading}` : (reply.note ?? reply.heading)
  return withTrouble(show(reply, asker, act, desk), await writeDown(asker, act, { allowed: true, result }, desk, log))
}
