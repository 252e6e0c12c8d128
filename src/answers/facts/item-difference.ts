import type { Generation } from '../../library/generation/generation.ts'
import type { Difference, Variant } from '../../reading/facts/differences/difference.ts'
import { cite } from '../answer/citation.ts'
import type { ItemDifference, RepeatedText } from '../answer/item.ts'

/** A version of what reports say differently, with its citations. */
function differingValue(generation: Generation, { report, range, others = [] }: Variant): RepeatedText {
  const placeOf = ({ report: { sentence }, range: { start, end } }: Pick<Variant, 'report' | 'range'>) => ({
    start: start + sentence.start,
    end: end + sentence.start,
  })
  const place = placeOf({ report, range })
  return {
    text: report.paragraph.text.slice(place.start, place.end),
    citation: cite(generation, report, place),
    alsoIn: others.map((other) => cite(generation, other.report, placeOf(other))),
  }
}

/** A difference between the reports of a fact, with citations. */
export function itemDifference(generation: Generation, { kind, variants }: Difference): ItemDifference {
  return { kind, values: variants.map((variant) => differingValue(generation, variant)) }
}
