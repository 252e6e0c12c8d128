import { analyse } from '../../../language/analysis/analysed-paragraph.ts'
import type { Generation, Passage } from '../../../library/generation/generation.ts'
import { groupBy } from '../../../resources/group-by.ts'
import { cite, toSnippet } from '../../answer/citation.ts'
import { exactWords } from '../../answer/exact-words.ts'
import type { SentenceItem } from '../../answer/item.ts'
import { phraseIndex, rangeOf } from '../../answer/phrase-index.ts'
import { withWholeQuotations } from './snippet-range.ts'

/** The sentences that have a phrase word for word, one item per wording, in article order. */
export function literalItems(
  generation: Generation,
  phrase: string,
  isInScope: (place: Pick<Passage, 'article'>) => boolean,
): readonly SentenceItem[] {
  const places = phraseIndex(generation)
    .places(exactWords(phrase).map(({ folded }) => folded))
    .filter(isInScope)
  const occurrences = places.map((place) => {
    const { text } = place.paragraph
    const match = rangeOf(exactWords(text), place)
    const analysed = analyse(place.paragraph)
    const range = withWholeQuotations(analysed.sentences, text, analysed.sentencesAround(match))
    return { place, match, range, shown: text.slice(range.start, range.end) }
  })
  const byWording = groupBy(occurrences, ({ shown }) => shown)
  return [...byWording.values()].map(([{ place, match, range }, ...others]) => {
    const elsewhere = others.filter(
      ({ place: { paragraph } }, at) =>
        paragraph !== place.paragraph && others.findIndex((other) => other.place.paragraph === paragraph) === at,
    )
    return {
      kind: 'sentence',
      snippet: toSnippet(generation, place, range, [match]),
      alsoIn: elsewhere.map((other) => cite(generation, other.place, other.range)),
      differences: [],
    }
  })
}
