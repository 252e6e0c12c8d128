import { isReport, type Utterance } from '../../reading/statements/utterances.ts'
import type { ShownStatement } from './shown-utterance.ts'

const placeOf = ({ article, paragraph, around, content }: Utterance): string =>
  `${article.id} ${paragraph.number} ${around.start} ${around.end} ${content.speaker}`

/**
 * Leaves out what is shown anyway: reports whose sentences are shown with a quotation or an earlier report of the same speaker, and
 * quotations that only the sentences of an earlier quotation of the same speaker hold ("“If so,” Lima said, “we leave.”").
 */
export function eachSentenceOnce<Chosen extends ShownStatement>(chosen: readonly Chosen[]): readonly Chosen[] {
  const quoted = new Set(chosen.flatMap(({ shown }) => (isReport(shown) ? [] : [placeOf(shown)])))
  const seen = new Set<string>()
  return chosen.filter(({ shown, others }) => {
    const place = placeOf(shown)
    const isShown = seen.has(place) || (isReport(shown) && quoted.has(place))
    seen.add(place)
    return !isShown || (!isReport(shown) && others.length > 0)
  })
}
