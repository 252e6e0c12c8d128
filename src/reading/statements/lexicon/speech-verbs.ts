import { once } from '../../../resources/once.ts'
import { readRows, readWordLists } from '../../../resources/resources.ts'

/** The forms of a verb; `irregular` has its past and participle forms if they are irregular. */
function inflect(base: string, irregular: readonly string[] | undefined): readonly string[] {
  const yToI = /[^aeiou]y$/.test(base)
  const third = yToI ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`
  const past = yToI ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${base}ed`
  const present = /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`
  return [base, third, present, ...(irregular === undefined ? [past] : irregular)]
}

export type CueStrength = 'speech' | 'judgement'

const cues = once((): ReadonlyMap<string, CueStrength> => {
  const verbs = readWordLists('lexicons/quotations/cue-verbs.tsv', ['speech', 'judgement'])
  const irregular = new Map(
    readRows('lexicons/quotations/irregular-cue-verbs.tsv').map(([base = '', forms = '']) => [base, forms.split(' ')]),
  )
  const found = new Map<string, CueStrength>()
  // A verb in both lists counts as speech.
  for (const kind of ['judgement', 'speech'] as const)
    for (const base of verbs(kind).flat()) for (const form of inflect(base, irregular.get(base))) found.set(form, kind)
  return found
})

/** How reliably a lower-case word marks reported speech; undefined for all other words. */
export const cueStrength = (lower: string): CueStrength | undefined => cues().get(lower)
