import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10'
import { paragraphKey } from '../../answers/articles/paragraph-context.ts'
import type { Range } from '../../language/text/range.ts'
import type { Row } from '../delivery/message-payload.ts'
import { type ButtonAction, decodeAction, encodeAction } from '../message-state/button-action.ts'
import type { CallText } from '../message-state/call-text.ts'
import type { NumberedItem } from './item-blocks.ts'

const buttonsPerRow = 5
const maxContextRows = 4
const rowType = 1
const buttonType = 2
const primary = 1
const secondary = 2

function button(label: string, action: ButtonAction, more: Partial<APIButtonComponentWithCustomId> = {}) {
  return { type: buttonType, style: secondary, label, custom_id: encodeAction(action), ...more } as const
}

function isShowButton({ custom_id: id }: APIButtonComponentWithCustomId): boolean {
  return decodeAction(id)?.does === 'show'
}

function asUsed(show: APIButtonComponentWithCustomId): APIButtonComponentWithCustomId {
  return { ...show, label: 'Shown to everyone', style: secondary, disabled: true }
}

/** Rows with the button that shows a private answer to everyone marked as used. */
export function withUsedShowButton(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({
    ...row,
    components: row.components.map((one) => (isShowButton(one) ? asUsed(one) : one)),
  }))
}

/** The rows for the public copy of a private answer: without the button that shows it, and without unknown buttons. */
export function withoutShowButton(rows: readonly Row[]): readonly Row[] {
  const isKept = (one: APIButtonComponentWithCustomId) => decodeAction(one.custom_id) !== null && !isShowButton(one)
  return rows
    .map((row) => ({ ...row, components: row.components.filter(isKept) }))
    .filter(({ components }) => components.length > 0)
}

/** What the buttons below a page depend on. */
export interface ButtonContext {
  readonly page: number
  readonly pages: number
  readonly items: readonly NumberedItem[]
  /** Whether the items are an answer, and not only the nearest paragraph. */
  readonly isAnswer: boolean
  readonly generation: string
  readonly isPrivate: boolean
  /** Whether a private answer was shown to everyone, which is done once. */
  readonly isShown: boolean
  /** How the message holds its call; null if it does not, so that its other pages cannot be shown. */
  readonly callText: CallText | null
}

function pageButtons({ page, pages, generation, callText }: ButtonContext) {
  if (pages === 1 || callText === null) return []
  const { titleIsOption } = callText
  const previous = { does: 'previous', generation, page: Math.max(0, page - 1), titleIsOption } as const
  const next = { does: 'next', generation, page: page + 1, titleIsOption } as const
  return [button('Previous', previous, { disabled: page === 0 }), button('Next', next, { disabled: page + 1 >= pages })]
}

/** One button for each paragraph that the items cite, with the numbers of the items. */
function contextButtons({ items, isAnswer, generation }: ButtonContext) {
  const paragraphs = new Map<string, { readonly numbers: number[]; readonly ranges: Range[] }>()
  for (const { item, number } of items) {
    if (item.kind === 'metadata') continue
    const { citation } = item.snippet
    const key = paragraphKey(citation)
    const { numbers, ranges } = paragraphs.get(key) ?? { numbers: [], ranges: [] }
    if (number !== null) numbers.push(number)
    if (isAnswer) ranges.push({ start: citation.start, end: citation.end })
    paragraphs.set(key, { numbers, ranges })
  }
  return [...paragraphs].map(([key, { numbers, ranges }]) =>
    button(`Show context ${numbers.join(', ')}`.trim(), { does: 'context', generation, shown: { key, ranges } }),
  )
}

/** The buttons below a page of an answer. */
export function buttonRows(context: ButtonContext): Row[] {
  const { generation, isPrivate, isShown } = context
  const show = button('Show to everyone', { does: 'show', generation }, { style: primary })
  const shows = isPrivate ? [isShown ? asUsed(show) : show] : []
  const contexts = contextButtons(context)
  const contextRows = Array.from({ length: Math.ceil(contexts.length / buttonsPerRow) }, (_, row) =>
    contexts.slice(row * buttonsPerRow, (row + 1) * buttonsPerRow),
  )
  return [...contextRows.slice(0, maxContextRows), [...pageButtons(context), ...shows]]
    .filter((buttons) => buttons.length > 0)
    .map((components) => ({ type: rowType, components }))
}
