import type { ButtonInteraction } from 'discord.js'
import { changeArticles } from '../../../commands/support/change-articles.ts'
import type { ReplyAction } from '../../../commands/support/reply.ts'
import type { Desk } from '../context/bot-context.ts'
import type { Response } from '../delivery/respond-in-time.ts'
import type { Question } from '../moderation/moderation-state.ts'
import { answerRow, type ModerationPress } from '../render/moderation-buttons.ts'
import { sentence } from '../render/reply-message.ts'
import { type Act, allowed, moderate, withTrouble, writeDown } from './moderator-command.ts'

const stale = 'That has been answered already, or is too old: give the command again.'
const ended = 'That has ended already.'
const notYours = 'Only the one who gave the command can do that.'
const untouched = 'Nothing was changed.'

const says = (text: string): Response => ({ as: 'message', message: sentence(text) })

/** Refuses a moderator to whom the question was not put. */
async function refuseOther(
  interaction: ButtonInteraction,
  act: Omit<Act, 'run'>,
  desk: Desk,
  log: Desk['log'],
): Promise<Response> {
  await writeDown(interaction, act, { allowed: false, result: notYours }, desk, log)
  return says(notYours)
}

async function stopRunning(
  token: string,
  interaction: ButtonInteraction,
  desk: Desk,
  log: Desk['log'],
): Promise<Response> {
  const act = { command: 'cancel', options: {}, by: 'button' } as const
  const rights = await allowed(interaction, act, desk, log)
  if (!rights.allowed) return says(rights.why)
  const running = desk.moderation.running.look(token)
  if (running === undefined) return says(ended)
  if (running.user !== interaction.user.id) return refuseOther(interaction, act, desk, log)
  running.stop.abort()
  const result = 'It is being cancelled.'
  const trouble = await writeDown(interaction, act, { allowed: true, result }, desk, log)
  return { as: 'message', message: withTrouble(sentence(result), trouble) }
}

/** What the audit log says of an action. */
function optionsOf({ label, change }: ReplyAction): Readonly<Record<string, string>> {
  return change === null ? { pressed: label } : { pressed: label, does: change.does, file: change.file }
}

async function answerQuestion(
  { token, choice }: Extract<ModerationPress, { readonly does: 'answer' }>,
  interaction: ButtonInteraction,
  desk: Desk,
  log: Desk['log'],
): Promise<Response> {
  const { questions } = desk.moderation
  const asked: Question | undefined = questions.look(token)
  const action = asked?.actions[choice]
  const act = {
    command: asked?.command ?? 'unknown',
    options: action === undefined ? {} : optionsOf(action),
    by: 'button',
  } as const
  const rights = await allowed(interaction, act, desk, log)
  if (!rights.allowed) return says(rights.why)
  if (asked === undefined || action === undefined) return says(stale)
  if (asked.user !== interaction.user.id) return refuseOther(interaction, act, desk, log)
  // Taken in one step, after all waiting: of two presses at a time, one is too late.
  if (questions.take(token) === undefined) return says(stale)
  const { change } = action
  if (change === null) {
    const trouble = await writeDown(interaction, act, { allowed: true, result: untouched }, desk, log)
    return { as: 'update', message: withTrouble(sentence(untouched), trouble) }
  }
  let failed = false
  const run = async (context: Parameters<typeof changeArticles>[1]) => {
    const reply = await changeArticles(change, context)
    failed = reply.status === 'error'
    return reply
  }
  const message = await moderate(interaction, { ...act, run }, desk, log)
  // What could not be done now may be done later.
  if (failed) return { as: 'update', message: { ...message, rows: [answerRow(asked.actions, questions.add(asked))] } }
  return { as: 'update', message }
}

/** Does what a button of moderators' work says, if the one who presses it is the one who was asked, and still may. */
export function onModerationPress(
  press: ModerationPress,
  interaction: ButtonInteraction,
  desk: Desk,
  log: Desk['log'],
): Promise<Response> {
  return press.does === 'stop'
    ? stopRunning(press.token, interaction, desk, log)
    : answerQuestion(press, interaction, desk, log)
}
