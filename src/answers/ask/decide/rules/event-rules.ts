import { namedTime } from '../../../../language/dates/time/named-time.ts'
import { isRoleNoun } from '../../../../reading/statements/lexicon/titles.ts'
import { verbOf } from '../../question/asked-terms.ts'
import type { Question } from '../../question/parse-question.ts'
import { agentOf, rolesReversed, saysTheReverse } from '../../rank/features/syntactic-evidence.ts'
import { isOfAnotherMonth, yearMatch } from '../../rank/features/time-match.ts'
import type { Ranked } from '../../rank/rank.ts'
import { textStyle } from '../../rank/text-style.ts'
import { deniesEvent } from '../evidence/same-clause.ts'
import { absentNames, namesAnother } from './asked-names.ts'
import { nameless, type Rule } from './rule.ts'

// Rules about the event that a question asks about: who takes part in it, when it happens, whether it happens.

export const absentName: Rule = {
  name: 'a name that is not there',
  refuses: ({ generation, question, ranked }) => {
    const absent = absentNames(generation, question, ranked)
    return absent.length > 0 ? nameless(question, absent) : null
  },
}

export const reversedRoles: Rule = {
  name: 'roles the other way round',
  refuses: ({ question, ranked }) => {
    const { sentence, match } = ranked
    if (!rolesReversed(question, sentence, match)) return null
    // Without the verb itself, it only looks so.
    return { code: saysTheReverse(question, sentence, match) ? 'roles-reversed' : 'weak-match' }
  },
}

export const anotherAgent: Rule = {
  name: 'done by someone else',
  refuses: ({ question, ranked: { sentence, match } }) => {
    const { terms, agents } = question
    const doers = terms.map(({ term }, asked) => ({ term, asked })).filter(({ term }) => agents.has(term))
    const there = doers.length === 0 || doers.some(({ asked }) => match.held[asked])
    return there || agentOf(question, sentence, match) === null
      ? null
      : nameless(
          question,
          doers.map(({ asked }) => asked),
        )
  },
}

const owned = /^['\u2019]s?\s+(?:(?:own|late|former|top|senior|deputy|new|old)\s+)?(\p{Ll}+)/u

/** Whether the name that ends at `end` is the possessor in a phrase for somebody else: "Lima's lawyer". */
function isPossessor(text: string, end: number): boolean {
  const noun = owned.exec(text.slice(end))?.[1]
  return noun !== undefined && isRoleNoun(noun)
}

/** The beginning of a sentence that only connects the previous one with other news. */
const connects = /^(?:this|that|it) (?:comes|came|follows|followed|marks|marked)\b/iu

export const onlyConnects: Rule = {
  name: 'only connects with other news',
  only: 'news',
  refuses: ({ question: { terms, agents }, ranked: { sentence, match } }) => {
    const isThere = terms.some(({ term }, asked) => agents.has(term) && (match.held[asked] ?? 0) > 0)
    return agents.size > 0 && !isThere && connects.test(sentence.text) ? { code: 'weak-match' } : null
  },
}

export const anotherOfTheirs: Rule = {
  name: 'done by a relation or employee of the one asked for',
  only: 'news',
  refuses: ({ question: { terms, agents }, ranked: { sentence, match } }) => {
    const ends = match.matched.flatMap(({ at, asked }) =>
      agents.has(terms[asked]?.term ?? '') ? [sentence.terms[at]?.end ?? 0] : [],
    )
    return ends.length > 0 && ends.every((end) => isPossessor(sentence.text, end)) ? { code: 'weak-match' } : null
  },
}

export const anotherPerson: Rule = {
  name: 'another person of the same name',
  refuses: ({ generation, question, ranked }) =>
    namesAnother(generation, question, ranked) ? { code: 'weak-match' } : null,
}

/** Whether a year of the question is in the two paragraphs before a sentence or in the lead of its article. */
function hasYearNear({ terms }: Question, { paragraph, view }: Ranked): boolean {
  const lead = view.leadHeld()
  const isYear = (term: string) => /^(?:1\d|20)\d\d$/.test(term)
  const near = (at: number) => (paragraph.heldBefore[at] ?? 0) > 0 || (lead[at] ?? 0) > 0
  return yearMatch(view) > -1 && terms.some(({ term }, at) => isYear(term) && near(at))
}

export const anotherYear: Rule = {
  name: 'another year',
  // An article in the news often compares with another year.
  refuses: ({ generation, question, ranked }) =>
    yearMatch(ranked.view) < 0 && (textStyle(generation) === 'news' || !hasYearNear(question, ranked))
      ? { code: 'weak-match' }
      : null,
}

export const anotherMonth: Rule = {
  name: 'another month',
  refuses: ({ ranked }) => (isOfAnotherMonth(ranked.view) ? { code: 'weak-match' } : null),
}

const future = /\b(?:will|shall|going to)\b/iu

/** Whether a question asks for a future time. */
export const asksForFuture = ({ type, text }: Question): boolean => type === 'date' && future.test(text)

/** Whether a sentence has times and all of them are before the date of its article. */
function hasOnlyPastTimes({ sentence, passage }: Ranked): boolean {
  const { date } = passage.article
  const times = sentence.times.map((time) => namedTime(time, date).interval)
  return date !== null && times.length > 0 && times.every((interval) => interval !== null && interval.end < date)
}

export const pastForFuture: Rule = {
  name: 'a past time for a future event',
  only: 'news',
  refuses: ({ question, ranked }) =>
    asksForFuture(question) && hasOnlyPastTimes(ranked) ? { code: 'type-absent', type: 'date' } : null,
}

export const anotherReason: Rule = {
  name: 'a reason for something else',
  refuses: ({ question, ranked }) => {
    const { terms, type } = question
    const asked = verbOf(question)
    return type === 'reason' && asked >= 0 && !ranked.paragraph.held[asked]
      ? { code: 'unknown-words', words: [terms[asked]?.folded ?? ''] }
      : null
  },
}

export const oppositeReason: Rule = {
  name: 'a reason for the opposite',
  only: 'news',
  refuses: ({ question, ranked }) =>
    question.type === 'reason' && question.negated && !deniesEvent(question, ranked) ? { code: 'weak-match' } : null,
}
