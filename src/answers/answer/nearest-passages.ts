import { termSetOf } from '../../language/analysis/sentence.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { SearchResult } from '../../search/paragraph-index.ts'
import { toSnippet } from './citation.ts'
import { coverage } from './coverage.ts'
import type { SentenceItem } from './item.ts'

/** The best sentence of each of the nearest paragraphs: not an answer, only a place to look. */
export function nearestPassages(
  generation: Generation,
  { terms: query, candidates }: Pick<SearchResult, 'terms' | 'candidates'>,
): readonly SentenceItem[] {
  return candidates.flatMap(({ key }): SentenceItem[] => {
    const passage = generation.passages[key]
    const best = generation
      .sentences(key)
      .map((sentence) => ({ sentence, share: coverage(query, termSetOf(sentence)) }))
      .toSorted((a, b) => b.share - a.share || a.sentence.start - b.sentence.start)[0]?.sentence
    if (passage === undefined || best === undefined) return []
    return [{ kind: 'sentence', snippet: toSnippet(generation, passage, best, []), alsoIn: [], differences: [] }]
  })
}
