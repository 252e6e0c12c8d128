import type { Sentence } from '../../../../language/analysis/sentence.ts'
import { matchRanges } from '../../../../language/text/match-ranges.ts'
import { overlaps, type Range } from '../../../../language/text/range.ts'
import { isNationality } from '../../../../language/vocabulary/countries.ts'
import type { Vocabulary } from '../../../../search/terms/vocabulary.ts'
import type { AnswerType } from '../../question/answer-type.ts'
import { asksForSeveralCountries, type Question } from '../../question/parse-question.ts'
import { measuresIn } from './measures.ts'

const wholeContinents = new Set(['@eu', '@un', '@europe', '@africa', '@asia'])
const reasonCue =
  /\b(?:because|since|as a result|due to|owing to|so that|in order to|so as to|in a bid to|aim(?:ed|ing|s)? (?:at|to)|after|amid|following|over|for (?:fear|the)|thanks to|therefore|caused|led to|to (?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|my\b|be\b)[a-z]+|in response|tit-for-tat|as (?:they|it|he|she|the)|meant to|intended to|designed to)\b/gi
const placeBefore = /\b(?:in|at|near|from|to|outside|inside|across|on|of|through|into|around)\s+(?:the\s+)?$/i
/** The longest preposition with its article, in UTF-16 units. */
const maxPlaceWord = 16
const describes = /(?:\b(?:is|was|are|were|the|an?|of)\b|,)\s/gi

/** Whether the word before an offset opens a place: "in", "from the". */
export function isAfterPlaceWord(text: string, start: number): boolean {
  return placeBefore.test(text.slice(Math.max(0, start - maxPlaceWord), start))
}

type Finder = (question: Question, sentence: Sentence, vocabulary: Vocabulary) => readonly Range[]

/** Names that the question does not contain. */
const newNames: Finder = ({ lookup }, { terms, times }, vocabulary) =>
  terms.filter(
    (term) =>
      term.capital &&
      !term.term.startsWith('@') &&
      !lookup.has(term.term) &&
      vocabulary.isName(term.term) &&
      !times.some((time) => overlaps(time, term)),
  )

/** Countries that the question does not name. */
const newCountries: Finder = ({ lookup }, { terms }) =>
  terms.filter(({ term }) => term.startsWith('@') && !wholeContinents.has(term) && !lookup.has(term))

/** The same, but if the question asks for several, only their names count ("Japan", not "Japanese"). */
const askedCountries: Finder = (question, sentence, vocabulary) => {
  const found = newCountries(question, sentence, vocabulary)
  if (!asksForSeveralCountries(question)) return found
  return found.filter(({ start, end }) => !isNationality(sentence.text.slice(start, end).toLowerCase()))
}

const newPlaces: Finder = (question, sentence, vocabulary) => [
  ...newNames(question, sentence, vocabulary).filter(({ start }) => isAfterPlaceWord(sentence.text, start)),
  ...newCountries(question, sentence, vocabulary).filter(({ start }) => isAfterPlaceWord(sentence.text, start)),
]

const newTerms: Finder = ({ lookup }, { terms }) => terms.filter(({ term }) => !lookup.has(term))

const figuresOf =
  (...units: readonly string[]): Finder =>
  (question, { figures, text }) =>
    figures.filter(
      ({ unit, start, end }) =>
        (units.length === 0 || units.includes(unit)) && !question.folded.includes(text.slice(start, end).toLowerCase()),
    )

/** Words for a price of zero. */
const free = /\bfree\b(?! (?:from|to|on|kick))|\bno charge\b|\bfor nothing\b|\bnothing:/giu
const howOld = /\bhow old\b/i
// "Lund, 38," "aged 38", "is 38", "38 years old", "38-year-old". The year that a thing dates from also tells its age.
const age =
  /,\s\d{1,3}(?=[,.;)]|\s(?:and|who|is|was|has)\b|$)|\b(?:aged?|is|was|turned|turns)\s\d{1,3}\b(?!\s?(?:%|per|points?|votes?))|\(\d{1,3}\)|\b(?:\d{1,4}|\p{L}+)[- ]years?[- ]old\b|\b(?:built|founded|born|opened|made|dates?|since)\s(?:\p{L}+\s){0,2}\d{4}\b/giu

/** Figures; if the question asks for an age, only those that can be an age. */
const askedFigures: Finder = (question, sentence, vocabulary) =>
  howOld.test(question.text)
    ? matchRanges(sentence.text, age)
    : (measuresIn(question.text, sentence.text) ?? figuresOf()(question, sentence, vocabulary))

const finders: Readonly<Record<AnswerType, Finder>> = {
  person: newNames,
  group: newNames,
  name: newNames,
  country: askedCountries,
  place: newPlaces,
  date: (question, { times, text }) =>
    times.filter(({ start, end }) => !question.folded.includes(text.slice(start, end).toLowerCase())),
  figure: askedFigures,
  money: (question, sentence, vocabulary) => [
    ...figuresOf('money')(question, sentence, vocabulary),
    ...matchRanges(sentence.text, free),
  ],
  percent: figuresOf('percent'),
  reason: (_, { text }) => matchRanges(text, reasonCue),
  definition: (_, { text }) => matchRanges(text, describes),
  'yes-no': newTerms,
  thing: newTerms,
}

/** The spans in a sentence that are of the type asked for and not in the question, in order. */
export function answerSpans(question: Question, sentence: Sentence, vocabulary: Vocabulary): readonly Range[] {
  return finders[question.type](question, sentence, vocabulary)
}
