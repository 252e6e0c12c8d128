import { stem } from '../../language/tokens/terms.ts'
import { antonyms, relatedWords } from '../../language/vocabulary/related-words.ts'
import { once } from '../../resources/once.ts'
import { reportingVerbs } from '../facts/lexicon/reporting-verbs.ts'
import { conceptOf } from '../facts/lexicon/synonym-classes.ts'

/** Less related words are kinds of the same thing (co-hyponyms), not synonyms. */
const minStrength = 0.3

// Verbs of giving and sending that writers use interchangeably. Source: VerbNet 3, send-11.1, give-13.1, contribute-13.2,
// fulfilling-13.4.1.
const giving = once(() => new Set('send provide supply give deliver contribute furnish'.split(' ').map(conceptOf)))

/** Whether two folded words may be interchangeable: synonyms, or verbs of saying or giving. */
export function mayBeOtherWord(a: string, b: string): boolean {
  const [first, second] = [stem(a), stem(b)]
  if (first === second || conceptOf(a) === conceptOf(b)) return true
  if (antonyms(first).includes(second)) return false
  if (reportingVerbs.has(a) && reportingVerbs.has(b)) return true
  if (giving().has(conceptOf(a)) && giving().has(conceptOf(b))) return true
  const isRelated = (from: string, to: string) =>
    relatedWords(from).some(({ stem: other, strength }) => other === to && strength >= minStrength)
  return isRelated(first, second) || isRelated(second, first)
}
