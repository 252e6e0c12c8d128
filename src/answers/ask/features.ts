import type { Generation } from '../../library/generation.ts'
import type { Candidate } from './candidates.ts'
import { contextTerms, coverage, held, holdsType, newCountries, rolesReversed } from './evidence.ts'
import type { Question } from './question.ts'

/** What a feature sees. */
interface View {
  readonly question: Question
  readonly candidate: Candidate
  readonly generation: Generation
}

interface Feature {
  readonly name: string
  readonly meaning: string
  /** Linear weight. */
  readonly weight: number
  /** Its value, mostly 0 to 1. */
  readonly value: (view: View) => number
}

/** How far apart, in terms, the sentence's first and last matched terms may lie at best: matched distinct terms / span. */
function proximity({ question, candidate }: View): number {
  const wanted = new Map(question.terms.flatMap(({ term, matches }) => matches.map((match) => [match.term, term])))
  const seen = new Set<string>()
  let first = -1
  let last = -1
  candidate.sentence.terms.forEach(({ term }, at) => {
    const asked = wanted.get(term)
    if (asked === undefined) return
    if (first < 0) first = at
    last = at
    seen.add(asked)
  })
  return seen.size < 2 ? 0 : seen.size / (last - first + 1)
}

/** The share of neighbouring pairs of the question's terms that stand side by side, in order, in the sentence. */
function bigrams({ question, candidate }: View): number {
  const asked = question.terms
  if (asked.length < 2) return 0
  const inText = candidate.sentence.terms.map(({ term }) => term)
  let found = 0
  for (let at = 0; at + 1 < asked.length; at++) {
    const [left, right] = [asked[at], asked[at + 1]]
    const pair = inText.some(
      (term, i) =>
        left?.matches.some((match) => match.term === term) &&
        right?.matches.some((match) => match.term === inText[i + 1]),
    )
    if (pair) found++
  }
  return found / (asked.length - 1)
}

/** Whether a figure stands within four words before the noun that the question counts. */
function countsFocus({ question, candidate }: View): number {
  const { focus, type } = question
  if (type !== 'figure' || focus === null) return 0
  const { figures, terms } = candidate.sentence
  return terms.some(
    ({ term, start }) => term === focus && figures.some((figure) => figure.end <= start && start - figure.end < 32),
  )
    ? 1
    : 0
}

/** The features that a sentence is ranked by: the one table of names, meanings and weights. */
export const features: readonly Feature[] = [
  {
    name: 'coverage',
    meaning: "share of the question's weight that stands in the sentence",
    weight: 3,
    value: ({ question, candidate }) => coverage(question.terms, candidate.sentence.termSet),
  },
  {
    name: 'names',
    meaning: "share of the question's names that the sentence holds",
    weight: 2,
    value: ({ question, candidate }) => {
      const names = question.terms.filter(({ isName }) => isName)
      return names.length === 0
        ? 0
        : names.filter((name) => held(candidate.sentence.termSet, name) > 0).length / names.length
    },
  },
  {
    name: 'context',
    meaning: "share of the question's weight that stands in the paragraph",
    weight: 1,
    value: ({ question, candidate }) => coverage(question.terms, contextTerms(candidate)),
  },
  {
    name: 'paragraph',
    meaning: "the paragraph's search score as a share of the best",
    weight: 1.5,
    value: ({ candidate }) => candidate.paragraphScore,
  },
  { name: 'bigrams', meaning: 'neighbouring terms of the question side by side', weight: 0.6, value: bigrams },
  { name: 'proximity', meaning: 'how close together the matched terms stand', weight: 0.3, value: proximity },
  {
    name: 'type',
    meaning: 'the sentence holds the type of thing asked for',
    weight: 0.5,
    value: ({ question, candidate, generation }) =>
      holdsType(question, candidate.sentence, generation.vocabulary) ? 1 : 0,
  },
  {
    name: 'countries',
    meaning: 'new countries beyond the first where countries are asked for, at most 2, halved',
    weight: 1,
    value: ({ question, candidate }) =>
      question.type === 'country' ? Math.min(2, Math.max(0, newCountries(question, candidate.sentence) - 1)) / 2 : 0,
  },
  { name: 'focus', meaning: 'a figure stands before the noun that is counted', weight: 0.5, value: countsFocus },
  {
    name: 'verb',
    meaning: "the question's verb stands in the sentence",
    weight: 0.3,
    value: ({ question, candidate }) => {
      const verb = question.terms.find(({ term }) => term === question.verb)
      return verb === undefined ? 0 : held(candidate.sentence.termSet, verb)
    },
  },
  {
    name: 'reversed',
    meaning: 'the sentence has the roles of the question the other way round',
    weight: -1,
    value: ({ question, candidate }) => (rolesReversed(question, candidate.sentence) ? 1 : 0),
  },
  {
    name: 'long',
    meaning: 'the sentence is long: terms / 50, at most 1',
    weight: -0.3,
    value: ({ candidate }) => Math.min(1, candidate.sentence.terms.length / 50),
  },
]
