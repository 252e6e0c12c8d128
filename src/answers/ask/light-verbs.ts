import { stem } from '../../text/terms.ts'

// Verbs that say that something is said, wanted, held or happens, and little of what. Source: the commonest lexical verbs
// of English (Biber et al., Longman Grammar of Spoken and Written English, 1999, 5.2.2), with the usual verbs of taking place.
const forms =
  'say said says tell told get got go went gone know knew think thought see saw make made come came take took taken want ' +
  'wanted give gave given mean meant hold held happen happened occur occurred need needed call called'

const lightVerbs = new Set(forms.split(' ').map(stem))

/** How much of its weight a light verb of a question keeps. */
export const lightVerbShare = 0.3

/** Whether a term is a verb that an answer may well do without. */
export function isLightVerb(term: string): boolean {
  return lightVerbs.has(term)
}
