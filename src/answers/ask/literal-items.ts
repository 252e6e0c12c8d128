import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import type { Generation, Passage } from '../../library/generation/generation.ts'
import type { SentenceItem } from '../answer/answer.ts'
import { cite, toSnippet } from '../answer/citation.ts'
import { exactWords } from '../answer/exact-words.ts'
import { type PhrasePlace, phraseIndex, rangeOf } from '../answer/phrase-index.ts'
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
  const groups = new Map<string, [PhrasePlace, ...PhrasePlace[]]>()
  const shownOf = (place: PhrasePlace) => {
    const { paragraph } = place
    const match = rangeOf(exactWords(paragraph.text), place)
    const analysed = analyse(paragraph)
    return { match, range: withWholeQuotations(analysed.sentences, paragraph.text, analysed.sentencesAround(match)) }
  }
  for (const place of places) {
    const { start, end } = shownOf(place).range
    const text = place.paragraph.text.slice(start, end)
    const group = groups.get(text)
    if (group === undefined) groups.set(text, [place])
    else if (group.every(({ paragraph }) => paragraph !== place.paragraph)) group.push(place)
  }
  return [...groups.values()].map(([first, ...others]) => {
    const { match, range } = shownOf(first)
    return {
      kind: 'sentence',
      snippet: toSnippet(generation, first, range, [match]),
      alsoIn: others.map((other) => cite(generation, other, shownOf(other).range)),
    }
  })
}
