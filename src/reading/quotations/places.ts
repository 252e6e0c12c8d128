import { once } from '../../once.ts'
import { readLines } from '../../resources.ts'
import { countryOf } from '../../text/countries.ts'
import { normalise } from '../../text/normalise.ts'

const states = once((): ReadonlySet<string> => new Set(readLines('lexicons/quotations/us-states.txt')))

/** Whether a name is a country, a nationality or a state of the USA, which speak less often than people do. */
export function isPlace(name: string): boolean {
  const folded = normalise(name)
  return countryOf(folded, true) !== undefined || states().has(folded.replaceAll(' ', '-'))
}
