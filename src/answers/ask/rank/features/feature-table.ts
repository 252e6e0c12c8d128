import { referringSource } from '../../../../language/vocabulary/referring-words.ts'
import type { AnswerType } from '../../question/answer-type.ts'
import { matchedByEither, matchedShare } from '../../retrieve/term-match.ts'
import { answersQuestion, asks, defines, namesInLead } from './article-evidence.ts'
import { besideVerb, namedFocus, sameSmallWords } from './context-words.ts'
import type { FeatureInput } from './feature-input.ts'
import { negation, opposites } from './negation-features.ts'
import { agentOf, rolesReversed } from './syntactic-evidence.ts'
import {
  aboveSiblings,
  all,
  exactly,
  flag,
  inParagraph,
  inSentence,
  isContent,
  isFigure,
  isFocus,
  isName,
  isVerb,
  matchedWeight,
  missing,
  namesSoFar,
  rarest,
  sameForm,
} from './term-coverage.ts'
import { answerNearness, inOrder, pairs, proximity } from './term-proximity.ts'
import { yearMatch } from './time-match.ts'

/** The version of the features' values. Increase it when a value changes: models trained on other values are then rejected. */
export const featuresVersion = 2

/** A measurement of a candidate. */
export interface Feature {
  readonly name: string
  readonly meaning: string
  /** Its value, usually 0 to 1. */
  readonly value: (view: FeatureInput) => number
}

const pronoun = new RegExp(String.raw`^["'\u201c\u2018]?${referringSource(['that'])}`, 'i')

/** Types of questions about an event, which must be there. */
const eventTypes: ReadonlySet<AnswerType> = new Set(['date', 'figure', 'reason', 'person', 'money'])

/** Types that many sentences have no instance of. */
const rareTypes: ReadonlySet<AnswerType> = new Set([
  'country',
  'figure',
  'date',
  'percent',
  'money',
  'person',
  'name',
  'reason',
])

type Row = readonly [name: Feature['name'], meaning: Feature['meaning'], value: Feature['value']]

const table: readonly Row[] = [
  ['coverage', "share of the question's weight in the sentence", ({ candidate }) => candidate.coverage],
  ['words', "share of the question's terms in the sentence", inSentence(all)],
  ['exact', 'the same without related words', exactly],
  ['same form', 'share of the weight in the very form of the question', sameForm],
  [
    'of best',
    'coverage as a share of the best candidate',
    ({ candidate, bestCoverage }) => (bestCoverage === 0 ? 0 : candidate.coverage / bestCoverage),
  ],
  ['above siblings', 'coverage less that of the best other sentence of the paragraph', aboveSiblings],
  ['with previous', 'coverage together with the sentence before', ({ withPrevious }) => withPrevious],
  ['with next', 'coverage together with the sentence after', ({ withNext }) => withNext],
  ['paragraph', "share of the question's weight in the paragraph", ({ inParagraph }) => inParagraph],
  ['paragraph words', "share of the question's terms in the paragraph", inParagraph(all)],
  ['title', "share of the question's weight in the article's title", ({ inTitle }) => inTitle],
  ['rarest', 'the rarest term is in the sentence', (view) => rarest(view, view.candidate.match.held)],
  ['rarest near', 'the rarest term is in the paragraph', (view) => rarest(view, view.candidate.paragraph.held)],
  ['missing', 'the weightiest term missing from the sentence', (view) => missing(view, view.candidate.match.held)],
  [
    'missing near',
    'the weightiest term missing from the paragraph',
    (view) => missing(view, view.candidate.paragraph.held),
  ],
  ['search share', "the paragraph's search score as a share of the best", ({ candidate }) => candidate.paragraph.share],
  [
    'search rank',
    '1 / the place of the paragraph in the search',
    ({ candidate }) => 1 / (1 + candidate.paragraph.rank),
  ],
  [
    'search score',
    "the search score / the question's weight",
    ({ candidate, question }) => (question.totalWeight === 0 ? 0 : candidate.paragraph.score / question.totalWeight),
  ],
  ['names', "share of the question's names in the sentence; -1 without any", inSentence(isName)],
  ['names near', "share of the question's names in the paragraph; -1 without any", inParagraph(isName)],
  ['content', "share of the question's words besides names in the sentence", inSentence(isContent)],
  ['verb', "the question's verb is in the sentence", inSentence(isVerb)],
  ['focus', 'the noun that is counted or chosen is in the sentence', inSentence(isFocus)],
  ['pairs', 'neighbouring terms of the question side by side', (view) => pairs(view, 1)],
  ['near pairs', 'the same within three terms', (view) => pairs(view, 3)],
  ['proximity', 'how close together the matched terms stand', proximity],
  ['order', 'matched terms in the order of the question', inOrder],
  ['spans', 'stretches of the type asked for, at most 5', ({ spans }) => Math.min(5, spans.length)],
  ['answer near', "how close one of them stands to the question's terms", answerNearness],
  [
    'reversed',
    'the roles of the question the other way round',
    ({ question, candidate }) => flag(rolesReversed(question, candidate.sentence, candidate.match)),
  ],
  [
    'doer',
    "the verb's doer is the question's (1) or another (-1)",
    ({ question, candidate }) => {
      const doer = agentOf(question, candidate.sentence, candidate.match)
      return doer === null || question.agents.size === 0 ? 0 : question.agents.has(doer) ? 1 : -1
    },
  ],
  [
    'new terms',
    'terms that the question does not say / 20',
    ({ candidate }) => (candidate.sentence.terms.length - candidate.match.matched.length) / 20,
  ],
  ['length', 'terms / 50', ({ candidate }) => candidate.sentence.terms.length / 50],
  ['question length', "the question's terms / 12", ({ question }) => question.terms.length / 12],
  ['place', 'place in the paragraph, from 0, at most 5', ({ candidate }) => Math.min(5, candidate.at)],
  [
    'last',
    'sentences that follow, at most 5',
    ({ candidate }) => Math.min(5, candidate.paragraph.sentences.length - 1 - candidate.at),
  ],
  [
    'resolved',
    'coverage, together with the sentences before it where it leans on them ("It …", "This region …")',
    ({ resolved }) => resolved,
  ],
  [
    'resolved type',
    'the same where it holds the type asked for, otherwise 0',
    ({ spans, resolved }) => (spans.length > 0 ? resolved : 0),
  ],
  ['pronoun', 'begins with a pronoun', ({ candidate }) => flag(pronoun.test(candidate.sentence.text))],
  [
    'telling',
    'coverage, each term weighed by how few of the paragraphs found hold it',
    ({ distinctive }) => distinctive,
  ],
  ['telling near', 'the same for the paragraph', ({ distinctiveInParagraph }) => distinctiveInParagraph],
  ['small words', 'terms that stand beside the same small words as in the question', sameSmallWords],
  ['named focus', 'the noun that is chosen or counted with something new beside it', namedFocus],
  ['before verb', 'a stretch of the type asked for stands before the verb', (view) => besideVerb(view, 'before')],
  ['behind verb', 'a stretch of the type asked for stands behind the verb', (view) => besideVerb(view, 'behind')],
  [
    'names earlier',
    "share of the question's names in the sentence or those before it in the paragraph; -1 without any",
    namesSoFar,
  ],
  [
    'new names',
    'names that the question does not say / 5',
    ({ candidate: { sentence }, question, generation }) =>
      sentence.terms.filter(
        ({ term, capital }) => capital && !question.lookup.has(term) && generation.vocabulary.isName(term),
      ).length / 5,
  ],
  [
    'article',
    'share of the best ten paragraphs that are of the same article',
    ({ candidate, articleShare }) => articleShare.get(candidate.passage.article.id) ?? 0,
  ],
  ['figures', "share of the question's figures in the sentence; -1 without any", inSentence(isFigure)],
  ['figures near', 'the same for the paragraph', inParagraph(isFigure)],
  [
    'alike',
    "share of the question's weight in the sentence, a missing term by the word most like it in meaning",
    ({ meaning }) => meaning.inSentence,
  ],
  ['alike with previous', 'the same together with the sentence before', ({ meaning }) => meaning.withPrevious],
  ['unlike', 'the weightiest term missing so from the sentence', ({ meaning }) => meaning.missing],
  ['meaning', 'cosine of the meanings of question and sentence', ({ meaning }) => meaning.cosine],
  ['in article', "share of the question's weight in the article", ({ candidate }) => candidate.paragraph.inArticle],
  [
    'in vicinity',
    'the same for the paragraph with the two before and the one after',
    ({ candidate }) => candidate.paragraph.inVicinity,
  ],
  [
    'with before',
    'the same for the sentence with the two paragraphs before',
    ({ candidate, question }) =>
      matchedShare(question, matchedByEither(candidate.match.held, candidate.paragraph.heldBefore)),
  ],
  [
    'missing from article',
    'the weightiest term missing from the article',
    (view) => missing(view, view.candidate.paragraph.heldInArticle),
  ],
  [
    'names in article',
    "share of the question's names in the article; -1 without any",
    (view) => matchedWeight(view, view.candidate.paragraph.heldInArticle, isName(view)),
  ],
  ['negation', 'only the question (1) or only the sentence (-1) is negated', negation],
  ['opposites', 'terms of the question whose opposite the sentence has instead', opposites],
  [
    'event missing',
    'how much of the event is missing where the question asks when, how many, why or who about it',
    ({ question: { type }, meaning }) => (eventTypes.has(type) && meaning.verb >= 0 ? 1 - meaning.verb : 0),
  ],
  ['asks', 'is a question itself', ({ candidate }) => flag(asks(candidate.sentence))],
  ['answers question', "share of the question's weight in a question just before it", answersQuestion],
  ['lead', "1 / the paragraph's number", ({ candidate }) => 1 / candidate.passage.paragraph.number],
  ['names in lead', "share of the question's names in the article's title and lead; -1 without any", namesInLead],
  ['year', "how well the question's years fit, -1 to 1", yearMatch],
  ['defines', "says who or what the question's name is", defines],
  [
    'has type',
    'something of a rare type asked for is there (1) or missing (-1); 0 for other types',
    ({ question: { type }, spans }) => (rareTypes.has(type) ? (spans.length > 0 ? 1 : -1) : 0),
  ],
  ...(['person', 'date', 'figure', 'place', 'reason', 'definition', 'thing', 'group'] as const).map(
    (type): Row => [`asks ${type}`, 'the question asks for this type', ({ question }) => flag(question.type === type)],
  ),
]

/** The features for ranking sentences. */
export const features: readonly Feature[] = table.map(([name, meaning, value]) => ({ name, meaning, value }))

/** The values of a candidate's features, in table order. */
export function featureValues(view: FeatureInput): Float64Array {
  const values = new Float64Array(features.length)
  for (let at = 0; at < features.length; at++) values[at] = features[at]?.value(view) ?? 0
  return values
}

/** The names of the features, in table order. */
export const featureNames: readonly string[] = features.map(({ name }) => name)
