import type { Range } from '../../../language/text/range.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { relatedWords } from '../../../language/vocabulary/related-words.ts'
import { wordVectors } from '../../../language/vocabulary/word-vectors.ts'
import type { SearchResult } from '../../../search/paragraph-index.ts'
import type { Query } from '../../../search/query/query.ts'
import type { QueryTerm } from '../../../search/terms/query-terms.ts'
import { adjacentFunctionWords } from './adjacent-function-words.ts'
import { type Roles, rolesOf } from './agent-patient.ts'
import { type AnswerType, answerType } from './answer-type.ts'
import type { AskedTime } from './asked-times.ts'
import { focusNoun } from './focus-noun.ts'
import { isNegated } from './is-negated.ts'
import { isLightVerb, isLightWord } from './light-words.ts'
import type { PhrasalVerb } from './phrasal-verbs.ts'
import { relatedTerms } from './verb-classes.ts'

/** A term of the question that a term of the texts matches, and the weight of the match. */
export interface Asked {
  readonly asked: number
  readonly strength: number
}

/** A parsed question. */
export interface Question extends Roles {
  readonly text: string
  /** `text` in lower case. */
  readonly folded: string
  readonly terms: readonly QueryTerm[]
  /** The position of each term in `text`. */
  readonly places: readonly Range[]
  /** The sum of the terms' weights. */
  readonly totalWeight: number
  /** The terms of the texts that match a term of the question, related words included. */
  readonly lookup: ReadonlyMap<string, readonly Asked[]>
  /** Whether the question denies something. */
  readonly negated: boolean
  /** The function words before and after each term, if the question has them. */
  readonly functionWordsOf: readonly (readonly [string | null, string | null])[]
  readonly type: AnswerType
  /** The term of the noun that is counted or chosen: "drones" in "how many drones", "countries" in "which countries". */
  readonly focus: string | null
  /** The terms other than names that say what the question is about. A light verb is included only if there is no other such term. */
  readonly content: readonly string[]
  /** The years and months that the answers are limited to. */
  readonly times: readonly AskedTime[]
}

/**
 * How rare a word is in English, 0 to 1: the logarithm of its rank among the commonest stems, as a share of that of the rarest. In a small
 * folder, "please" and "whether" would otherwise weigh as much as what the question is about.
 */
function englishRarity(term: string): number {
  const { placeOf, stems } = wordVectors()
  const place = placeOf(term)
  if (place < 0) return 1
  return (Math.log(place + firstRank) / Math.log(stems.length + firstRank)) ** rarityPower
}

const firstRank = 10
/** Of the powers 0, 0.5 and 1, this one ranks best. */
const rarityPower = 0.5

/** The weight of a word of the same verb class, relative to the word itself. */
const classStrength = 0.6
/** The weight of another verb for a phrasal verb, relative to the one that is searched for. */
const phraseStrength = 0.8
/** The share of its weight that a word keeps if answers often omit it. */
const lightShare = 0.15
/** The maximum weight of a related word. */
const maxRelatedShare = 0.8

function lookupOf(
  terms: readonly QueryTerm[],
  frequencies: ReadonlyMap<string, number>,
  phrases: readonly PhrasalVerb[],
): Map<string, Asked[]> {
  const found = new Map<string, Asked[]>()
  const add = (term: string, asked: number, strength: number) => {
    const known = found.get(term)
    if (known === undefined) found.set(term, [{ asked, strength }])
    else if (!known.some((entry) => entry.asked === asked)) known.push({ asked, strength })
  }
  terms.forEach(({ matches }, asked) => {
    for (const { term, weight } of matches) add(term, asked, weight)
  })
  terms.forEach(({ term, folded }, asked) => {
    const phrase = phrases.find(({ stems }) => stems.includes(term) && folded.includes(' '))
    if (phrase === undefined) return
    for (const other of [...phrase.stems, ...phrase.words])
      if (frequencies.has(other)) add(other, asked, phraseStrength)
  })
  terms.forEach(({ term, isName }, asked) => {
    if (isName) return
    for (const other of relatedTerms(term)) if (frequencies.has(other)) add(other, asked, classStrength)
    for (const { stem: other, strength } of relatedWords(term)) {
      if (frequencies.has(other)) add(other, asked, Math.min(maxRelatedShare, strength))
    }
  })
  return found
}

const kindWord =
  /\b(?:what|which)\s+(?:(?:other|different)\s+)?(countr(?:y|ies)|nations?|cit(?:y|ies)|places?|persons?|year|day|date|month|time|percentage|number|amount|kinds?|types?)\b|\bhow\s+(long|old|far|tall|high|big|large|often|fast|deep|heavy|wide|close|many\s+times)\b|\b(date|time|price|cost|age)\??$|\bwhat(?:'s| is| was| are| were)\s+the\s+(?:full\s+|first\s+|last\s+)?(names?|purpose|goal|aim|reason|cause)\b/i

/** The term of the word that names the kind of thing asked for. An answer need not repeat it. */
function kindOf(text: string): string | null {
  const found = kindWord.exec(text)
  const word = found?.slice(1).find((part) => part !== undefined)
  return word === undefined ? null : stem(word.toLowerCase())
}

const severalCountries = /\b(?:countries|nations)\b/i

/** Whether a question asks for more than one country. */
export function asksForSeveralCountries({ type, text }: Question): boolean {
  return type === 'country' && severalCountries.test(text)
}

/** The minimum number of spans of the type asked for in an answer. */
export function minSpans(question: Question): number {
  return asksForSeveralCountries(question) ? 2 : 1
}

/** Synonyms of a query's terms. In a question they match like the terms themselves if the texts contain them. */
export function relatedToTerms({ terms }: Query): readonly string[] {
  const related = terms.flatMap(({ term }) => [...relatedTerms(term), ...relatedWords(term).map(({ stem }) => stem)])
  return [...new Set(related)]
}

/** Parses a question, given the search result for its terms, which includes the frequencies of related words. */
export function analyseQuestion(
  query: Query,
  { terms: asked, documentFrequencies }: Pick<SearchResult, 'terms' | 'documentFrequencies'>,
  { phrases, times }: { readonly phrases: readonly PhrasalVerb[]; readonly times: readonly AskedTime[] },
): Question {
  const kind = kindOf(query.text)
  // Words with little meaning get little weight, unless the question has no others.
  const carries = ({ term, isName }: QueryTerm) => !isName && term !== kind && !isLightWord(term)
  const lightCarries = !asked.some(carries)
  const counts = (term: QueryTerm) => term.isName || carries(term) || (lightCarries && isLightVerb(term.term))
  const terms = asked.map((term) => {
    const weight = term.weight * (term.isName ? 1 : englishRarity(term.term))
    return { ...term, weight: counts(term) ? weight : weight * lightShare }
  })
  const places = terms.map(({ term }) => query.terms.find((other) => other.term === term))
  const positions = new Map(query.terms.map(({ term, start }) => [term, start]))
  const focus = focusNoun(query.text)
  const focusTerm = focus === null ? null : stem(focus)
  const roles = rolesOf(query.text, asked, positions, focusTerm)
  return {
    ...roles,
    verb: roles.verb !== null && (lightCarries || !isLightVerb(roles.verb)) ? roles.verb : null,
    text: query.text,
    folded: query.text.toLowerCase(),
    terms,
    places: places.map((place) => ({ start: place?.start ?? 0, end: place?.end ?? 0 })),
    totalWeight: terms.reduce((sum, { weight }) => sum + weight, 0),
    negated: isNegated(query.text),
    functionWordsOf: places.map((place) =>
      place === undefined ? [null, null] : adjacentFunctionWords(query.text, place),
    ),
    lookup: lookupOf(terms, documentFrequencies, phrases),
    type: answerType(query.text, focus),
    focus: focusTerm,
    content: terms.filter((term) => !term.isName && counts(term)).map(({ term }) => term),
    times,
  }
}
