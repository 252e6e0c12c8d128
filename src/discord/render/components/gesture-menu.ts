import type { APISelectMenuOption, APIStringSelectComponent } from 'discord-api-types/v10'
import { paragraphKey } from '../../../answers/articles/paragraph-context.ts'
import type { Range } from '../../../language/text/range.ts'
import { plainLine } from '../../../language/tokens/normalise.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { type AnswerAction, type CallRef, encodeAction } from '../../message-state/answer-action.ts'
import type { ShownItem } from '../items/item-blocks.ts'
import { sourceName } from '../sources/source-line.ts'
import { opening } from '../text/inline-text.ts'

/** What the gestures below a page depend on. */
export interface GestureContext {
  readonly page: number
  readonly items: readonly ShownItem[]
  /** Whether the items are an answer, and not only the nearest sentences. */
  readonly isAnswer: boolean
  /** How many items the page leaves out, and no other page shows. */
  readonly hidden: number
  /** The generation that the reply was made from; null if it does not depend on the articles. */
  readonly generation: string | null
  /** The user who asked, and may delete the answer; null if nobody needs to: it is private. */
  readonly asker: string | null
  /** How the message holds its call; null if it does not, so that the call cannot be made again. */
  readonly call: CallRef | null
}

/** An entry of the menu. */
export interface GestureEntry {
  readonly label: string
  /** Plain text: Discord reads no marks in it. */
  readonly description?: string
  readonly action: AnswerAction
}

/** Something that a reader can do with an answer: its entries in the menu below the answer, none if it makes no sense there. */
type Gesture = (context: GestureContext) => readonly GestureEntry[]

const maxDescriptionLength = 90

/** One entry for each paragraph that the items cite. A follow-up question reads from these what the answer cites. */
const context: Gesture = ({ items, isAnswer, generation }) => {
  if (generation === null) return []
  const paragraphs = new Map<string, { readonly description: string; readonly ranges: Range[] }>()
  for (const { item } of items) {
    if (item.kind === 'metadata') continue
    const { citation, text } = item.snippet
    const key = paragraphKey(citation)
    const source = `${sourceName(citation)} ¶${citation.paragraph}`
    const known = paragraphs.get(key) ?? {
      description: opening(plainLine(`${source}: ${text}`), maxDescriptionLength),
      ranges: [],
    }
    if (isAnswer) known.ranges.push({ start: citation.start, end: citation.end })
    paragraphs.set(key, known)
  }
  return [...paragraphs].map(([key, { description, ranges }], at) => ({
    label: paragraphs.size === 1 ? fixedText('menu.context') : fixedText('menu.context-number', { number: at + 1 }),
    description,
    action: { does: 'context', generation, shown: { key, ranges } },
  }))
}

const sources: Gesture = ({ items, page, generation, call }) =>
  generation === null || call === null || items.length === 0
    ? []
    : [{ label: fixedText('sources.heading'), action: { does: 'sources', generation, page, call } }]

const more: Gesture = ({ hidden, page, generation, call }) =>
  generation === null || call === null || hidden === 0
    ? []
    : [{ label: fixedText('menu.more', { count: hidden }), action: { does: 'more', generation, page, call } }]

const notIt: Gesture = ({ isAnswer, page, generation, call }) =>
  generation === null || call === null || !isAnswer
    ? []
    : [
        {
          label: fixedText('not-it.label'),
          description: fixedText('not-it.description'),
          action: { does: 'not-it', generation, page, call },
        },
      ]

const about: Gesture = ({ generation }) =>
  generation === null ? [] : [{ label: fixedText('menu.about'), action: { does: 'about', generation } }]

/** The entry that deletes an answer. */
export function deleteEntry(asker: string): GestureEntry {
  return {
    label: fixedText('delete.label'),
    description: fixedText('delete.description'),
    action: { does: 'delete', asker },
  }
}

/** Help needs no deleting. */
const remove: Gesture = ({ asker, generation }) => (asker === null || generation === null ? [] : [deleteEntry(asker)])

/** Every gesture, in the order of the menu. What each one does is in `handlers/gestures/gestures.ts`. */
const gestures: readonly Gesture[] = [context, more, sources, notIt, about, remove]

/** What a reader can do with a page of an answer. */
export function gestureEntries(of: GestureContext): readonly GestureEntry[] {
  return gestures.flatMap((gesture) => gesture(of))
}

const menuType = 3

function optionOf({ label, description, action }: GestureEntry): APISelectMenuOption {
  return { label, value: encodeAction(action), ...(description !== undefined && { description }) }
}

/** A menu with a further entry. */
export function withEntry(menu: APIStringSelectComponent, entry: GestureEntry): APIStringSelectComponent {
  return { ...menu, options: [...menu.options, optionOf(entry)] }
}

/** The menu below an answer. */
export function gestureMenu(entries: readonly GestureEntry[]): APIStringSelectComponent {
  return {
    type: menuType,
    custom_id: menuId,
    placeholder: fixedText('menu.placeholder'),
    options: entries.map(optionOf),
  }
}

/** The custom_id of the menu. The actions are in the values of its entries. */
export const menuId = 'gestures'
