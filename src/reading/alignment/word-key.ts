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

/** Words of closed classes have no other forms: each is its own key, which no other word's key is ("not" and "noted"). */
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

/** Ends the key of any other word. */
const opened = '-'
const plural = '+s'

const doubled = /([b-df-hj-np-tv-xz])\1$/
/** Fewer letters than this are no stem with an ending ("bed", "gas"). */
const shortest = 4

/** What is left of a word without the endings that only inflect it: a doubled consonant, a silent "e", "y" or "i". */
function bare(stem: string): string {
  const single = stem.length > shortest - 1 ? stem.replace(doubled, '$1') : stem
  return single.replace(/(?<=..)e$/, '').replace(/(?<=..)y$/, 'i')
}

/** Texts come with the same words again and again. */
const keys = new Map<string, string>()
const maxKept = 20_000

/**
 * A folded word as its spellings, and its forms in the present and past tense, share it: a key, never shown. An "-ing" and a
 * plural stay apart from the rest: what is being done is not done, and two are not one.
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
  // The table of irregular forms is that of the index, which leaves this one out.
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

/** A folded word without the "s" of a plural or of the third person; the same word where it has none. */
function withoutS(word: string): string {
  if (word.length < shortest || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?:(?<=s|sh|ch|x|z)es|s)$/, '')
}

/** The key of a word that may be a plural as the key of its singular; "says" as a verb has the key of "said" then. */
export function singularKey(key: string): string {
  return key.endsWith(plural) ? key.slice(0, -plural.length) : key
}

/** The keys of a list of words, made when they are first asked for. */
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
