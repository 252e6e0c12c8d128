import type { Sentence } from '../../../../language/analysis/sentence.ts'
import type { Range } from '../../../../language/text/range.ts'
import { isNegated } from '../../question/is-negated.ts'
import type { Question } from '../../question/parse-question.ts'
import type { Ranked } from '../../rank/rank.ts'

/** Punctuation and words that end a clause, as far as this can be told without a parser. */
const clauseEnds =
  /[,;:()\u2013\u2014\u201c\u201d"]|\b(?:that|which|who|whom|whose|where|while|when|whereas|once|if|because|although|though|amid|but)\b|\bto\b(?=\s\p{Ll}{3})/giu
/** The longest text before a time that opens a sentence, in UTF-16 units: "In early". */
const maxLead = 12

const clauseEndsIn = (text: string): readonly number[] => [...text.matchAll(clauseEnds)].map(({ index }) => index)

/** The indices of the clauses that a part of a sentence belongs to. A time or place before the first comma belongs to the next one too. */
function clausesOf(text: string, ends: readonly number[], { start, end }: Range): readonly number[] {
  const own = ends.filter((at) => at < start).length
  const next = ends[own]
  const opens = own === 0 && start <= maxLead && next !== undefined && text.slice(end, next + 1).trim() === ','
  return opens ? [own, own + 1] : [own]
}

/** Where a sentence has the verb asked for; if the question has none, where it has any content word of the question. */
function eventPlaces({ verb, content, terms }: Question, { sentence, match }: Ranked): readonly Range[] {
  const wanted = (term: string | undefined) =>
    term !== undefined && (verb === null ? content.includes(term) : term === verb)
  return match.matched.flatMap(({ at, asked }) => {
    const place = sentence.terms[at]
    return place !== undefined && wanted(terms[asked]?.term) ? [place] : []
  })
}

const sharesClause = ({ text }: Sentence, some: readonly Range[], others: readonly Range[]) => {
  const ends = clauseEndsIn(text)
  const clauses = new Set(some.flatMap((one) => clausesOf(text, ends, one)))
  return others.some((other) => clausesOf(text, ends, other).some((clause) => clauses.has(clause)))
}

/** The spans of the type asked for that are in a clause of the event asked for. */
export function spansOfEvent(question: Question, ranked: Ranked, spans: readonly Range[]): readonly Range[] {
  const event = eventPlaces(question, ranked)
  return spans.filter((span) => sharesClause(ranked.sentence, event, [span]))
}

/** Whether a clause with the verb asked for denies something. */
export function deniesEvent(question: Question, ranked: Ranked): boolean {
  const { text } = ranked.sentence
  const ends = clauseEndsIn(text)
  return eventPlaces(question, ranked).some(({ start }) => {
    const clause = text.slice(ends.findLast((at) => at < start) ?? 0, ends.find((at) => at >= start) ?? text.length)
    return isNegated(clause)
  })
}

/** Whether a sentence gives the time asked for in the clause of the verb asked for. */
const hasTimeOfEvent = (question: Question, ranked: Ranked): boolean =>
  sharesClause(ranked.sentence, eventPlaces(question, ranked), ranked.view.spans)

/** Whether the clause of the verb asked for also has the question's other content words: "led the force" for "Who will lead the force?". */
function hasObjectOfVerb(question: Question, ranked: Ranked): boolean {
  const { verb, content, terms } = question
  const places = eventPlaces(question, ranked)
  if (places.length === 0) return false
  if (verb === null || !content.some((term) => term !== verb)) return true
  const others = ranked.match.matched.flatMap(({ at, asked }) => {
    const place = ranked.sentence.terms[at]
    const term = terms[asked]
    return place !== undefined && term !== undefined && term.term !== verb && content.includes(term.term) ? [place] : []
  })
  return sharesClause(ranked.sentence, places, others)
}

/**
 * Whether what the question asks for belongs to the verb asked for, as far as clauses show it. Only when- and who-questions need this: a
 * sentence may have times and people that have nothing to do with the event.
 */
export function belongsToVerb(question: Question, ranked: Ranked): boolean {
  if (question.type === 'date') return hasTimeOfEvent(question, ranked)
  return question.type !== 'person' || hasObjectOfVerb(question, ranked)
}

const inPlace = /\b(?:in|at|near|outside|inside|on)\s+(?:the\s+)?$/iu
/** The longest text between an event and its place, in UTF-16 units. */
const maxBetween = 60

/** Whether a sentence says where the event asked for takes place: "a meeting in Paris", "met with the council in Paris". */
export function hasPlaceOfEvent(question: Question, ranked: Ranked): boolean {
  const { text } = ranked.sentence
  const places = ranked.view.spans.filter(({ start }) => inPlace.test(text.slice(Math.max(0, start - maxLead), start)))
  return eventPlaces(question, ranked).some((event) =>
    places.some(
      (place) =>
        place.start >= event.end &&
        place.start - event.end <= maxBetween &&
        sharesClause(ranked.sentence, [event], [place]),
    ),
  )
}
