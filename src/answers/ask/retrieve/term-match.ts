import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Question } from '../question/parse-question.ts'

/** A term of a sentence that counts as one of the question. */
export interface MatchedTerm {
  /** Its place among the sentence's terms. */
  readonly at: number
  /** The place of the question's term. */
  readonly asked: number
  /** 1 for the term itself or a spelling of it, less for a slip or a related word. */
  readonly strength: number
}

/** What a sentence holds of a question. */
export interface Match {
  /** How much of each of the question's terms it holds, 0 to 1. */
  readonly held: readonly number[]
  readonly matched: readonly MatchedTerm[]
}

/** As many matched terms as the features look at: their work grows with the square of it. */
const maxMatched = 300

/** Finds the terms of a question in a sentence. */
export function matchSentence({ terms, lookup }: Question, sentence: Sentence): Match {
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

/** The greater of two holdings, term by term. */
export function matchedByEither(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, at) => Math.max(value, b[at] ?? 0))
}

/** The greatest holding of several matches, for each of `terms` terms. */
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

/** The share of the question's weight that is held, 0 to 1. */
export function matchedShare({ terms, totalWeight }: Question, held: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < terms.length; at++) sum += (terms[at]?.weight ?? 0) * (held[at] ?? 0)
  return totalWeight === 0 ? 0 : sum / totalWeight
}
