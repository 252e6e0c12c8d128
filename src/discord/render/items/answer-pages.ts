import type { Item } from '../../../answers/answer/item.ts'
import { estimatedLines } from '../text/estimated-lines.ts'
import { small } from '../text/small-print.ts'
import { itemBlock, itemBlocks, type ShownItem } from './item-blocks.ts'

/** The items of one page as text, and how many items it leaves out. */
export interface ItemsPage {
  readonly text: string
  readonly items: readonly ShownItem[]
  readonly pages: number
  /** How many items neither this page nor another one shows. */
  readonly hidden: number
}

/** Characters of a page's text; the rest of the embed's limit is for headings and notes. */
export const maxTextLength = 3200
const maxItemsPerPage = 3
/** A page of at most so many lines takes less than 700 pixels on a phone. */
const maxLinesPerPage = 24
/** An answer of at most so many lines, those of its title and notes included, takes less than 450 pixels on a phone. */
const maxLinesOfAnswer = 14
const maxItemsOnOnlyPage = 8
const alsoHeading = `${small}Also:`

const joined = (items: readonly ShownItem[]): string => itemBlocks(items, maxTextLength).join('\n\n')

/** As many items as fit on the only page, and at least as many as any page has. */
function countThatFits(items: readonly ShownItem[]): number {
  let fitting = Math.min(items.length, maxItemsOnOnlyPage)
  while (fitting > maxItemsPerPage && joined(items.slice(0, fitting)).length > maxTextLength) fitting--
  return Math.max(1, fitting)
}

/** Items by page: as many as fit on a phone's screen, in order, and at least one. */
function byPage(items: readonly ShownItem[]): readonly (readonly ShownItem[])[] {
  const pages: ShownItem[][] = []
  let lines = 0
  for (const item of items) {
    const own = estimatedLines(itemBlock(item, maxTextLength))
    const page = pages.at(-1)
    if (page === undefined || page.length === maxItemsPerPage || lines + own > maxLinesPerPage) {
      pages.push([item])
      lines = own
    } else {
      page.push(item)
      lines += own
    }
  }
  return pages
}

/** A page of items that are worth the same, with numbers; null if there is no such page. Without `canTurn` there is only one. */
export function listPage(all: readonly Item[], page: number, canTurn: boolean): ItemsPage | null {
  const items = all.map((item, at): ShownItem => ({ item, number: all.length > 1 ? at + 1 : null, size: 'normal' }))
  const paged = canTurn ? byPage(items) : [items.slice(0, countThatFits(items))]
  const shown = paged[page]
  if (shown === undefined) return null
  const hidden = canTurn ? 0 : items.length - shown.length
  return { text: joined(shown), items: shown, pages: paged.length, hidden }
}

/**
 * The best item alone, and below it in small print those others that fit on a phone's screen; null if `page` is not the first.
 * `linesAbove`: how many lines the title and notes take.
 */
export function bestFirstPage(all: readonly Item[], page: number, linesAbove: number): ItemsPage | null {
  const [first, ...others] = all.map(
    (item, at): ShownItem => ({ item, number: null, size: at === 0 ? 'normal' : 'small' }),
  )
  if (first === undefined || page > 0) return null
  const shown = [first]
  const blocks = [itemBlock(first, maxTextLength)]
  let lines = linesAbove + estimatedLines(blocks.join('\n')) + 1
  for (const other of others) {
    const block = itemBlock(other, maxTextLength)
    lines += estimatedLines(block)
    if (lines > maxLinesOfAnswer) break
    shown.push(other)
    blocks.push(block)
  }
  const [answer = '', ...also] = blocks
  const text = also.length === 0 ? answer : `${answer}\n\n${alsoHeading}\n${also.join('\n')}`
  return { text, items: shown, pages: 1, hidden: all.length - shown.length }
}
