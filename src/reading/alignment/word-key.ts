import {
  auxiliaryWords,
  conjunctions,
  determinerWords,
  prepositions,
  relatives,
  subjectPronouns,
} from '../../language/vocabulary/function-words.ts'
import { baseForm, isIrregularPast } from '../../language/vocabulary/irregular-forms.ts'
import { spellingKey } from '../../language/vocabulary/spelling.ts'
import { once } from '../../resources/once.ts'
import { expanded } from './contractions.ts'

/** Closed-class words do not inflect: each is its own key, distinct from all other keys ("not" and "noted"). */
const closed: ReadonlySet<string> = new Set([
  ...[auxiliaryWords, conjunctions, determinerWords, prepositions, relatives, subjectPronouns].flatMap((words) => [
    ...words,
  ]),
  ...'not none nor never me him them us you it what how why than then else'.split(' '),
])
/** Whether a folded word belongs to a closed class: an article, a pronoun, a preposition, an auxiliary, a conjunction. */
export function isClosedWord(folded: string): boolean {
  return closed.has(folded)
}

/** Suffix of all other keys. */
const opened = '-'
const plural = '+s'

const doubled = /([b-df-hj-np-tv-xz])\1$/
/** Shorter words have no separate ending ("bed", "gas"). */
const shortest = 4

/** A word without its inflection: no doubled consonant, silent "e", "y" or "i". */
function bare(stem: string): string {
  const single = stem.length > shortest - 1 ? stem.replace(doubled, '$1') : stem
  return single.replace(/(?<=..)e$/, '').replace(/(?<=..)y$/, 'i')
}

/** Cached because texts repeat the same words. */
const keys = new Map<string, string>()
const maxKept = 20_000

/**
 * A key that the spellings and the present and past tense forms of a word share; never shown. "-ing" forms and plurals have
 * separate keys: an action in progress is not done, and two are not one.
 */
export function wordKey(folded: string): string {
  const known = keys.get(folded)
  if (known !== undefined) return known
  const key = readKey(folded)
  if (keys.size >= maxKept) keys.clear()
  keys.set(folded, key)
  return key
}

function readKey(folded: string): string {
  if (closed.has(folded)) return folded
  // The irregular forms are those of the index, which omit this one.
  if (folded === 'said') return wordKey('say')
  const base = baseForm(folded)
  if (base !== folded) return `${bare(spellingKey(base))}${opened}${isIrregularPast(folded) ? '' : plural}`
  const spelled = spellingKey(folded)
  if (spelled.length < shortest) return `${bare(spelled)}${opened}`
  if (spelled.endsWith('ied')) return `${bare(`${spelled.slice(0, -3)}y`)}${opened}`
  if (/[aeiouy].*ed$/.test(spelled) && !spelled.endsWith('eed')) return `${bare(spelled.slice(0, -2))}${opened}`
  const singular = withoutS(spelled)
  return `${bare(singular)}${opened}${singular === spelled ? '' : plural}`
}

/** A folded word without a plural or third-person "s"; unchanged if it has none. */
function withoutS(word: string): string {
  if (word.length < shortest || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?:(?<=s|sh|ch|x|z)es|s)$/, '')
}

/** The key of a possible plural as its singular; then "says" as a verb has the key of "said". */
export function singularKey(key: string): string {
  return key.endsWith(plural) ? key.slice(0, -plural.length) : key
}

/** The keys of a list of words, computed on first use. */
export function keysOf(words: string | (() => readonly string[])): Pick<ReadonlySet<string>, 'has'> {
  const keys = once(
    () =>
      new Set(
        (typeof words === 'string' ? words.trim().split(/\s+/) : words()).flatMap(
          (word) => expanded(word, '') ?? [wordKey(word)],
        ),
      ),
  )
  return { has: (key) => keys().has(key) }
}
