import type { CitedParagraph } from '../../answers/articles/paragraph-context.ts'
import type { Range } from '../../language/text/range.ts'

/** Where a message holds the call that it answers, besides its title. */
export interface CallRef {
  /** The command; null in messages of version 0.2 and before, whose author line has it. */
  readonly command: string | null
  /** See `CallText`. */
  readonly titleIsOption: boolean
}

/** A page of the reply to a call, which is made again to show it. */
interface OfPage {
  /** The generation that the answer was made from. */
  readonly generation: string
  /** From 0. */
  readonly page: number
  readonly call: CallRef
}

/** What a button or a menu entry below an answer does. */
export type AnswerAction =
  | ({
      readonly does: /** Shows another page instead. */
        | 'previous'
        | 'next'
        /** Shows every source of what is on the page. */
        | 'sources'
        /** Shows the items that the page leaves out. */
        | 'more'
        /** Shows the nearest sentence of a reply that found no answer. */
        | 'nearest'
        /** Marks the answer "Not it". */
        | 'not-it'
    } & OfPage)
  /** Shows a paragraph between its neighbours. */
  | { readonly does: 'context'; readonly generation: string; readonly shown: CitedParagraph }
  /** Shows a private answer to everyone. */
  | { readonly does: 'show'; readonly generation: string }
  /** Deletes the answer. `asker` is the id of the user who asked, who may do that. */
  | { readonly does: 'delete'; readonly asker: string }
  /** Says what the answer was made from. */
  | { readonly does: 'about'; readonly generation: string }
  /** Runs a command with a value for its first option. */
  | { readonly does: 'try'; readonly command: string; readonly value: string }

/** Discord's limit. */
const maxIdLength = 100

const ofGeneration = /^(previous|next|sources|more|nearest|not-it|context|show|about):([0-9a-f]{8})(?::(.+))?$/
const deleteId = /^delete:(\d{17,20})$/
const tryId = /^try:([a-z][a-z0-9_-]{0,31}):(.+)$/s
const pageText = /^(\d{1,4})(h?)(?::([a-z][a-z0-9_-]{0,31}))?$/
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

/** An action as the custom_id of a button or the value of a menu entry. Of the cited ranges it holds the first five or so. */
export function encodeAction(action: AnswerAction): string {
  switch (action.does) {
    case 'try':
      return `try:${action.command}:${action.value}`
    case 'delete':
      return `delete:${action.asker}`
    case 'show':
    case 'about':
      return `${action.does}:${action.generation}`
    case 'context':
      return withRanges(`context:${action.generation}:${action.shown.key}`, action.shown.ranges)
    default: {
      const { does, generation, page, call } = action
      const command = call.command === null ? '' : `:${call.command}`
      return `${does}:${generation}:${page}${call.titleIsOption ? '' : headingMark}${command}`
    }
  }
}

/** An action that runs a command; null if its value is too long for an id. */
export function tryAction(command: string, value: string): AnswerAction | null {
  const action = { does: 'try', command, value } as const
  return value.trim() === '' || encodeAction(action).length > maxIdLength ? null : action
}

/** The action of an id; null if it is not an answer's. Ids of version 0.2 and before have no command, and may have no ranges. */
export function decodeAction(id: string): AnswerAction | null {
  const [, command, value] = tryId.exec(id) ?? []
  if (command !== undefined && value !== undefined) return { does: 'try', command, value }
  const asker = deleteId.exec(id)?.[1]
  if (asker !== undefined) return { does: 'delete', asker }
  const [, does, generation, rest] = ofGeneration.exec(id) ?? []
  if (generation === undefined) return null
  switch (does) {
    case 'show':
    case 'about':
      return rest === undefined ? { does, generation } : null
    case 'context': {
      const [, key, ranges] = paragraphText.exec(rest ?? '') ?? []
      if (key === undefined) return null
      const decoded = (ranges?.split('.') ?? []).map(decodeRange).filter((range) => range !== null)
      return { does, generation, shown: { key, ranges: decoded } }
    }
    case 'previous':
    case 'next':
    case 'sources':
    case 'more':
    case 'nearest':
    case 'not-it': {
      const [, page, heading, name = null] = pageText.exec(rest ?? '') ?? []
      if (page === undefined) return null
      return {
        does,
        generation,
        page: Number(page),
        call: { command: name, titleIsOption: heading !== headingMark },
      }
    }
    default:
      return null
  }
}
