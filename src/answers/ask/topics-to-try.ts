import type { Generation } from '../../library/generation/generation.ts'
import { type Instead, maxInstead } from '../answer/answer.ts'
import { isReported } from '../facts/topic.ts'
import { isLightWord } from './question/light-words.ts'
import { originalWording } from './question/original-wording.ts'
import type { Question } from './question/parse-question.ts'

/** The positions of the name that the term at a position is part of: a name of several words is one topic. */
function nameAround({ terms }: Question, at: number): readonly number[] {
  const isName = (one: number) => terms[one]?.isName === true
  let [first, last] = [at, at]
  while (isName(at) && isName(first - 1)) first--
  while (isName(at) && isName(last + 1)) last++
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/**
 * What a question is about and the articles report facts on, as topics to try: its names, or else its rarest words; at most three.
 */
export function topicsToTry(generation: Generation, question: Question): readonly Instead[] {
  const tried = question.terms
    .map((term, at) => ({ term, at }))
    .filter(({ term }) => term.known && !isLightWord(term.term))
    .sort((a, b) => b.term.weight - a.term.weight)
  const reported = tried.filter(({ term }) => isReported(generation, term.term))
  const named = reported.filter(({ term }) => term.isName)
  const topics = new Set<string>()
  for (const { term, at } of named.length > 0 ? named : reported) {
    const worded = originalWording(question, nameAround(question, at))
    const topic = worded.find((words) => words.toLowerCase().includes(term.folded)) ?? worded[0]
    if (topic !== undefined) topics.add(topic)
    if (topics.size === maxInstead) break
  }
  return [...topics].map((about) => ({ command: 'facts', about }))
}
