import { once } from '../../resources/once.ts'
import { readRows } from '../../resources/resources.ts'

const baseOf = once((): ReadonlyMap<string, string> => {
  const bases = new Map<string, string>()
  for (const [base = '', forms = ''] of readRows('lexicons/language/irregular-forms.tsv'))
    for (const form of forms.split(' ')) bases.set(form, base)
  return bases
})

const pasts = once(
  (): ReadonlySet<string> =>
    new Set(
      readRows('lexicons/language/irregular-forms.tsv').flatMap(([, forms = '', kind]) =>
        kind === 'noun' ? [] : forms.split(' '),
      ),
    ),
)

/** Whether a word is the past or the participle of an irregular verb ("fought"). */
export function isIrregularPast(folded: string): boolean {
  return pasts().has(folded)
}

/** The base of an irregular form ("fought" gives "fight", "women" gives "woman"); other words are returned unchanged. */
export function baseForm(folded: string): string {
  return baseOf().get(folded) ?? folded
}

const longEnough = 6
const british =
  /(?:is(?=(?:e[drs]?|ing|ations?|ers?)$)|our(?=(?:s|ed|ing|ite|able|ful|al|hood)?$)|ence(?=s?$)|tre(?=s?$))/

/** The American spelling of a word with a British ending (organise, colour, centre). */
export function oneSpelling(folded: string): string {
  if (folded.length < longEnough) return folded
  return folded.replace(british, (ending) =>
    ending === 'is' ? 'iz' : ending === 'our' ? 'or' : ending === 'tre' ? 'ter' : 'ense',
  )
}
