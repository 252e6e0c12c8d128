import { baseForm, oneSpelling } from '../vocabulary/irregular-forms.ts'

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied)$/, 'y'],
  [/(?:es|s|ed|ing|e)$/, ''],
  [/([b-df-hj-np-tv-z])\1$/, '$1'],
]

/** A folded word without the endings of plurals and of verbs. Only for comparing words that share their stem. */
const withoutInflection = (folded: string): string =>
  endings.reduce((word, [ending, instead]) => word.replace(ending, instead), oneSpelling(baseForm(folded)))

/**
 * Whether two folded words that share their stem are forms of one word, such as "ferry" and "ferries". "University" and "universe" share their
 * stem only.
 */
export function isSameForm(a: string, b: string): boolean {
  return a === b || withoutInflection(a) === withoutInflection(b)
}
