import { besideVerb, namedFocus, sameSmallWords } from './around.ts'
import { doerOf, rolesReversed } from './evidence.ts'
import { opensWithPronoun } from './leaning.ts'
import { heldByEither, heldShare } from './match.ts'
import { answerNearness, inOrder, pairs, proximity } from './nearness.ts'
import { negation, opposites } from './negation.ts'
import type { View } from './view.ts'

/** Something that is measured of a candidate. */
export interface Feature {
  readonly name: string
  readonly meaning: string
  /** Its value, mostly 0 to 1. */
  readonly value: (view: View) => number
}

const flag = (yes: boolean) => (yes ? 1 : 0)
const pronoun = /^["'\u201c\u2018]?(?:he|she|it|they|this|these|those|that|his|her|its|their|such)\b/i

/** The mean of how much is held of some of the question's terms. */
function heldOf({ question }: View, held: readonly number[], wanted: (at: number) => boolean): number {
  let all = 0
  let found = 0
  for (let at = 0; at < question.terms.length; at++) {
    if (!wanted(at)) continue
    all++
    found += held[at] ?? 0
  }
  return all === 0 ? -1 : found / all
}

const isName = (view: View) => (at: number) => view.question.terms[at]?.isName === true
const isFigure = (view: View) => (at: number) => /^\p{N}/u.test(view.question.terms[at]?.term ?? '')
const isContent = (view: View) => (at: number) => view.question.content.includes(view.question.terms[at]?.term ?? '')
const isTerm = (view: View, term: string | null) => (at: number) =>
  term !== null && view.question.terms[at]?.term === term

/** How much is held of the term that tells most. */
function rarest({ question }: View, held: readonly number[]): number {
  let at = 0
  question.terms.forEach(({ weight }, other) => {
    if (weight > (question.terms[at]?.weight ?? 0)) at = other
  })
  return held[at] ?? 0
}

/** The greatest weight among the terms that are not held, as a share of the question's. */
function missing({ question }: View, held: readonly number[]): number {
  let most = 0
  question.terms.forEach(({ weight }, at) => {
    most = Math.max(most, weight * (1 - (held[at] ?? 0)))
  })
  return question.totalWeight === 0 ? 0 : most / question.totalWeight
}

/** The share of the question's weight that the sentence holds in the very form of the question. */
function sameForm({ question, candidate }: View): number {
  const held = new Array<number>(question.terms.length).fill(0)
  for (const { at, asked } of candidate.match.matched) {
    if (candidate.sentence.terms[at]?.folded === question.terms[asked]?.folded) held[asked] = 1
  }
  return heldShare(question, held)
}

/** Coverage, with the two sentences before counted in where the sentence's opening leans on them. */
function resolved({ question, candidate: { sentence, paragraph, at, match, coverage } }: View): number {
  if (at === 0 || !opensWithPronoun(sentence.text)) return coverage
  const before = [paragraph.matches[at - 1], paragraph.matches[at - 2]]
  return heldShare(
    question,
    before.reduce((sum, one) => heldByEither(sum, one?.held ?? []), match.held),
  )
}

/** How much more of the question the sentence holds than any other of its paragraph. */
function aboveSiblings({ candidate: { paragraph, at, coverage } }: View): number {
  let most = 0
  paragraph.coverages.forEach((other, place) => {
    if (place !== at) most = Math.max(most, other)
  })
  return coverage - most
}

/** The features that a sentence is ranked by: the one table. */
export const features: readonly Feature[] = [
  {
    name: 'coverage',
    meaning: "share of the question's weight in the sentence",
    value: ({ candidate }) => candidate.coverage,
  },
  {
    name: 'words',
    meaning: "share of the question's terms in the sentence",
    value: (view) => heldOf(view, view.candidate.match.held, () => true),
  },
  {
    name: 'exact',
    meaning: 'the same without related words',
    value: (view) =>
      heldOf(
        view,
        view.candidate.match.held.map((value) => flag(value === 1)),
        () => true,
      ),
  },
  { name: 'same form', meaning: 'share of the weight in the very form of the question', value: sameForm },
  {
    name: 'of best',
    meaning: 'coverage as a share of the best candidate',
    value: ({ candidate, bestCoverage }) => (bestCoverage === 0 ? 0 : candidate.coverage / bestCoverage),
  },
  {
    name: 'above siblings',
    meaning: 'coverage less that of the best other sentence of the paragraph',
    value: aboveSiblings,
  },
  {
    name: 'with previous',
    meaning: 'coverage together with the sentence before',
    value: ({ withPrevious }) => withPrevious,
  },
  { name: 'with next', meaning: 'coverage together with the sentence after', value: ({ withNext }) => withNext },
  {
    name: 'paragraph',
    meaning: "share of the question's weight in the paragraph",
    value: ({ inParagraph }) => inParagraph,
  },
  {
    name: 'paragraph words',
    meaning: "share of the question's terms in the paragraph",
    value: (view) => heldOf(view, view.candidate.paragraph.held, () => true),
  },
  { name: 'title', meaning: "share of the question's weight in the article's title", value: ({ inTitle }) => inTitle },
  {
    name: 'rarest',
    meaning: 'the rarest term is in the sentence',
    value: (view) => rarest(view, view.candidate.match.held),
  },
  {
    name: 'rarest near',
    meaning: 'the rarest term is in the paragraph',
    value: (view) => rarest(view, view.candidate.paragraph.held),
  },
  {
    name: 'missing',
    meaning: 'the weightiest term missing from the sentence',
    value: (view) => missing(view, view.candidate.match.held),
  },
  {
    name: 'missing near',
    meaning: 'the weightiest term missing from the paragraph',
    value: (view) => missing(view, view.candidate.paragraph.held),
  },
  {
    name: 'search share',
    meaning: "the paragraph's search score as a share of the best",
    value: ({ candidate }) => candidate.paragraph.share,
  },
  {
    name: 'search rank',
    meaning: '1 / the place of the paragraph in the search',
    value: ({ candidate }) => 1 / (1 + candidate.paragraph.rank),
  },
  {
    name: 'search score',
    meaning: "the search score / the question's weight",
    value: ({ candidate, question }) =>
      question.totalWeight === 0 ? 0 : candidate.paragraph.score / question.totalWeight,
  },
  {
    name: 'names',
    meaning: "share of the question's names in the sentence; -1 without any",
    value: (view) => heldOf(view, view.candidate.match.held, isName(view)),
  },
  {
    name: 'names near',
    meaning: "share of the question's names in the paragraph; -1 without any",
    value: (view) => heldOf(view, view.candidate.paragraph.held, isName(view)),
  },
  {
    name: 'content',
    meaning: "share of the question's words besides names in the sentence",
    value: (view) => heldOf(view, view.candidate.match.held, isContent(view)),
  },
  {
    name: 'verb',
    meaning: "the question's verb is in the sentence",
    value: (view) => heldOf(view, view.candidate.match.held, isTerm(view, view.question.verb)),
  },
  {
    name: 'focus',
    meaning: 'the noun that is counted or chosen is in the sentence',
    value: (view) => heldOf(view, view.candidate.match.held, isTerm(view, view.question.focus)),
  },
  { name: 'pairs', meaning: 'neighbouring terms of the question side by side', value: (view) => pairs(view, 1) },
  { name: 'near pairs', meaning: 'the same within three terms', value: (view) => pairs(view, 3) },
  { name: 'proximity', meaning: 'how close together the matched terms stand', value: proximity },
  { name: 'order', meaning: 'matched terms in the order of the question', value: inOrder },
  {
    name: 'spans',
    meaning: 'stretches of the type asked for, at most 5',
    value: ({ spans }) => Math.min(5, spans.length),
  },
  { name: 'answer near', meaning: "how close one of them stands to the question's terms", value: answerNearness },
  {
    name: 'reversed',
    meaning: 'the roles of the question the other way round',
    value: ({ question, candidate }) => flag(rolesReversed(question, candidate.sentence, candidate.match)),
  },
  {
    name: 'doer',
    meaning: "the verb's doer is the question's (1) or another (-1)",
    value: ({ question, candidate }) => {
      const doer = doerOf(question, candidate.sentence, candidate.match)
      return doer === null || question.agents.size === 0 ? 0 : question.agents.has(doer) ? 1 : -1
    },
  },
  {
    name: 'new terms',
    meaning: 'terms that the question does not say / 20',
    value: ({ candidate }) => (candidate.sentence.terms.length - candidate.match.matched.length) / 20,
  },
  { name: 'length', meaning: 'terms / 50', value: ({ candidate }) => candidate.sentence.terms.length / 50 },
  {
    name: 'question length',
    meaning: "the question's terms / 12",
    value: ({ question }) => question.terms.length / 12,
  },
  {
    name: 'place',
    meaning: 'place in the paragraph, from 0, at most 5',
    value: ({ candidate }) => Math.min(5, candidate.at),
  },
  {
    name: 'last',
    meaning: 'sentences that follow, at most 5',
    value: ({ candidate }) => Math.min(5, candidate.paragraph.sentences.length - 1 - candidate.at),
  },
  {
    name: 'resolved',
    meaning: 'coverage, together with the sentences before it where it leans on them ("It …", "This region …")',
    value: resolved,
  },
  {
    name: 'resolved type',
    meaning: 'the same where it holds the type asked for, otherwise 0',
    value: (view) => (view.spans.length > 0 ? resolved(view) : 0),
  },
  {
    name: 'pronoun',
    meaning: 'begins with a pronoun',
    value: ({ candidate }) => flag(pronoun.test(candidate.sentence.text)),
  },
  {
    name: 'telling',
    meaning: 'coverage, each term weighed by how few of the paragraphs found hold it',
    value: ({ telling }) => telling,
  },
  {
    name: 'telling near',
    meaning: 'the same for the paragraph',
    value: ({ tellingInParagraph }) => tellingInParagraph,
  },
  {
    name: 'small words',
    meaning: 'terms that stand beside the same small words as in the question',
    value: sameSmallWords,
  },
  {
    name: 'named focus',
    meaning: 'the noun that is chosen or counted with something new beside it',
    value: namedFocus,
  },
  {
    name: 'before verb',
    meaning: 'a stretch of the type asked for stands before the verb',
    value: (view) => besideVerb(view, 'before'),
  },
  {
    name: 'behind verb',
    meaning: 'a stretch of the type asked for stands behind the verb',
    value: (view) => besideVerb(view, 'behind'),
  },
  {
    name: 'names earlier',
    meaning: "share of the question's names in the sentence or those before it in the paragraph; -1 without any",
    value: (view) => {
      const { paragraph, at } = view.candidate
      const upTo = paragraph.matches.slice(0, at + 1).reduce<readonly number[]>(
        (sum, { held }) => heldByEither(sum, held),
        paragraph.held.map(() => 0),
      )
      return heldOf(view, upTo, isName(view))
    },
  },
  {
    name: 'new names',
    meaning: 'names that the question does not say / 5',
    value: ({ candidate: { sentence }, question, generation }) =>
      sentence.terms.filter(
        ({ term, capital }) => capital && !question.lookup.has(term) && generation.vocabulary.isName(term),
      ).length / 5,
  },
  {
    name: 'article',
    meaning: 'share of the best ten paragraphs that are of the same article',
    value: ({ candidate, articleShare }) => articleShare.get(candidate.passage.article.id) ?? 0,
  },
  {
    name: 'figures',
    meaning: "share of the question's figures in the sentence; -1 without any",
    value: (view) => heldOf(view, view.candidate.match.held, isFigure(view)),
  },
  {
    name: 'figures near',
    meaning: 'the same for the paragraph',
    value: (view) => heldOf(view, view.candidate.paragraph.held, isFigure(view)),
  },
  { name: 'negation', meaning: 'only the question (1) or only the sentence (-1) is negated', value: negation },
  { name: 'opposites', meaning: 'terms of the question whose opposite the sentence has instead', value: opposites },
  ...(['person', 'date', 'figure', 'place', 'reason', 'definition', 'thing', 'group'] as const).map(
    (type): Feature => ({
      name: `asks ${type}`,
      meaning: `the question asks for this type`,
      value: ({ question }) => flag(question.type === type),
    }),
  ),
]

/** The values of a view's features, in the order of the table. */
export function featureValues(view: View): Float64Array {
  return Float64Array.from(features, ({ value }) => value(view))
}

/** The names of the features, in the order of the table. */
export const featureNames: readonly string[] = features.map(({ name }) => name)
