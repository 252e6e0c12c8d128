import type { CitedParagraph } from '../../answers/articles/paragraph-context.ts'
import type { Range } from '../../language/text/range.ts'

/** What a button below an answer does. `generation` is the one that the answer was made from. */
export type ButtonAction =
  | {
      readonly does: 'previous' | 'next'
      readonly generation: string
      /** The page to show, from 0. */
      readonly page: number
      /** See `CallText`. */
      readonly titleIsOption: boolean
    }
  | { readonly does: 'context'; readonly generation: string; readonly shown: CitedParagraph }
  | { readonly does: 'show'; readonly generation: string }

/** Discord's limit. */
const maxIdLength = 100

const anyId = /^(previous|next|context|show):([0-9a-f]{8})(?::(.+))?$/
const pageText = /^(\d{1,4})(h?)$/
const paragraphText = /^([0-9a-f.]{1,40})(?::([0-9a-z.-]+))?$/
const rangeText = /^([0-9a-z]{1,8})-([0-9a-z]{1,8})$/
/** Follows the page's number if the title is a heading and not an option. */
const headingMark = 'h'
const radix = 36

function encodeRange({ start, end }: Range): string {
  return `${start.toString(radix)}-${end.toString(radix)}`
}

function decodeRange(text: string): Range | null {
  const [, start, end] = rangeText.exec(text) ?? []
  if (start === undefined || end === undefined) return null
  return { start: Number.parseInt(start, radix), end: Number.parseInt(end, radix) }
}

/** An id with as many ranges as fit into it. */
function withRanges(id: string, ranges: readonly Range[]): string {
  let [separator, fitted] = [':', id]
  for (const range of ranges) {
    const longer = `${fitted}${separator}${encodeRange(range)}`
    if (longer.length > maxIdLength) break
    ;[separator, fitted] = ['.', longer]
  }
  return fitted
}

/** The custom_id of a button. Of the cited ranges it holds the first five or so. */
export function encodeAction(action: ButtonAction): string {
  const id = `${action.does}:${action.generation}`
  switch (action.does) {
    case 'show':
      return id
    case 'context':
      return withRanges(`${id}:${action.shown.key}`, action.shown.ranges)
    default:
      return `${id}:${action.page}${action.titleIsOption ? '' : headingMark}`
  }
}

/** The action of a custom_id; null if it is not an answer's button. Ids of version 0.2 and before have no ranges. */
export function decodeAction(customId: string): ButtonAction | null {
  const [, does, generation, rest] = anyId.exec(customId) ?? []
  if (generation === undefined) return null
  if (does === 'show') return rest === undefined ? { does, generation } : null
  if (does === 'context') {
    const [, key, ranges] = paragraphText.exec(rest ?? '') ?? []
    if (key === undefined) return null
    const decoded = (ranges?.split('.') ?? []).map(decodeRange).filter((range) => range !== null)
    return { does, generation, shown: { key, ranges: decoded } }
  }
  const [, page, heading] = pageText.exec(rest ?? '') ?? []
  if ((does !== 'previous' && does !== 'next') || page === undefined) return null
  return { does, generation, page: Number(page), titleIsOption: heading !== headingMark }
}
