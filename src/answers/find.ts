import { type Generation, inArticle } from '../library/generation.ts'
import { readSentences, type Sentence, termSetOf } from '../reading/read-sentences.ts'
import { isNearCopy } from '../reading/similar.ts'
import { inverseFrequency } from '../search/paragraph-index.ts'
import { longestQuery, QueryError } from '../search/query.ts'
import { type QueryTerm, queryTerms } from '../search/query-terms.ts'
import { plainLine } from '../text/normalise.ts'
import { type Answer, type AnswerItem, type Citation, mostItems } from './answer.ts'
import { cite, type Place, snip } from './cite.ts'
import { coverage, held } from './coverage.ts'
import { verify } from './verify.ts'
import { whoSaid } from './who-said.ts'

/** Only so much of a message is looked up. */
const mostSentences = 12
const longestText = 4000
/** A sentence of fewer distinct content words says too little to be found again. */
const fewestTerms = 3
const mostParagraphs = 10
/** The share of a message's sentence that an article's sentence must hold to say the same; less where figures agree. */
const leastCoverage = 0.65
const leastWithFigures = 0.5

interface Found extends Place {
  readonly sentence: Sentence
  readonly query: readonly QueryTerm[]
  readonly share: number
}

/** The message's sentences that say enough, each short enough to be searched for. */
function claims(text: string): readonly Sentence[] {
  return readSentences(plainLine(text.slice(0, longestText)))
    .filter((sentence) => termSetOf(sentence).size >= fewestTerms)
    .slice(0, mostSentences)
}

function quotationsOf(generation: Generation, { text }: Sentence): readonly AnswerItem[] {
  try {
    const answer = whoSaid(generation, text.slice(0, longestQuery).toWellFormed())
    return answer.status === 'answered' ? answer.items : []
  } catch (error) {
    if (error instanceof QueryError) return []
    throw error
  }
}

/** Whether a sentence says what a claim says: most of its words, and no other figure and nobody else. */
function saysTheSame(claim: Sentence, query: readonly QueryTerm[], sentence: Sentence): boolean {
  const values = new Set(sentence.figures.map(({ value }) => value))
  if (!claim.figures.every(({ value }) => values.has(value))) return false
  const terms = termSetOf(sentence)
  if (query.some((term) => term.isName && term.matches.length > 0 && held(terms, term) === 0)) return false
  return coverage(query, terms) >= (claim.figures.length > 0 ? leastWithFigures : leastCoverage)
}

function sentencesOf(generation: Generation, claim: Sentence): readonly Found[] {
  const query = queryTerms(claim.terms, generation.index, generation.vocabulary)
  const wanted = query.flatMap(({ matches }) => matches)
  return generation.index
    .search(wanted, { limit: mostParagraphs, only: inArticle(generation, undefined) })
    .flatMap(({ key }) => {
      const passage = generation.passages[key]
      if (passage === undefined) return []
      return generation
        .sentences(key)
        .map((sentence) => ({ ...passage, sentence, query, share: coverage(query, termSetOf(sentence)) }))
        .filter(({ sentence }) => saysTheSame(claim, query, sentence))
    })
    .toSorted((a, b) => b.share - a.share || a.key - b.key)
}

function asItem(generation: Generation, [first, ...copies]: readonly [Found, ...Found[]]): AnswerItem {
  const wanted = new Set(first.query.flatMap(({ matches }) => matches.map(({ term }) => term)))
  const matched = first.sentence.terms
    .filter(({ term }) => wanted.has(term))
    .map(({ start, end }) => ({ start: start + first.sentence.start, end: end + first.sentence.start }))
  return {
    snippet: snip(generation, first, first.sentence, matched),
    alsoIn: copies.map((copy) => cite(generation, copy, copy.sentence)),
  }
}

function overlaps(a: Citation, b: Citation): boolean {
  return a.file === b.file && a.paragraph === b.paragraph && a.start < b.end && b.start < a.end
}

/** What the articles hold of a message's own sentences: first the quotations that it repeats, then sentences that say the same. */
export function find(generation: Generation, text: string): Answer {
  const weight = (term: string) => inverseFrequency(generation.index, term)
  const said = claims(text)
  const groups: [Found, ...Found[]][] = []
  for (const found of said.flatMap((claim) => sentencesOf(generation, claim))) {
    const group = groups.find(([first]) => isNearCopy(first.sentence, found.sentence, weight))
    if (group === undefined) groups.push([found])
    else if (!group.some(({ paragraph }) => paragraph === found.paragraph)) group.push(found)
  }
  const items: AnswerItem[] = []
  for (const item of [
    ...said.flatMap((claim) => quotationsOf(generation, claim)),
    ...groups.map((group) => asItem(generation, group)),
  ]) {
    const known = items.flatMap(({ snippet, alsoIn }) => [snippet.citation, ...alsoIn])
    if (!known.some((citation) => overlaps(citation, item.snippet.citation))) items.push(item)
  }
  const base = { generation: generation.id, articles: generation.articles.length }
  if (items.length === 0) {
    return { ...base, status: 'nothing-found', reason: { code: 'weak-match', words: [] }, nearest: [] }
  }
  return verify(generation, { ...base, status: 'answered', items: items.slice(0, mostItems), total: items.length })
}
