import { stem } from '../../../language/tokens/terms.ts'
import { readWordSets } from '../../../resources/resources.ts'

const listed = readWordSets('lexicons/answers/light-words.tsv', ['verb', 'other'])
const lightVerbs = new Set([...listed('verb')].map(stem))
const otherWords = new Set([...listed('other')].map(stem))

/** Whether a term is a verb that an answer often omits. */
export function isLightVerb(term: string): boolean {
  return lightVerbs.has(term)
}

/** Terms in hiragana only are mostly grammatical: particles and endings. */
const grammar = /^[\u3040-\u309f]+$/

/** Whether a term is a verb, a preposition or an adverb that an answer often omits, or a Japanese particle or ending. */
export function isLightWord(term: string): boolean {
  return lightVerbs.has(term) || otherWords.has(term) || grammar.test(term)
}
