import type { Instead, NothingFound, NothingFoundReason, RequiredType } from '../../../src/answers/answer/answer.ts'
import { fixedText, type PlainTextKey } from '../../../src/messages/fixed-text.ts'
import { absenceSentence } from '../texts/metadata-text.ts'
import type { Note } from './note.ts'

const absences: Readonly<Record<RequiredType, PlainTextKey>> = {
  name: 'nothing.no-name',
  figure: 'nothing.no-figure',
  percent: 'nothing.no-percent',
  money: 'nothing.no-money',
  date: 'nothing.no-date',
  place: 'nothing.no-place',
  country: 'nothing.no-country',
}

/** A reason for finding nothing, as a sentence; null if there is nothing to add. */
function reasonSentence(reason: NothingFoundReason): string | null {
  switch (reason.code) {
    case 'unknown-words': {
      // One word says enough: more would read like a list of faults.
      const [word] = reason.words
      return word === undefined ? null : fixedText('nothing.unknown-word', { word })
    }
    case 'metadata-absent':
    case 'words-apart':
    case 'name-absent':
    case 'weak-match':
      return null
    case 'type-absent':
      return fixedText(absences[reason.type])
    case 'roles-reversed':
      return fixedText('nothing.reversed')
    case 'not-quoted':
      return fixedText('nothing.not-quoted')
    case 'no-speaker': {
      const [name] = reason.words
      return name === undefined ? fixedText('nothing.no-speaker-named') : fixedText('nothing.no-speaker', { name })
    }
    case 'other-topic':
      return fixedText('nothing.other-topic', { speaker: reason.words[0] ?? fixedText('nothing.the-speaker') })
  }
}

/** What to say when nothing was found. */
export function nothingFoundNote({ reason, articles }: NothingFound): Note {
  if (reason.code === 'metadata-absent') return { headline: absenceSentence(reason.field, reason.title), detail: null }
  return { headline: fixedText('nothing.headline', { count: articles }), detail: reasonSentence(reason) }
}

/** The commands that show what there is instead, as a sentence; null if there are none. */
export function insteadSentence(instead: readonly Instead[]): string | null {
  if (instead.length === 0) return null
  const commands = instead.map(({ command, about }) => `/${command} ${about}`)
  return fixedText('nothing.instead', { commands: commands.join(fixedText('nothing.or')) })
}

/** The line above the nearest sentence. */
export const nearestHeading = fixedText('nothing.nearest')

/** The line above items that may not answer the query. */
export const unsureHeading = fixedText('answer.unsure')
