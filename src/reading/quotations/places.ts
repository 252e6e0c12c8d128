import { countryOf } from '../../text/countries.ts'
import { normalise } from '../../text/normalise.ts'

/** The states of the USA, which news text names without more. */
const STATES = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
  ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming new-hampshire
  new-jersey new-mexico new-york north-carolina north-dakota rhode-island south-carolina south-dakota west-virginia`.split(
    /\s+/,
  ),
)

/** Whether a name is a country, a nationality or a state of the USA, which speak less often than people do. */
export function isPlace(name: string): boolean {
  const folded = normalise(name)
  return countryOf(folded, true) !== undefined || STATES.has(folded.replaceAll(' ', '-'))
}
