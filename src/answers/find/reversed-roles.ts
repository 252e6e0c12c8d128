import type { Sentence } from '../../language/analysis/sentence.ts'
import { prepositions } from '../../language/vocabulary/function-words.ts'
import type { QueryTerm } from '../../search/terms/query-terms.ts'
import { termMatch } from '../answer/coverage.ts'

/** If at least this share of words is in the same order, two sentences have the same order. */
const minInOrder = 0.7
/** The maximum distance, in characters, between a preposition and a name. */
const maxBefore = 80
const passive = /\b(?:is|are|was|were|be|been|being)\b.{0,200}\bby\b/i
const wordBefore = /(\p{L}+)\s+(?:(?:the|an?)\s+)?(?:\p{Lu}[\p{L}'\u2019-]*\s+)*$/u

/** The positions of the terms that two sentences share, counted in terms, in the order of the first sentence. */
interface Shared {
  readonly isName: boolean
  readonly first: number
  readonly second: number
}

/** Whether a term only says where, when or how: a preposition comes before it. */
function isCircumstance({ text, terms }: Sentence, at: number): boolean {
  const start = terms[at]?.start ?? 0
  const before = wordBefore.exec(text.slice(Math.max(0, start - maxBefore), start))?.[1]?.toLowerCase()
  return before !== undefined && before !== 'by' && prepositions.has(before)
}

/** The length of the longest increasing subsequence. */
function longestRise(numbers: readonly number[]): number {
  const best: number[] = []
  numbers.forEach((number, at) => {
    const before = best.filter((_, earlier) => (numbers[earlier] ?? 0) < number)
    best[at] = 1 + Math.max(0, ...before)
  })
  return Math.max(0, ...best)
}

/**
 * Whether two sentences may have the roles reversed (agent and patient): their common words, or the names that act, are in a different
 * order. If exactly one of the two is in the passive, the roles are reversed if the order is the same.
 */
export function hasReversedRoles(part: Sentence, sentence: Sentence, query: readonly QueryTerm[]): boolean {
  const placeOf = ({ terms }: Sentence, asked: QueryTerm) =>
    terms.findIndex(({ term }) => termMatch(new Set([term]), asked) > 0)
  const shared = query
    .map((asked): Shared => ({ isName: asked.isName, first: placeOf(part, asked), second: placeOf(sentence, asked) }))
    .filter(({ first, second }) => first >= 0 && second >= 0)
    .sort((a, b) => a.first - b.first)
  const actors = shared.filter(
    ({ isName, first, second }) => isName && !isCircumstance(part, first) && !isCircumstance(sentence, second),
  )
  const isRising = (some: readonly Shared[], least: number) =>
    longestRise(some.map(({ second }) => second)) >= least * some.length
  const isInOrder = isRising(shared, minInOrder) && isRising(actors, 1)
  return passive.test(part.text) === passive.test(sentence.text) ? !isInOrder : isInOrder && shared.length > 1
}
