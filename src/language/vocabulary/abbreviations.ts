import { readWordSets } from '../../resources/resources.ts'

const listed = readWordSets('lexicons/language/abbreviations.tsv', [
  'before-more',
  'before-more-or-word',
  'may-close',
  'may-close-or-word',
  'state',
])
const before = listed('before-more')
const beforeOrWord = listed('before-more-or-word')
const closing = listed('may-close')
const closingOrWord = listed('may-close-or-word')
const states = listed('state')

/** Whether a lower-case word, before its full stop, is an abbreviation that comes before a name, a figure or a title. */
export function isBeforeMore(lower: string): boolean {
  return before.has(lower) || beforeOrWord.has(lower)
}

/** Whether a lower-case word, before its full stop, is an abbreviation that may end a sentence. */
export function mayClose(lower: string): boolean {
  return closing.has(lower) || closingOrWord.has(lower) || states.has(lower)
}

/** Whether a lower-case word, before a full stop, is an abbreviation and not a regular word. */
export function isAbbreviation(lower: string): boolean {
  return before.has(lower) || closing.has(lower) || states.has(lower)
}
