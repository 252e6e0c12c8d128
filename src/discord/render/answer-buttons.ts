import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10'
import { paragraphKey } from '../../answers/articles/paragraph-context.ts'
import type { Row } from '../delivery/message-payload.ts'
import type { Shown } from './query-in-embed.ts'
import type { Page } from './reply-embed.ts'

/** What a button does. `page` counts from 0; `paragraph` is a key of `paragraphKey`. */
export type Action =
  | {
      readonly does: 'previous' | 'next'
      readonly generation: string
      readonly page: number
      /** Whether the answer's title is what was asked. */
      readonly titleIsAsked: boolean
    }
  | { readonly does: 'context'; readonly generation: string; readonly paragraph: string }
  | { readonly does: 'show'; readonly generation: string }

const perRow = 5
const maxContextRows = 4
const rowType = 1
const buttonType = 2
const secondary = 2
const primary = 1
const customId = /^(previous|next|context|show):([0-9a-f]{8})(?::([0-9a-f.]{1,40}|\d{1,4}h))?$/
/** After the page's number: the title is a heading of the answer's own. */
const ownHeading = 'h'

function idOf(action: Action): string {
  const start = `${action.does}:${action.generation}`
  if (action.does === 'context') return `${start}:${action.paragraph}`
  return action.does === 'show' ? start : `${start}:${action.page}${action.titleIsAsked ? '' : ownHeading}`
}

/** The action of a button's custom_id, or null where it is none of ours. */
export function readAction(id: string): Action | null {
  const [, does, generation, rest] = customId.exec(id) ?? []
  if (generation === undefined) return null
  if (does === 'show' && rest === undefined) return { does, generation }
  if (does === 'context' && rest !== undefined) return { does, generation, paragraph: rest }
  const [, page, heading] = /^(\d{1,4})(h?)$/.exec(rest ?? '') ?? []
  if ((does === 'previous' || does === 'next') && page !== undefined) {
    return { does, generation, page: Number(page), titleIsAsked: heading !== ownHeading }
  }
  return null
}

function button(label: string, action: Action, more: Partial<APIButtonComponentWithCustomId> = {}) {
  return { type: buttonType, style: secondary, label, custom_id: idOf(action), ...more } as const
}

/** Whether a button shows a private answer to everyone. */
export function isShowButton({ custom_id: id }: APIButtonComponentWithCustomId): boolean {
  return readAction(id)?.does === 'show'
}

/** That button once it has been pressed. */
export function shownButton(show: APIButtonComponentWithCustomId): APIButtonComponentWithCustomId {
  return { ...show, label: 'Shown to everyone', style: secondary, disabled: true }
}

/** Where an answer's page stands among the others, and what else its buttons depend on. */
export interface Place {
  readonly page: number
  readonly pages: number
  readonly generation: string
  readonly private: boolean
  /** Whether a private answer was shown to everyone, which is done once. */
  readonly isShown: boolean
  /** How the answer shows what was asked; null where that cannot be read back, so that its other pages cannot be shown. */
  readonly asked: Pick<Shown, 'titleIsAsked'> | null
}

/** The buttons under a page of an answer. */
export function buttonRows({ items }: Page, place: Place): Row[] {
  const { page, pages, generation, private: isPrivate, isShown, asked } = place
  const turns =
    pages > 1 && asked !== null
      ? [
          button(
            'Previous',
            { does: 'previous', generation, page: Math.max(0, page - 1), ...asked },
            { disabled: page === 0 },
          ),
          button('Next', { does: 'next', generation, page: page + 1, ...asked }, { disabled: page + 1 >= pages }),
        ]
      : []
  const show = button('Show to everyone', { does: 'show', generation }, { style: primary })
  const shows = isPrivate ? [isShown ? shownButton(show) : show] : []
  const numbers = new Map<string, number[]>()
  for (const { item, number } of items) {
    const key = paragraphKey(item.snippet.citation)
    numbers.set(key, [...(numbers.get(key) ?? []), ...(number === null ? [] : [number])])
  }
  const contexts = [...numbers].map(([paragraph, of]) =>
    button(`Show context ${of.join(', ')}`.trim(), { does: 'context', generation, paragraph }),
  )
  const contextRows = Array.from({ length: Math.ceil(contexts.length / perRow) }, (_, row) =>
    contexts.slice(row * perRow, (row + 1) * perRow),
  )
  return [...contextRows.slice(0, maxContextRows), [...turns, ...shows]]
    .filter((buttons) => buttons.length > 0)
    .map((components) => ({ type: rowType, components }))
}
