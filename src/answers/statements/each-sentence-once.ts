import type { Utterance } from '../../reading/statements/utterances.ts'

const isReport = ({ form }: Utterance): boolean => form === 'reported'

const placeOf = ({ article, paragraph, around, content }: Utterance): string =>
  `${article.id} ${paragraph.number} ${around.start} ${around.end} ${content.speaker}`

/** Leaves out reports whose sentences are shown anyway: with a quotation or an earlier report of the same speaker. */
export function eachSentenceOnce<Chosen extends { readonly shown: Utterance }>(
  chosen: readonly Chosen[],
): readonly Chosen[] {
  const seen = new Set(chosen.flatMap(({ shown }) => (isReport(shown) ? [] : [placeOf(shown)])))
  return chosen.filter(({ shown }) => {
    if (!isReport(shown)) return true
    const place = placeOf(shown)
    const isNew = !seen.has(place)
    seen.add(place)
    return isNew
  })
}
