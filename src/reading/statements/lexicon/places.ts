import { normalise } from '../../../language/tokens/normalise.ts'
import { countryOf } from '../../../language/vocabulary/countries.ts'
import { once } from '../../../resources/once.ts'
import { readLines } from '../../../resources/resources.ts'

const states = once((): ReadonlySet<string> => new Set(readLines('lexicons/quotations/us-states.txt')))

/** Whether a name is a country, a nationality or a US state, which are less often speakers than people are. */
export function isPlace(name: string): boolean {
  const folded = normalise(name)
  return countryOf(folded, true) !== undefined || states().has(folded.replaceAll(' ', '-'))
}
