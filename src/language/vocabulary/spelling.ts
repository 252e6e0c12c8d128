import { once } from '../../resources/once.ts'
import { readRows } from '../../resources/resources.ts'
import { oneSpelling } from './irregular-forms.ts'

const american = once((): ReadonlyMap<string, string> => {
  const spellings = new Map<string, string>()
  for (const [key = '', others = ''] of readRows('lexicons/language/spellings.tsv'))
    for (const other of others.split(' ')) spellings.set(other, key)
  return spellings
})

/** The shortest word in which "ae" and "oe" are Latin ligatures (paediatric) and not two vowels (shoes). */
const longEnough = 7
// A doubled l after an unstressed syllable: travelled, labelling.
const doubledL = /(?<=[aeiou][^aeiou]+[aeiou])ll(?=(?:ed|ing|ers?)$)/
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[aeiou][a-z]*[tb])re(?=s?$)/, 'er'],
  [/our(?=ers?$)/, 'or'],
  [/ys(?=(?:e[drs]?|ing|ers?)$)/, 'yz'],
  [doubledL, 'l'],
]

const inflections = ['s', 'd', 'ed', 'ing']

/** The American spelling of an inflected form that has two spellings, or undefined. */
function inflected(folded: string): string | undefined {
  for (const ending of inflections) {
    const base = folded.endsWith(ending) ? american().get(folded.slice(0, -ending.length)) : undefined
    if (base !== undefined) return base + ending
  }
  return undefined
}

/** A key that all English spellings of a folded word share; for comparison only, never for display. */
export function spellingKey(folded: string): string {
  const known = american().get(folded) ?? inflected(folded)
  if (known !== undefined) return known
  let key = oneSpelling(folded)
  for (const [ending, replacement] of endings) key = key.replace(ending, replacement)
  return key.length < longEnough ? key : key.replace(/[ao]e/g, 'e')
}
