import type { Generation } from '../../library/generation.ts'
import type { NothingFoundReason } from '../answer.ts'
import { contextTerms, coverage, held, holdsType, rolesReversed } from './evidence.ts'
import type { AnswerType, Question } from './question.ts'
import type { Ranked } from './rank.ts'

/** The least share of the question's weight that an answer's sentence, and its paragraph, must hold. */
const leastCoverage = 0.4
const leastContext = 0.55

/** Types of which nothing but the thing itself can be an answer. */
const strictTypes: ReadonlySet<AnswerType> = new Set(['name', 'figure', 'date', 'reason', 'person'])

/** Why a sentence does not answer a question, or null when the evidence says that it does. */
export function refusal(generation: Generation, question: Question, ranked: Ranked): NothingFoundReason | null {
  const { sentence } = ranked
  const inParagraph = contextTerms(ranked)
  const absentNames = question.terms.filter((term) => term.isName && held(inParagraph, term) === 0)
  if (absentNames.length > 0) return { code: 'name-absent', words: absentNames.map(({ folded }) => folded) }
  if (strictTypes.has(question.type) && !holdsType(question, sentence, generation.vocabulary)) {
    return { code: 'type-absent', words: [question.type] }
  }
  if (rolesReversed(question, sentence))
    return { code: 'roles-reversed', words: [...question.agents, ...question.patients] }
  const missing = question.terms.filter((term) => held(inParagraph, term) === 0).map(({ folded }) => folded)
  const verb = question.terms.find(({ term }) => term === question.verb)
  if (verb !== undefined && !verb.known && question.type === 'reason')
    return { code: 'weak-match', words: [verb.folded] }
  if (
    coverage(question.terms, sentence.termSet) < leastCoverage ||
    coverage(question.terms, inParagraph) < leastContext
  ) {
    return { code: missing.length > 0 ? 'unknown-words' : 'weak-match', words: missing }
  }
  return null
}
