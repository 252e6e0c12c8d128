import type { Article } from '../../corpus/article.ts'
import type { Generation } from '../../library/generation.ts'
import { isNearCopy } from '../../reading/similar.ts'
import { inverseFrequency } from '../../search/paragraph-index.ts'
import type { Range } from '../../text/range.ts'
import { type Answer, type AnswerItem, mostAskItems, mostNearest, type NothingFoundReason } from '../answer.ts'
import { cite, snip } from '../cite.ts'
import { verify } from '../verify.ts'
import { findCandidates } from './candidates.ts'
import { refusal } from './decide.ts'
import { analyseQuestion, type Question } from './question.ts'
import { type Ranked, rank } from './rank.ts'

/** How many of the best sentences are weighed as answers. */
const mostWeighed = 12
/** A further sentence is shown when its score is at least this share of the best one's. */
const leastOfBest = 0.75

function highlights({ sentence }: Ranked, question: Question): Range[] {
  const wanted = new Set(question.terms.flatMap(({ matches }) => matches.map(({ term }) => term)))
  return sentence.terms
    .filter(({ term }) => wanted.has(term))
    .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
}

/** Sentences as items, a near-copy of an earlier one joined to it as a further citation. */
function asItems(generation: Generation, question: Question, ranked: readonly Ranked[], most: number): AnswerItem[] {
  const weight = (term: string) => inverseFrequency(generation.index, term)
  const groups: [Ranked, ...Ranked[]][] = []
  for (const candidate of ranked) {
    const group = groups.find(([first]) => isNearCopy(first.sentence, candidate.sentence, weight))
    if (group) group.push(candidate)
    else if (groups.length < most) groups.push([candidate])
  }
  return groups.map(([first, ...copies]) => ({
    snippet: snip(generation, first.passage, first.sentence, highlights(first, question)),
    alsoIn: copies.map(({ passage, sentence }) => cite(generation, passage, sentence)),
  }))
}

/**
 * Answers a question with the sentence that answers it best and up to two others, or says why none does.
 * `article` restricts the search to one.
 * @throws QueryError when the question cannot be searched for.
 */
export function ask(generation: Generation, input: string, article?: Article): Answer {
  const question = analyseQuestion(input, generation)
  const ranked = rank(generation, question, findCandidates(generation, question, article))
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const answers: Ranked[] = []
  let reason: NothingFoundReason | null = null
  for (const candidate of ranked.slice(0, mostWeighed)) {
    const refused = refusal(generation, question, candidate)
    if (refused === null) answers.push(candidate)
    else reason ??= refused
  }
  const best = answers[0]
  if (best === undefined) {
    const nearest = asItems(generation, question, ranked.slice(0, mostWeighed), mostNearest)
    const unknown = question.terms.filter(({ matches }) => matches.length === 0).map(({ folded }) => folded)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      reason: reason ?? { code: 'unknown-words', words: unknown },
      nearest,
    })
  }
  const shown = answers.filter(({ score }) => score >= best.score * leastOfBest)
  const items = asItems(generation, question, shown, mostAskItems)
  return verify(generation, { ...base, status: 'answered', items, total: items.length })
}
