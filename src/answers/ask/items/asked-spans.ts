import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { spansOfEvent } from '../decide/evidence/same-clause.ts'
import type { AnswerType } from '../question/answer-type.ts'
import { minSpans, type Question } from '../question/parse-question.ts'
import type { Ranked } from '../rank/rank.ts'
import { isAfterPlaceWord } from '../rank/spans/answer-spans.ts'

/** Limits on the number of spans of one type in a sentence. */
interface Bounds {
  /** At most this many are what a question asks for. */
  readonly meant: number
  /** If a sentence has more than this many, it is unclear which ones are meant. */
  readonly all: number
}

const names: Bounds = { meant: 3, all: 4 }
const single: Bounds = { meant: 1, all: 3 }

/** The limits by type. For any other type nothing is marked. */
const bounds: Readonly<Partial<Record<AnswerType, Bounds>>> = {
  person: names,
  place: names,
  country: { meant: 12, all: 12 },
  date: single,
  figure: single,
  money: single,
  percent: single,
}

/** Only a name answers these questions. The answer to "Which team …" may have none ("the winners of 1999"), and an unrelated name would be marked. */
const asksForName = /\b(?:who|whom|whose|where|countr(?:y|ies)|nations?)\b/i

/** Several words with capital letters in a row. */
const capitalised = String.raw`(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{N}]*(?:['\u2019](?!s\b)\p{L}+)*)`
const nameRun = unicodeRegExp(String.raw`${capitalised}(?:[ \u2013-]${capitalised})*`, 'g')
/** A person's name has a lower-case letter, unlike an abbreviation. */
const hasSmallLetter = unicodeRegExp(String.raw`\p{Ll}`)
const percentEnd = /(?:%|per\s?cent(?:age)?)$/i
/** What may separate two figures that are one answer: "100–150", "14 to 16". */
const figureRange = /^\s*(?:to|or|[\u2013-])\s*$/

/** The full names that contain the spans, without those that share a word with the question. */
function wholeNames({ lookup }: Question, { sentence }: Ranked, spans: readonly Range[]): readonly Range[] {
  const runs = [...nameRun.matchAll(sentence.text)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const known = sentence.terms.filter(({ term }) => lookup.has(term))
  const isWithin = (inner: Range, outer: Range) => inner.start >= outer.start && inner.end <= outer.end
  return runs.filter((run) => spans.some((span) => isWithin(span, run)) && !known.some((term) => isWithin(term, run)))
}

/** Joins figures that only "to", "or" or a dash separates. */
function joinRanges(text: string, figures: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const figure of figures) {
    const last = joined.at(-1)
    if (last !== undefined && figureRange.test(text.slice(last.end, figure.start)))
      joined[joined.length - 1] = { start: last.start, end: figure.end }
    else joined.push(figure)
  }
  return joined
}

/** The longest text between a figure and what it counts, in UTF-16 units: "26 of Ukraine's closest allies". */
const maxBeforeCounted = 40
const clauseMark = /[,;:()]/

/** The figures that count the noun asked for: "35" in "35 nearby countries" for "how many countries". */
function counting(
  { focus, lookup, terms }: Question,
  { sentence }: Ranked,
  figures: readonly Range[],
): readonly Range[] {
  const asked = terms.findIndex(({ term }) => term === focus)
  if (asked < 0) return []
  const nouns = sentence.terms.filter(({ term }) => lookup.get(term)?.some((one) => one.asked === asked))
  return figures.filter(({ end }, at) =>
    nouns.some(({ start }) => {
      const next = figures[at + 1]?.start ?? Number.POSITIVE_INFINITY
      const between = sentence.text.slice(end, start)
      return start >= end && start - end <= maxBeforeCounted && start < next && !clauseMark.test(between)
    }),
  )
}

/** The spans of the type asked for: full names, and ranges of figures as one span. */
function wholeSpans(question: Question, ranked: Ranked): readonly Range[] {
  const { text } = ranked.sentence
  const spans = ranked.view.spans.toSorted((a, b) => a.start - b.start)
  const textOf = ({ start, end }: Range) => text.slice(start, end)
  switch (question.type) {
    case 'person':
      return wholeNames(question, ranked, spans).filter(
        (name) => !isAfterPlaceWord(text, name.start) && hasSmallLetter.test(textOf(name)),
      )
    case 'place':
      return wholeNames(question, ranked, spans)
    case 'figure':
      return joinRanges(text, spans).filter((figure) => !percentEnd.test(textOf(figure)))
    default:
      return joinRanges(text, spans)
  }
}

/**
 * What a question asks for in a sentence that answers it, as offsets in the paragraph: the figure that counts the noun asked for, or the
 * figure, day, name or place in the clause of the event asked for. Empty if the question asks for anything else, or if it is unclear which
 * of several spans it means.
 */
export function askedSpans(question: Question, ranked: Ranked): readonly Range[] {
  const { sentence } = ranked
  const bound = bounds[question.type]
  if (bound === undefined || (bound !== single && !asksForName.test(question.text))) return []
  const spans = wholeSpans(question, ranked)
  if (spans.length > bound.all) return []
  const counted = question.type === 'figure' ? counting(question, ranked, spans) : []
  const ofEvent = spansOfEvent(question, ranked, spans)
  // A place outside the clause of the event is the place of something else.
  const [meant = []] = [counted, ofEvent, question.type === 'place' ? [] : spans].filter(({ length }) => length > 0)
  if (meant.length > bound.meant || meant.length < minSpans(question)) return []
  return meant.map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
}
