import type { Sentence } from '../../reading/read-sentences.ts'
import type { QueryTerm } from '../../search/query-terms.ts'
import type { Vocabulary } from '../../search/vocabulary.ts'
import type { Candidate } from './candidates.ts'
import type { AnswerType, Question } from './question.ts'

/** How much of a query term a set of terms holds: 1, the weight of a slip, or 0. */
export function held(terms: ReadonlySet<string>, { matches }: QueryTerm): number {
  let most = 0
  for (const { term, weight } of matches) if (weight > most && terms.has(term)) most = weight
  return most
}

/** The share of the question's weight whose terms a set of terms holds, 0 to 1. */
export function coverage(question: readonly QueryTerm[], terms: ReadonlySet<string>): number {
  let all = 0
  let found = 0
  for (const term of question) {
    all += term.weight
    found += term.weight * held(terms, term)
  }
  return all === 0 ? 0 : found / all
}

const reasonCue =
  /\b(?:because|since|as a result|due to|owing to|so that|in order to|so as to|in a bid to|aim(?:ed|ing|s)? (?:at|to)|after|amid|following|over|for (?:fear|the)|thanks to|therefore|caused|led to|to (?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|my\b|be\b)[a-z]+|in response|tit-for-tat|as (?:they|it|he|she|the)|meant to|intended to|designed to)\b/i
const placeCue = /\b(?:in|at|near|from|to|outside|inside|across|on)\s+(?:the\s+)?(?:\p{Lu}[\p{L}'\u2019-]+)/u
const describes = /\b(?:is|was|are|were|the|a|an|of|,)\s/i

const wholeContinents = new Set(['@eu', '@un', '@europe', '@africa', '@asia'])

/** Countries that a sentence names and the question does not. */
export function newCountries(question: Question, { termSet }: Sentence): number {
  const asked = new Set(question.terms.map(({ term }) => term))
  return [...termSet].filter((term) => term.startsWith('@') && !wholeContinents.has(term) && !asked.has(term)).length
}

const roleAndName = /^[\s,\u2014-]*(?:(?:the|a|an|whose name is|is|was|named|called|identified as)\s+)*$/
const nameAndRole = /^,?\s*(?:\(?|is|was|the|a|an|new|former|country|nation|\p{Lu}[\p{L}'\u2019-]*|\s)*$/u

/** Whether a name stands right by the noun whose name is asked for: "diplomat Ann Li", "Ann Li, an Estonian diplomat". */
function namesTheNoun(question: Question, { terms, text }: Sentence, vocabulary: Vocabulary): boolean {
  const head = question.terms.filter(({ isName }) => !isName).at(-1)
  if (head === undefined) return false
  const asked = new Set(question.terms.flatMap(({ matches }) => matches.map(({ term }) => term)))
  const isNew = (term: string) => !term.startsWith('@') && vocabulary.isName(term) && !asked.has(term)
  const heads = terms.filter(({ term }) => head.matches.some((match) => match.term === term))
  return terms.some(
    ({ term, capital, start, end }) =>
      capital &&
      isNew(term) &&
      heads.some((noun) =>
        noun.end <= start
          ? roleAndName.test(text.slice(noun.end, start))
          : nameAndRole.test(text.slice(end, noun.start)),
      ),
  )
}

/** The names in a sentence that are neither countries nor in the question. */
function newNames(question: Question, { terms, dates }: Sentence, vocabulary: Vocabulary): number {
  const asked = new Set(question.terms.flatMap(({ term, matches }) => [term, ...matches.map((match) => match.term)]))
  return terms.filter(
    ({ term, capital, start, end }) =>
      capital &&
      start > 0 &&
      !term.startsWith('@') &&
      vocabulary.isName(term) &&
      !asked.has(term) &&
      !dates.some((date) => date.start < end && start < date.end),
  ).length
}

const typeTests: Readonly<
  Record<AnswerType, (question: Question, sentence: Sentence, vocabulary: Vocabulary) => boolean>
> = {
  person: (question, sentence, vocabulary) => newNames(question, sentence, vocabulary) > 0,
  name: namesTheNoun,
  country: (question, sentence) => newCountries(question, sentence) > 0,
  place: (_, sentence) => placeCue.test(sentence.text),
  date: (_, sentence) => sentence.dates.length > 0,
  figure: (_, sentence) => sentence.figures.length > 0,
  reason: (_, sentence) => reasonCue.test(sentence.text),
  definition: (_, sentence) => describes.test(sentence.text),
  'yes-no': () => true,
  thing: () => true,
}

/** Whether a sentence holds the type of thing that a question asks for, and not only what the question already says. */
export function holdsType(question: Question, sentence: Sentence, vocabulary: Vocabulary): boolean {
  return typeTests[question.type](question, sentence, vocabulary)
}

const preposition =
  /\b(?:in|at|on|to|from|by|with|against|for|of|between|and|near|across|over|into|about|than)\s+(?:the\s+)?(?:[\p{Lu}][\p{L}'\u2019-]*\s+)*$/u
const nextWord = /^\s+(\p{Ll}[\p{L}-]*)/u
// Past and present forms that do not end in -ed and that news text has right behind the one who did it.
const verbForms = new Set(
  (
    'is was has had will would did does said says told sent shot hit struck won lost met made took gave began built bought ' +
    'sold held kept left led put set cut fell rose got went came became found fought broke brought thought knew saw wrote'
  ).split(' '),
)
const isVerb = (word: string) => word.endsWith('ed') || verbForms.has(word)

/** The names of a sentence that stand where a doer stands: not behind a preposition, not possessive, a verb's word right behind. */
function doers({ text, terms }: Sentence): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { term, start, end, capital } of terms) {
    if (!capital || preposition.test(text.slice(Math.max(0, start - 60), start))) continue
    const next = nextWord.exec(text.slice(end))?.[1]
    if (next !== undefined && isVerb(next)) found.add(term)
  }
  return found
}

/**
 * The name that stands nearest before the question's verb in a sentence, or behind it after "by"; null where the verb
 * is absent or no name does it.
 */
function doerOf({ verb, terms: asked }: Question, { text, terms }: Sentence): string | null {
  const wanted = asked.find(({ term }) => term === verb)
  const at = terms.findIndex(({ term }) => wanted?.matches.some((match) => match.term === term))
  const found = terms[at]
  if (found === undefined) return null
  const next = terms[at + 1]
  if (next?.capital && /^\s+by\s+(?:the\s+)?$/.test(text.slice(found.end, next.start))) return next.term
  return terms[at - 1]?.capital ? (terms[at - 1]?.term ?? null) : null
}

/** Whether a sentence tells that the one whom the question has suffer it did it, and not the one whom the question has do it. */
export function rolesReversed(question: Question, sentence: Sentence): boolean {
  const { agents, patients } = question
  if (agents.size === 0 || patients.size === 0) return false
  const doer = doerOf(question, sentence)
  if (doer !== null && patients.has(doer)) return true
  if (doer !== null && agents.has(doer)) return false
  const did = doers(sentence)
  return [...patients].some((name) => did.has(name)) && ![...agents].some((name) => did.has(name))
}

/** Whether a sentence holds nothing of a question but names and light verbs, where the question asks about more. */
export function holdsOnlyNames({ terms, content }: Question, { termSet }: Sentence): boolean {
  return content.length > 0 && terms.every((term) => !content.includes(term.term) || held(termSet, term) === 0)
}

/** Whether a candidate's paragraph, or what stands shortly before it, holds a name. */
export function namedNearby(candidate: Candidate, inParagraph: ReadonlySet<string>, name: QueryTerm): boolean {
  return held(inParagraph, name) > 0 || held(candidate.before, name) > 0
}

/** The terms of a candidate's paragraph and of what stands over it. */
export function contextTerms({ siblings }: Candidate): ReadonlySet<string> {
  const all = new Set<string>()
  for (const { termSet } of siblings) for (const term of termSet) all.add(term)
  return all
}
