import type { Article } from '../../corpus/article.ts'
import { type Generation, inArticle, type Passage } from '../../library/generation.ts'
import type { Sentence } from '../../reading/read-sentences.ts'
import type { Question } from './question.ts'

/** A sentence that may answer, with what stands around it. */
export interface Candidate {
  readonly passage: Passage
  readonly sentence: Sentence
  /** The sentence's place in its paragraph, from 0. */
  readonly at: number
  /** The other sentences of the paragraph. */
  readonly siblings: readonly Sentence[]
  /** The terms of the paragraphs shortly before it in the article, where a name that it leaves out may stand. */
  readonly before: ReadonlySet<string>
  /** The paragraph's search score as a share of the best paragraph's. */
  readonly paragraphScore: number
}

const mostParagraphs = 40
/** How many paragraphs a pronoun or "the president" may reach back. */
const reach = 3

function termsBefore(generation: Generation, key: number): ReadonlySet<string> {
  const article = generation.passages[key]?.article
  const found = new Set<string>()
  for (let at = Math.max(0, key - reach); at < key; at++) {
    if (generation.passages[at]?.article !== article) continue
    for (const { termSet } of generation.sentences(at)) for (const term of termSet) found.add(term)
  }
  return found
}

/** The sentences of the paragraphs that the index finds for a question, in one article where it is named. */
export function findCandidates(generation: Generation, question: Question, article?: Article): readonly Candidate[] {
  const wanted = question.terms.flatMap(({ matches }) => matches)
  const hits = generation.index.search(wanted, { limit: mostParagraphs, only: inArticle(generation, article) })
  const best = hits[0]?.score ?? 1
  return hits.flatMap(({ key, score }) => {
    const passage = generation.passages[key]
    if (passage === undefined) return []
    const siblings = generation.sentences(key)
    const before = termsBefore(generation, key)
    return siblings.map((sentence, at) => ({ passage, sentence, at, siblings, before, paragraphScore: score / best }))
  })
}
