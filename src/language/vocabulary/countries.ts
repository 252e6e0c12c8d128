import { once } from '../../resources/once.ts'
import { readRows } from '../../resources/resources.ts'

// Forms that are common words or first names in lower case.
const onlyCapital = new Set([
  'us',
  'turkey',
  'polish',
  'pole',
  'poles',
  'chad',
  'jordan',
  'swede',
  'dane',
  'finn',
  'un',
  'america',
])

function plural(nationality: string): string[] {
  return /[nir]$/.test(nationality) ? [nationality, `${nationality}s`] : [nationality]
}

interface Countries {
  /** Maps each folded form of a name or nationality to its code. */
  readonly byForm: ReadonlyMap<string, string>
  readonly nationalities: ReadonlySet<string>
  /** The maximum number of words in a form, by its first word. */
  readonly longestFrom: ReadonlyMap<string, number>
}

const countries = once((): Countries => {
  const byForm = new Map<string, string>()
  const all = new Set<string>()
  for (const [code = '', names = '', nationalities] of readRows('lexicons/language/countries.tsv')) {
    for (const form of names.split(', ')) byForm.set(form, code)
    for (const form of nationalities?.split(', ').flatMap(plural) ?? []) {
      byForm.set(form, code)
      all.add(form)
    }
  }
  const longestFrom = new Map<string, number>()
  for (const form of byForm.keys()) {
    const parts = form.split(' ')
    const first = parts[0] ?? ''
    longestFrom.set(first, Math.max(parts.length, longestFrom.get(first) ?? 0))
  }
  return { byForm, nationalities: all, longestFrom }
})

/** The maximum number of words in a country name that begins with a folded word; 0 if none does. */
export function maxCountryFormWords(first: string): number {
  return countries().longestFrom.get(first) ?? 0
}

/**
 * The ISO 3166 code (also `eu`, `un` and three continents) of the country with a folded name or nationality, or undefined.
 * `capital` is whether it begins with a capital letter, as "US", "Turkey" and "Polish" must.
 */
export function countryOf(folded: string, capital: boolean): string | undefined {
  return capital || !onlyCapital.has(folded) ? countries().byForm.get(folded) : undefined
}

/** Whether a folded form is a nationality ("russian", "americans") and not a country name. */
export function isNationality(folded: string): boolean {
  return countries().nationalities.has(folded)
}
