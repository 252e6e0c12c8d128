import { matchedByAny, matchedShare } from '../../retrieve/term-match.ts'
import type { FeatureInput } from './feature-input.ts'

/** Selects terms of a question by index. */
export type Wanted = (view: FeatureInput) => (at: number) => boolean

export const flag = (yes: boolean) => (yes ? 1 : 0)

/** The mean coverage of some terms of the question. */
export function matchedWeight(
  { question }: FeatureInput,
  held: readonly number[],
  wanted: (at: number) => boolean,
): number {
  let all = 0
  let found = 0
  for (let at = 0; at < question.terms.length; at++) {
    if (!wanted(at)) continue
    all++
    found += held[at] ?? 0
  }
  return all === 0 ? -1 : found / all
}

export const all: Wanted = () => () => true
export const isName: Wanted = (view) => (at: number) => view.question.terms[at]?.isName === true
export const isFigure: Wanted = (view) => (at: number) => /^\p{N}/u.test(view.question.terms[at]?.term ?? '')
export const isContent: Wanted = (view) => (at: number) =>
  view.question.content.includes(view.question.terms[at]?.term ?? '')
export const isVerb: Wanted =
  ({ question: { verb, terms } }) =>
  (at) =>
    verb !== null && terms[at]?.term === verb
export const isFocus: Wanted =
  ({ question: { focus, terms } }) =>
  (at) =>
    focus !== null && terms[at]?.term === focus

/** The mean coverage of some of the question's terms in the sentence or the paragraph; -1 if there are none. */
export const inSentence = (wanted: Wanted) => (view: FeatureInput) =>
  matchedWeight(view, view.candidate.match.held, wanted(view))
export const inParagraph = (wanted: Wanted) => (view: FeatureInput) =>
  matchedWeight(view, view.candidate.paragraph.held, wanted(view))

/** The same for the sentence, without related words. */
export function exactly(view: FeatureInput): number {
  const exact = view.candidate.match.held.map((value) => flag(value === 1))
  return matchedWeight(view, exact, () => true)
}

/** The coverage of the question's names in the sentence together with the sentences before it in the paragraph. */
export function namesSoFar(view: FeatureInput): number {
  const { paragraph, at } = view.candidate
  const soFar = matchedByAny(paragraph.matches.slice(0, at + 1), paragraph.held.length)
  return matchedWeight(view, soFar, isName(view))
}

/** The coverage of the most informative term. */
export function rarest({ question }: FeatureInput, held: readonly number[]): number {
  let at = 0
  question.terms.forEach(({ weight }, other) => {
    if (weight > (question.terms[at]?.weight ?? 0)) at = other
  })
  return held[at] ?? 0
}

/** The maximum weight of a missing term, as a share of the question's weight. */
export function missing({ question }: FeatureInput, held: readonly number[]): number {
  let most = 0
  question.terms.forEach(({ weight }, at) => {
    most = Math.max(most, weight * (1 - (held[at] ?? 0)))
  })
  return question.totalWeight === 0 ? 0 : most / question.totalWeight
}

/** The share of the question's weight in terms that the sentence contains in exactly the form that the question uses. */
export function sameForm({ question, candidate }: FeatureInput): number {
  const held = new Array<number>(question.terms.length).fill(0)
  for (const { at, asked } of candidate.match.matched) {
    if (candidate.sentence.terms[at]?.folded === question.terms[asked]?.folded) held[asked] = 1
  }
  return matchedShare(question, held)
}

/** How much more of the question the sentence covers than any other sentence of its paragraph. */
export function aboveSiblings({ candidate: { paragraph, at, coverage } }: FeatureInput): number {
  let most = 0
  paragraph.coverages.forEach((other, place) => {
    if (place !== at) most = Math.max(most, other)
  })
  return coverage - most
}
