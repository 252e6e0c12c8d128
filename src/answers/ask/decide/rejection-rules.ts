import { nounKind } from '../../../language/vocabulary/noun-kinds.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import { isRoleNoun } from '../../../reading/statements/lexicon/titles.ts'
import type { NothingFoundReason, RequiredType } from '../../answer/answer.ts'
import type { AnswerType } from '../question/answer-type.ts'
import { isLightWord } from '../question/light-words.ts'
import { originalWording } from '../question/original-wording.ts'
import { minSpans, type Question } from '../question/parse-question.ts'
import { yearMatch } from '../rank/article-evidence.ts'
import type { Ranked } from '../rank/rank.ts'
import { agentOf, namesTheNoun, nounOf, rolesReversed, saysTheReverse } from '../rank/syntactic-evidence.ts'
import { absentNames, namesAnother } from './asked-names.ts'

const strictTypes: readonly RequiredType[] = ['figure', 'date', 'place', 'country', 'percent', 'money']

/** The type, if only a sentence that contains something of that type can be an answer; otherwise undefined. */
function strictType(type: AnswerType): RequiredType | undefined {
  return strictTypes.find((strict) => strict === type)
}

/** Types that most sentences contain something of, so the match must also be about the topic of the question. */
const openTypes: ReadonlySet<AnswerType> = new Set(['thing', 'reason', 'yes-no'])
/** Questions that state their type with the question word, not with a noun. */
const plainly = /^(?:when|where)\b|\b(?:how many|how much|what year|percent(?:age)?|countr(?:y|ies)|nations?)\b/i
// A place that is not a name: "in committee", "in the thymus". A time ("in the day") does not count.
const somewhere =
  /\b(?:in|at|near|inside|outside|across|throughout|through|on|from|to)\s+(?:(?:the|an?|its|his|her|their)\s+)?(?!(?:days?|weeks?|months?|years?|decades?|centur|mornings?|evenings?|nights?|time|\p{L}+day)\b)\p{L}{3}/iu
const howMany = /\bhow many\b/i
const amount =
  /\b(?:single|sole|both|several|many|few|dozens?|hundreds?|thousands?|millions?|billions?|half|quarter|thirds?|twice|double|triple|no|none|pair|couple|most|all|night|day|morning|evening|noon|midnight|during|after|before|when|while|until|once|since|annually|daily|weekly|monthly|yearly)\b/i

/** The reason why names are missing: they are in no text at all, or not near the other words of the question. */
function nameless(question: Question, absent: readonly number[]): NothingFoundReason {
  const unknown = absent.filter((asked) => question.terms[asked]?.known === false)
  return unknown.length > 0
    ? { code: 'unknown-words', words: originalWording(question, unknown) }
    : { code: 'name-absent', words: originalWording(question, absent) }
}

/** Whether a question asks for the name of somebody: "what is the name of the driver", "who is the mayor of Bergen". */
function asksForName(question: Question): boolean {
  const noun = nounOf(question)
  if (noun === null) return false
  if (question.type === 'name') return nounKind(noun) === 'person' || isRoleNoun(nounWord(question, noun))
  return question.type === 'definition' && isRoleNoun(nounWord(question, noun))
}

function nounWord({ terms }: Question, noun: string): string {
  return terms.find(({ term }) => term === noun)?.folded ?? ''
}

/** Whether a year of the question is in the two paragraphs before a sentence or in the lead of its article. */
function hasYearNear({ terms }: Question, { paragraph, view }: Ranked): boolean {
  const lead = view.leadHeld()
  const isYear = (term: string) => /^(?:1\d|20)\d\d$/.test(term)
  const near = (at: number) => (paragraph.heldBefore[at] ?? 0) > 0 || (lead[at] ?? 0) > 0
  return yearMatch(view) > -1 && terms.some(({ term }, at) => isYear(term) && near(at))
}

interface Case {
  readonly generation: Generation
  readonly question: Question
  readonly ranked: Ranked
}

interface Rule {
  readonly name: string
  readonly refuses: (one: Case) => NothingFoundReason | null
}

/** The rules that reject a sentence as an answer, however strong the other evidence is. */
export const rules: readonly Rule[] = [
  {
    name: 'a name that is not there',
    refuses: ({ generation, question, ranked }) => {
      const absent = absentNames(generation, question, ranked)
      return absent.length > 0 ? nameless(question, absent) : null
    },
  },
  {
    name: 'nothing of the type asked for',
    refuses: ({ question, ranked }) => {
      const type = strictType(question.type)
      return type !== undefined &&
        plainly.test(question.text) &&
        ranked.view.spans.length < minSpans(question) &&
        !(type === 'place' ? somewhere : amount).test(ranked.sentence.text)
        ? { code: 'type-absent', type }
        : null
    },
  },
  {
    name: 'a name that is not the one asked for',
    refuses: ({ generation, question, ranked }) =>
      asksForName(question) && !namesTheNoun(question, ranked.sentence, generation.vocabulary)
        ? { code: 'type-absent', type: 'name' }
        : null,
  },
  {
    name: 'roles the other way round',
    refuses: ({ question, ranked }) => {
      const { sentence, match } = ranked
      if (!rolesReversed(question, sentence, match)) return null
      // Without the verb itself, it only looks so.
      return { code: saysTheReverse(question, sentence, match) ? 'roles-reversed' : 'weak-match' }
    },
  },
  {
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
  },
  {
    name: 'another year',
    refuses: ({ question, ranked }) =>
      yearMatch(ranked.view) < 0 && !hasYearNear(question, ranked) ? { code: 'weak-match' } : null,
  },
  {
    name: 'another person of the same name',
    refuses: ({ generation, question, ranked }) =>
      namesAnother(generation, question, ranked) ? { code: 'weak-match' } : null,
  },
  {
    name: 'nobody new, and nothing is done',
    refuses: ({ question, ranked: { view, match } }) => {
      const asked = question.terms.findIndex(({ term }) => term === question.verb)
      return question.type === 'person' && view.spans.length === 0 && asked >= 0 && !match.held[asked]
        ? { code: 'type-absent', type: 'name' }
        : null
    },
  },
  {
    name: 'something else is counted',
    refuses: ({ question, ranked: { match } }) => {
      const counted = howMany.test(question.text) ? question.terms.findIndex(({ term }) => term === question.focus) : -1
      const isPeople = question.terms[counted]?.isName === true || nounKind(question.focus ?? '') === 'person'
      return counted < 0 || isPeople || match.held[counted]
        ? null
        : { code: 'words-apart', words: originalWording(question, [counted]) }
    },
  },
  {
    name: 'nothing but names',
    refuses: ({ question: { terms, content, type }, ranked }) =>
      openTypes.has(type) &&
      content.length > 0 &&
      terms.every(({ term }, asked) => !content.includes(term) || !ranked.paragraph.held[asked])
        ? { code: 'weak-match' }
        : null,
  },
  {
    name: 'nothing but light words',
    refuses: ({ question: { terms } }) =>
      terms.every(({ term, isName }) => !isName && isLightWord(term)) ? { code: 'weak-match' } : null,
  },
  {
    name: 'a reason for something else',
    refuses: ({ question, ranked }) => {
      const { terms, type, verb } = question
      const asked = terms.findIndex(({ term }) => term === verb)
      return type === 'reason' && asked >= 0 && !ranked.paragraph.held[asked]
        ? { code: 'unknown-words', words: [terms[asked]?.folded ?? ''] }
        : null
    },
  },
]

/** The first reason to reject a candidate, or null. */
export function ruledOut(one: Case): NothingFoundReason | null {
  for (const { refuses } of rules) {
    const reason = refuses(one)
    if (reason !== null) return reason
  }
  return null
}
