import type { Generation } from '../../library/generation.ts'
import type { NothingFoundReason } from '../answer.ts'
import { contextTerms, coverage, held, holdsOnlyNames, holdsType, namedNearby, rolesReversed } from './evidence.ts'
import type { AnswerType, Question } from './question.ts'
import type { Ranked } from './rank.ts'

/** The least share of the question's weight that an answer's sentence, and its paragraph, must hold. */
const leastCoverage = 0.4
const leastContext = 0.55
/** The same where the sentence has the question's names do the question's verb, or holds just the kind of thing asked for. */
const leastWithStructure = 0.3

/** Types of which nothing but the thing itself can be an answer. */
const strictTypes: ReadonlySet<AnswerType> = new Set(['name', 'figure', 'date', 'reason', 'person', 'country'])

/** Types that few sentences hold, so that holding one is evidence of its own. */
const tellingTypes: ReadonlySet<AnswerType> = new Set(['country', 'figure'])

/** Why a sentence does not answer a question, or null when the evidence says that it does. */
export function refusal(generation: Generation, question: Question, ranked: Ranked): NothingFoundReason | null {
  const { sentence } = ranked
  const inParagraph = contextTerms(ranked)
  const absentNames = question.terms.filter((term) => term.isName && !namedNearby(ranked, inParagraph, term))
  if (absentNames.length > 0) return { code: 'name-absent', words: absentNames.map(({ folded }) => folded) }
  if (strictTypes.has(question.type) && !holdsType(question, sentence, generation.vocabulary)) {
    return { code: 'type-absent', words: [question.type] }
  }
  if (rolesReversed(question, sentence))
    return { code: 'roles-reversed', words: [...question.agents, ...question.patients] }
  if (holdsOnlyNames(question, sentence)) return { code: 'weak-match', words: [] }
  const verb = question.terms.find(({ term }) => term === question.verb)
  const verbHeld = verb !== undefined && held(sentence.termSet, verb) > 0
  if (verb !== undefined && !verbHeld && question.type === 'reason')
    return { code: 'unknown-words', words: [verb.folded] }
  const namesHeld = question.terms.every((term) => !term.isName || held(sentence.termSet, term) > 0)
  const structured = namesHeld && (verbHeld || tellingTypes.has(question.type))
  const inSentence = coverage(question.terms, sentence.termSet)
  const enough = structured
    ? inSentence >= leastWithStructure
    : inSentence >= leastCoverage && coverage(question.terms, inParagraph) >= leastContext
  if (enough) return null
  const missing = question.terms.filter((term) => held(inParagraph, term) === 0).map(({ folded }) => folded)
  return { code: missing.length > 0 ? 'unknown-words' : 'weak-match', words: missing }
}
