import type { Sentence } from '../../../../language/analysis/sentence.ts'
import type { Range } from '../../../../language/text/range.ts'
import type { Vocabulary } from '../../../../search/terms/vocabulary.ts'
import type { Question } from '../../question/parse-question.ts'
import type { Match } from '../../retrieve/term-match.ts'

const roleAndName =
  /^(?:\s(?:of|in|at|for|from)\s(?:the\s)?(?:\p{Lu}[\p{L}'\u2019-]*\s?)+)?[\s,\u2014-]*(?:(?:the|a|an|whose name is|is|was|named|called|identified as)\s+)*$/u
const plainBetween = /^[\s,(\p{L}\p{M}'\u2019-]*$/u
const roleWords = new Set(['', 'is', 'was', 'the', 'a', 'an', 'new', 'former', 'country', 'nation'])
const startsUpper = /^\p{Lu}/u

/** Whether only commas, function words and capitalised words are between a name and its role (", an Estonian "). */
function leadsToRole(between: string): boolean {
  return (
    plainBetween.test(between) &&
    between.split(/[\s,(]+/).every((word) => roleWords.has(word) || startsUpper.test(word))
  )
}

/** The noun that a question asks for the name of. */
export function nounOf(question: Question): string | null {
  return headOf(question)?.term ?? null
}

const nameOf =
  /\bname of (?:(?:the|an?|his|her|their|its)\s)?([\p{L}\s-]+?)(?=\s(?:who|whose|that|which|of|in|on|at|from|for|with)\b|[?.,]|$)/iu
const whoIs =
  /^who(?:['\u2019]s| is| was| are| were) (?:the |an? )?(?:new |former |current )?([\p{L}\s-]+?)(?=\s(?:of|in|at|for|from)\b|[?.,]|$)/iu

/** The term of the noun that a name is asked for: the last word of the noun phrase after "name of" or "who is the". */
function headOf({ terms, text, places }: Question) {
  const found = nameOf.exec(text) ?? whoIs.exec(text)
  const end = found === null ? text.length : found.index + found[0].length
  return terms.filter(({ isName }, at) => !isName && (places[at]?.end ?? 0) <= end).at(-1)
}

const closeEnough = 120

/** Whether a name is next to the noun whose name is asked for: "engineer Ann Li", "Ann Li, a Danish engineer". */
export function namesTheNoun(question: Question, { terms, text }: Sentence, vocabulary: Vocabulary): boolean {
  const head = headOf(question)
  if (head === undefined) return false
  const asked = new Set(question.terms.flatMap(({ matches }) => matches.map(({ term }) => term)))
  const isNew = (term: string) => !term.startsWith('@') && vocabulary.isName(term) && !asked.has(term)
  const heads = terms.filter(({ term }) => head.matches.some((match) => match.term === term))
  return terms.some(
    ({ term, capital, start, end }) =>
      capital &&
      isNew(term) &&
      heads.some(
        (noun) =>
          Math.abs(noun.start - start) <= closeEnough &&
          (noun.end <= start
            ? roleAndName.test(text.slice(noun.end, start))
            : leadsToRole(text.slice(end, noun.start))),
      ),
  )
}

const preposition =
  /\b(?:in|at|on|to|from|by|with|against|for|of|between|and|near|across|over|into|about|than)\s+(?:the\s+)?(?:[\p{Lu}][\p{L}'\u2019-]*\s+)*$/u
const nextWord = /^\s+(\p{Ll}[\p{L}-]*)/u
// Past and present forms that do not end in -ed and often follow the agent directly in news text.
const verbForms = new Set(
  (
    'is was has had will would did does said says told sent shot hit struck won lost met made took gave began built bought ' +
    'sold held kept left led put set cut fell rose got went came became found fought broke brought thought knew saw wrote'
  ).split(' '),
)
const isVerb = (word: string) => word.endsWith('ed') || verbForms.has(word)

/** The names in agent position in a sentence: not after a preposition, not possessive, and directly before a verb. */
function doers({ text, terms }: Sentence): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { term, start, end, capital } of terms) {
    if (!capital || preposition.test(text.slice(Math.max(0, start - 60), start))) continue
    const next = nextWord.exec(text.slice(end))?.[1]
    if (next !== undefined && isVerb(next)) found.add(term)
  }
  return found
}

const betweenDoerAndVerb = /^(?:\s+\p{Ll}[\p{L}'\u2019-]*){0,3}\s+$/u
/** An article and a name before a noun, which make the name part of the noun phrase: "a White House meeting". */
const inNounPhrase = /\b(?:an?|this|that|his|her|its|their)\s+(?:[\p{Lu}][\p{L}'\u2019-]*\s+)*$/u
const eventNoun = /(?:ing|ings|tion|tions|ment|ments|ance|ances)$/u

/** Whether the word at a place is a noun for an event, so that a name before it is not an agent. */
const isNounWithName = (text: string, { start, end }: Range): boolean =>
  eventNoun.test(text.slice(start, end)) || inNounPhrase.test(text.slice(Math.max(0, start - 60), start))

const byDoer = /^\s+by\s+(?:the\s+)?$/

/**
 * The name directly before the question's verb in a sentence, function words aside, or directly after "by" if that follows the verb; null
 * if the verb is missing or has no such name. Verbs that may mean the same count as the verb.
 */
export function agentOf(
  { verb, terms: asked }: Question,
  { text, terms }: Sentence,
  { matched }: Match,
): string | null {
  const found = matched.find((match) => asked[match.asked]?.term === verb)
  const place = found === undefined ? undefined : terms[found.at]
  if (found === undefined || place === undefined) return null
  const next = terms[found.at + 1]
  if (next?.capital && byDoer.test(text.slice(place.end, next.start))) return next.term
  if (isNounWithName(text, place)) return null
  const before = terms[found.at - 1]
  return before?.capital && betweenDoerAndVerb.test(text.slice(before.end, place.start)) ? before.term : null
}

/** Whether a sentence says that the question's patient did to somebody what the question's verb says. */
export function saysTheReverse(question: Question, sentence: Sentence, match: Match): boolean {
  const { agents, patients } = question
  const doer = agents.size === 0 || patients.size === 0 ? null : agentOf(question, sentence, match)
  return doer !== null && patients.has(doer) && !agents.has(doer)
}

/** Whether a sentence reverses the roles of the question: the question's patient is the agent, and the question's agent is not. */
export function rolesReversed(question: Question, sentence: Sentence, match: Match): boolean {
  const { agents, patients, verb, terms } = question
  if (agents.size === 0 || patients.size === 0) return false
  const doer = agentOf(question, sentence, match)
  if (doer !== null) return patients.has(doer) && !agents.has(doer)
  if (match.matched.some(({ asked }) => terms[asked]?.term === verb)) return false
  const did = doers(sentence)
  return [...patients].some((name) => did.has(name)) && ![...agents].some((name) => did.has(name))
}
