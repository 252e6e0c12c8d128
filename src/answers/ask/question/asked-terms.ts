import type { Question } from './parse-question.ts'

/** The index of the question's verb among its terms; -1 if it has none. */
export function verbOf({ terms, verb }: Question): number {
  return verb === null ? -1 : terms.findIndex(({ term }) => term === verb)
}

/** The index of the noun that the question asks for among its terms; -1 if it has none. */
export function focusOf({ terms, focus }: Question): number {
  return focus === null ? -1 : terms.findIndex(({ term }) => term === focus)
}
