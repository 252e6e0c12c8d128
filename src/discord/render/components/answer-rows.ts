import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { Row } from '../../delivery/message-payload.ts'
import { type AnswerAction, decodeAction, encodeAction } from '../../message-state/answer-action.ts'
import { buttonRows } from './button-rows.ts'
import { deleteEntry, type GestureContext, gestureEntries, gestureMenu, menuId, withEntry } from './gesture-menu.ts'

const rowType = 1
const buttonType = 2
const primary = 1
const secondary = 2

function button(label: string, action: AnswerAction, more: Partial<APIButtonComponentWithCustomId> = {}) {
  return { type: buttonType, style: secondary, label, custom_id: encodeAction(action), ...more } as const
}

function isShowButton(id: string): boolean {
  return decodeAction(id)?.does === 'show'
}

function asUsed(show: APIButtonComponentWithCustomId): APIButtonComponentWithCustomId {
  return { ...show, label: fixedText('show.used'), style: secondary, disabled: true }
}

/** Rows with the button that shows a private answer to everyone marked as used. */
export function withUsedShowButton(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({
    ...row,
    components: row.components.map((one) =>
      one.type === buttonType && isShowButton(one.custom_id) ? asUsed(one) : one,
    ),
  }))
}

/** The rows for the public copy of a private answer: without the button that shows it, and without unknown components. */
export function withoutShowButton(rows: readonly Row[]): readonly Row[] {
  const isKept = ({ custom_id: id }: Row['components'][number]) =>
    id === menuId || (decodeAction(id) !== null && !isShowButton(id))
  return rows
    .map((row) => ({ ...row, components: row.components.filter(isKept) }))
    .filter(({ components }) => components.length > 0)
}

/** Rows with an entry by which `asker` can delete the message. */
export function withDelete(rows: readonly Row[], asker: string): readonly Row[] {
  const entry = deleteEntry(asker)
  const menu = rows.findIndex(({ components }) => components.some(({ custom_id: id }) => id === menuId))
  if (menu < 0) return [...rows, { type: rowType, components: [button(entry.label, entry.action)] }]
  return rows.map((row, at) =>
    at === menu
      ? { ...row, components: row.components.map((one) => (one.type === 3 ? withEntry(one, entry) : one)) }
      : row,
  )
}

/** What the buttons and the menu below a page depend on. */
export interface RowContext extends GestureContext {
  readonly pages: number
  /** Buttons of the reply itself, as labels and what they do. */
  readonly offers: readonly { readonly label: string; readonly action: AnswerAction }[]
  readonly isPrivate: boolean
  /** Whether a private answer was shown to everyone, which is done once. */
  readonly isShown: boolean
}

function pageButtons({ page, pages, generation, call }: RowContext) {
  if (pages === 1 || call === null || generation === null) return []
  const previous = { does: 'previous', generation, page: Math.max(0, page - 1), call } as const
  const next = { does: 'next', generation, page: page + 1, call } as const
  return [button('Previous', previous, { disabled: page === 0 }), button('Next', next, { disabled: page + 1 >= pages })]
}

/** The generation in the id of a button when the reply does not depend on the articles. */
const noGeneration = '00000000'

/** The rows below a page: the menu of gestures, and a row of buttons. A menu with one entry would be a button, too. */
export function answerRows(context: RowContext): Row[] {
  const { generation, isPrivate, isShown, offers } = context
  const entries = gestureEntries(context)
  const show = button(
    fixedText('show.button'),
    { does: 'show', generation: generation ?? noGeneration },
    { style: primary },
  )
  const shows = isPrivate ? [isShown ? asUsed(show) : show] : []
  const [only, ...others] = entries
  const asButton = only !== undefined && others.length === 0
  const buttons = [
    ...pageButtons(context),
    ...offers.map(({ label, action }) => button(label, action)),
    ...(asButton ? [button(only.label, only.action)] : []),
    ...shows,
  ]
  const menu: readonly Row[] = entries.length > 1 ? [{ type: rowType, components: [gestureMenu(entries)] }] : []
  return [...menu, ...buttonRows(buttons)]
}
