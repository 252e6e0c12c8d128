import type { NothingFoundReason, RequiredType, SearchScope } from '../../src/answers/answer/answer.ts'
import type { Note } from './note.ts'

const predicates: Readonly<Record<RequiredType, string>> = {
  name: 'names anyone',
  figure: 'gives a number',
  percent: 'gives a percentage',
  money: 'gives an amount of money',
  date: 'says when',
  place: 'says where',
  country: 'names a country',
}

/** Words as a list in quotation marks: `"a", "b" or "c"`. */
function quotedList(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

/** A reason for finding nothing, as a sentence. */
function reasonSentence(reason: NothingFoundReason): string {
  switch (reason.code) {
    case 'unknown-words':
      return reason.words.length > 0
        ? `No sentence mentions ${quotedList(reason.words)}.`
        : 'No sentence is about this.'
    case 'words-apart':
      return reason.words.length > 0
        ? `No sentence mentions ${quotedList(reason.words)} together with the rest.`
        : 'No sentence mentions all of it.'
    case 'name-absent':
      return `Nothing said about ${quotedList(reason.words)} answers the question.`
    case 'type-absent':
      return `No sentence about this ${predicates[reason.type]}.`
    case 'roles-reversed':
      return 'The articles report it the other way round.'
    case 'weak-match':
      return 'No sentence says enough about this.'
    case 'not-quoted':
      return 'Nobody is quoted as saying these words.'
    case 'no-speaker':
      return `Nobody called ${quotedList(reason.words)} is quoted.`
  }
}

/** What to say when nothing was found. */
export function nothingFoundNote(reason: NothingFoundReason, { articles }: Pick<SearchScope, 'articles'>): Note {
  const where = articles === 1 ? 'this article' : 'these articles'
  return { headline: `No answer found in ${where}.`, detail: reasonSentence(reason) }
}
