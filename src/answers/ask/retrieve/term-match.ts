import { type Sentence, termSetOf } from '../../../language/analysis/sentence.ts'
import { terms as termsIn } from '../../../language/tokens/terms.ts'
import type { Question } from '../question/parse-question.ts'

/** A term of a sentence that matches a term of the question. */
export interface MatchedTerm {
  /** Its index among the sentence's terms. */
  readonly at: number
  /** The index of the question's term. */
  readonly asked: number
  /** 1 for the term itself or another spelling of it, less for a typo or a related word. */
  readonly strength: number
}

/** How a sentence matches a question. */
export interface Match {
  /** The coverage of each term of the question, 0 to 1. */
  readonly held: readonly number[]
  readonly matched: readonly MatchedTerm[]
}

/** The maximum number of matched terms that the features look at: their work grows with the square of it. */
const maxMatched = 300

export function matchSentence({ terms, lookup }: Question, sentence: Pick<Sentence, 'terms'>): Match {
  const held = new Array<number>(terms.length).fill(0)
  const matched: MatchedTerm[] = []
  const own = sentence.terms
  for (let at = 0; at < own.length; at++) {
    const found = lookup.get(own[at]?.term ?? '')
    if (found === undefined) continue
    for (const { asked, strength } of found) {
      if (strength > (held[asked] ?? 0)) held[asked] = strength
      if (matched.length < maxMatched) matched.push({ at, asked, strength })
    }
  }
  return { held, matched }
}

/** The coverage of each term of a question in a text that is not searched, such as a header row: the index may not know its terms. */
export function heldIn(question: Question, text: string): readonly number[] {
  const terms = termsIn(text)
  const own = termSetOf({ terms })
  const { held } = matchSentence(question, { terms })
  return question.terms.map(({ term }, at) => (own.has(term) ? 1 : (held[at] ?? 0)))
}

/** The greater of two coverages, term by term. */
export function matchedByEither(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, at) => Math.max(value, b[at] ?? 0))
}

/** The greatest coverage of several matches, for each of `terms` terms. */
export function matchedByAny(matches: readonly Match[], terms: number): readonly number[] {
  const most = new Array<number>(terms).fill(0)
  for (const { held } of matches) {
    for (let at = 0; at < terms; at++) {
      const value = held[at] ?? 0
      if (value > (most[at] ?? 0)) most[at] = value
    }
  }
  return most
}

/** The share of the question's weight that is covered, 0 to 1. */
export function matchedShare({ terms, totalWeight }: Question, held: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < terms.length; at++) sum += (terms[at]?.weight ?? 0) * (held[at] ?? 0)
  return totalWeight === 0 ? 0 : sum / totalWeight
}
