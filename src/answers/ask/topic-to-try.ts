import type { Generation } from '../../library/generation/generation.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'
import type { Instead } from '../answer/answer.ts'
import { isLightWord } from './question/light-words.ts'
import { originalWording } from './question/original-wording.ts'
import type { Question } from './question/parse-question.ts'

/** The terms of all sentences that report a fact. */
const reportedTerms = oncePerObject((generation: Generation): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { reports } of generation.facts)
    for (const { sentence, focus } of reports)
      for (const { term, start, end } of sentence.terms) if (start >= focus.start && end <= focus.end) found.add(term)
  return found
})

/** The rarest word of a question on which the articles report facts; null if there is none. Names come first. */
export function topicToTry(generation: Generation, question: Question): Instead | null {
  const tried = question.terms
    .map((term, at) => ({ term, at }))
    .filter(({ term }) => term.known && !isLightWord(term.term))
    .sort((a, b) => Number(b.term.isName) - Number(a.term.isName) || b.term.weight - a.term.weight)
  if (tried.length === 0) return null
  const terms = reportedTerms(generation)
  const found = tried.find(({ term }) => terms.has(term.term))
  if (found === undefined) return null
  // A name of several words is one topic.
  const isName = (at: number) => question.terms[at]?.isName === true
  let [first, last] = [found.at, found.at]
  while (isName(found.at) && isName(first - 1)) first--
  while (isName(found.at) && isName(last + 1)) last++
  const run = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const worded = originalWording(question, run)
  const about = worded.find((words) => words.toLowerCase().includes(found.term.folded)) ?? worded[0]
  return about === undefined ? null : { command: 'facts', about }
}
