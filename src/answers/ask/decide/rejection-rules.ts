import { type Sentence, termSetOf } from '../../../language/analysis/sentence.ts'
import { stopWords } from '../../../language/tokens/stop-words.ts'
import { words } from '../../../language/tokens/words.ts'
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
import { matchedByAny, matchSentence } from '../retrieve/term-match.ts'

/** How many paragraphs back a pronoun or "the president" may refer. */
const reach = 3

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
const minSharedLength = 4
const startsUpper = /^\p{Lu}/u

/** Whether two names differ only in their endings ("Persian", "Persia"). */
function sameBeginning(a: string, b: string): boolean {
  const shared = Math.max(minSharedLength, a.length - 3)
  return b.length >= shared && a.slice(0, shared) === b.slice(0, shared)
}

interface Case {
  readonly generation: Generation
  readonly question: Question
  readonly ranked: Ranked
}

/** Whether a name is in lower case in a question that begins with a capital. Then it is not a name ("one avenue", "seemed to buck"). */
function isWrittenInLowerCase({ text, places }: Question, asked: number): boolean {
  const first = text.charAt(places[asked]?.start ?? 0)
  return startsUpper.test(text) && !startsUpper.test(first)
}

/** Whether letters are the initials of consecutive capitalised words in a text: "WW", "World War". */
function abbreviates(letters: string, text: string): boolean {
  if (letters.length < 2 || letters.length > 5) return false
  const initials = [...letters].map((letter) => letter.toUpperCase())
  const all = words(text).filter(({ folded }) => !stopWords.has(folded))
  return all.some((_, at) =>
    initials.every((letter, next) => all[at + next]?.capital === true && all[at + next]?.text.startsWith(letter)),
  )
}

/** The names in the question that are neither in the candidate's paragraph, nor in the few before it, nor in the title and lead of the article. */
export function absentNames({ generation, question, ranked }: Case): readonly number[] {
  const { paragraph, at } = ranked
  const held = matchedByAny(paragraph.matches.slice(0, at + 1), question.terms.length)
  const absent = question.terms
    .map((term, asked) => ({ term, asked }))
    .filter(({ term, asked }) => term.isName && !held[asked] && !isWrittenInLowerCase(question, asked))
    .filter(({ asked }) => !ranked.view.leadHeld()[asked])
  if (absent.length === 0) return []
  const { key, article } = ranked.passage
  const before = Array.from({ length: Math.min(reach, key) }, (_, at) => key - 1 - at)
    .filter((other) => generation.passages[other]?.article === article)
    .flatMap((other) => generation.sentences(other).map((sentence) => matchSentence(question, sentence).held))
  const near = `${article.title}. ${ranked.passage.paragraph.text}`
  return absent
    .filter(
      ({ term: { term } }) =>
        !ranked.paragraph.sentences.some(({ terms }) =>
          terms.some((other) => other.capital && sameBeginning(term, other.term)),
        ),
    )
    .filter(({ asked }) => !before.some((other) => other[asked]))
    .filter(({ term: { folded } }) => !abbreviates(folded, near))
    .map(({ asked }) => asked)
}

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

/** The first and last name in each full name of a text: neighbouring capitalised terms with only a blank or a hyphen between them. */
function fullNames({ text, terms }: Pick<Sentence, 'text' | 'terms'>): readonly (readonly [string, string])[] {
  return terms.slice(1).flatMap((last, at): (readonly [string, string])[] => {
    const first = terms[at]
    const isName = first?.capital === true && last.capital && text.slice(first.end, last.start) === ' '
    return isName ? [[first.term, last.term]] : []
  })
}

/**
 * Whether a sentence has only the last name of a full name in the question, and the last full name with it in the article before the
 * sentence is another person's.
 */
function namesAnother(
  { passages, sentences }: Generation,
  { terms, text, places }: Question,
  { sentence, passage, at }: Ranked,
): boolean {
  const asked = fullNames({
    text,
    terms: terms.map(({ term, isName }, one) => ({
      term,
      folded: term,
      capital: isName,
      start: places[one]?.start ?? 0,
      end: places[one]?.end ?? 0,
    })),
  })
  const own = termSetOf(sentence)
  return asked.some(([first, last]) => {
    if (own.has(first) || !own.has(last)) return false
    const earlier: Sentence[] = []
    for (let key = passage.key; key >= 0 && passages[key]?.article === passage.article; key--) {
      const before = key === passage.key ? sentences(key).slice(0, at) : sentences(key)
      earlier.push(...before.toReversed())
    }
    const named = earlier.flatMap((one) =>
      fullNames(one)
        .filter((name) => name[1] === last)
        .toReversed(),
    )[0]
    return named !== undefined && named[0] !== first
  })
}

interface Rule {
  readonly name: string
  readonly refuses: (one: Case) => NothingFoundReason | null
}

/** The rules that reject a sentence as an answer, however strong the other evidence is. */
export const rules: readonly Rule[] = [
  {
    name: 'a name that is not there',
    refuses: (one) => {
      const absent = absentNames(one)
      return absent.length > 0 ? nameless(one.question, absent) : null
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
