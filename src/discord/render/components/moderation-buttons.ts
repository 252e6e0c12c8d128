import type { ReplyAction } from '../../../../commands/support/reply/reply.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { Row } from '../../delivery/message-payload.ts'
import { buttonRows } from './button-rows.ts'

/** What a button of a moderator's message does: answers a confirmation, or cancels what is running. */
export type ModerationPress =
  | { readonly does: 'answer'; readonly token: string; readonly choice: number }
  | { readonly does: 'stop'; readonly token: string }

const customId = /^(?:answer:([0-9a-f]{32}):([0-9]{1,2})|stop:([0-9a-f]{32}))$/
const styles: Readonly<Record<ReplyAction['style'], 1 | 2 | 4>> = { main: 1, plain: 2, danger: 4 }
const rowType = 1 as const
const buttonType = 2 as const

/** The press that a custom_id stands for; null if it is not one of these. */
export function readModerationPress(id: string): ModerationPress | null {
  const [, question, choice, running] = customId.exec(id) ?? []
  if (running !== undefined) return { does: 'stop', token: running }
  return question === undefined ? null : { does: 'answer', token: question, choice: Number(choice) }
}

/** The buttons of the confirmation that is kept under `token`. */
export function actionRows(actions: readonly ReplyAction[], token: string): readonly Row[] {
  return buttonRows(
    actions.map(({ label, style }, choice) => ({
      type: buttonType,
      style: styles[style],
      label,
      custom_id: `answer:${token}:${choice}`,
    })),
  )
}

/** The button that cancels the task that is kept under `token`. */
export function stopRow(token: string): Row {
  return {
    type: rowType,
    components: [
      { type: buttonType, style: styles.plain, label: fixedText('moderation.cancel'), custom_id: `stop:${token}` },
    ],
  }
}
