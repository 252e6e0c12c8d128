import type { Instead, NothingFound, NothingFoundReason, RequiredType } from '../../src/answers/answer/answer.ts'
import { count } from './count.ts'
import { absenceSentence } from './metadata-text.ts'
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

/** The first word that a reason is about, in quotation marks. One says enough: more would read like a list of faults. */
function quoted([word]: readonly string[]): string | null {
  return word === undefined ? null : `"${word}"`
}

/** A reason for finding nothing, as a sentence; null if there is nothing to add. */
function reasonSentence(reason: NothingFoundReason): string | null {
  switch (reason.code) {
    case 'unknown-words': {
      const word = quoted(reason.words)
      return word && `None of them mentions ${word}.`
    }
    case 'metadata-absent':
    case 'words-apart':
    case 'name-absent':
    case 'weak-match':
      return null
    case 'type-absent':
      return `No sentence about this ${predicates[reason.type]}.`
    case 'roles-reversed':
      return 'They report it the other way round.'
    case 'not-quoted':
      return 'Nobody is quoted or reported as saying this.'
    case 'no-speaker':
      return `They have no statement by anyone called ${quoted(reason.words) ?? 'that'}.`
    case 'other-topic':
      return `They have statements by ${reason.words[0] ?? 'the speaker'}, but none about this.`
  }
}

/** What to say when nothing was found. */
export function nothingFoundNote({ reason, articles }: NothingFound): Note {
  if (reason.code === 'metadata-absent') return { headline: absenceSentence(reason.field, reason.title), detail: null }
  return { headline: `I found no answer to that in ${count(articles, 'article')}.`, detail: reasonSentence(reason) }
}

/** The commands that show what there is instead, as a sentence; null if there are none. */
export function insteadSentence(instead: readonly Instead[]): string | null {
  if (instead.length === 0) return null
  return `Try ${instead.map(({ command, about }) => `/${command} ${about}`).join(', or ')}.`
}

/** The line above the nearest sentence. */
export const nearestHeading = 'The nearest I found:'

/** The line above items that may not answer the query. */
export const unsureHeading = 'I am not sure that this answers it:'
