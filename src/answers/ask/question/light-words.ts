import { stem } from '../../../language/tokens/terms.ts'

// Verbs that say that something is said, held or happens, and little of what. Source: the commonest lexical verbs of
// English (Biber et al., Longman Grammar of Spoken and Written English, 1999, 5.2.2), with the usual verbs of taking place.
const verbs =
  'say said says tell told get got go went gone know knew think thought see saw make made come came take took taken want ' +
  'wanted give gave given mean meant hold held happen happened occur occurred need needed call called'

// Prepositions and adverbs that the list of function words leaves out: a question leans on them, an answer need not.
const others =
  'outside inside within without during among amongst against throughout despite toward towards via per upon across along ' +
  'behind below above near off onto beyond besides except regarding concerning according currently exactly generally ' +
  'usually typically mainly mostly primarily actually really'

const lightVerbs = new Set(verbs.split(' ').map(stem))
const lightWords = new Set(others.split(' ').map(stem))

/** Whether a term is a verb that an answer may well do without. */
export function isLightVerb(term: string): boolean {
  return lightVerbs.has(term)
}

/** Whether a term is a verb, a preposition or an adverb that an answer may well do without. */
export function isLightWord(term: string): boolean {
  return lightVerbs.has(term) || lightWords.has(term)
}
