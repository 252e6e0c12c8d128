import type { Range } from '../../language/text/range.ts'
import { spansOfEvent } from './decide/evidence/same-clause.ts'
import type { AnswerType } from './question/answer-type.ts'
import type { Question } from './question/parse-question.ts'
import type { Ranked } from './rank/rank.ts'
import { isAfterPlaceWord } from './rank/spans/answer-spans.ts'

/** How many spans of a type can be what a question asks for; the other types have no spans that do. */
const maxSpans: Readonly<Partial<Record<AnswerType, number>>> = {
  person: 3,
  group: 3,
  name: 3,
  place: 3,
  country: 12,
  date: 1,
  figure: 1,
  money: 1,
  percent: 1,
}

const peopleTypes: ReadonlySet<AnswerType> = new Set(['person', 'group', 'name'])

/** Spans with nothing but a space between them are one: the parts of a name. */
function joinNeighbours(text: string, spans: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && /^\s*$/.test(text.slice(last.end, span.start)))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
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
      return (
        start >= end &&
        start - end <= maxBeforeCounted &&
        start < next &&
        !clauseMark.test(sentence.text.slice(end, start))
      )
    }),
  )
}

/**
 * What a question asks for in a sentence that answers it, as offsets in the paragraph: the figure that counts the noun asked for, or the
 * figure, day, name or place in the clause of the event asked for. Empty if the type is not known, or if there are several of the kind and
 * nothing tells which one is meant.
 */
export function askedSpans(question: Question, ranked: Ranked): readonly Range[] {
  const { sentence, view } = ranked
  const max = maxSpans[question.type]
  if (max === undefined) return []
  const joined = joinNeighbours(sentence.text, view.spans)
  const spans = peopleTypes.has(question.type)
    ? joined.filter(({ start }) => !isAfterPlaceWord(sentence.text, start))
    : joined
  const counted = question.type === 'figure' ? counting(question, ranked, spans) : []
  const ofEvent = spansOfEvent(question, ranked, spans)
  const meant = [counted, ofEvent, spans].find(({ length }) => length > 0) ?? []
  return meant.length > max
    ? []
    : meant.map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
}
