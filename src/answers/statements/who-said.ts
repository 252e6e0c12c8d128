import type { Range } from '../../language/text/range.ts'
import { normalise } from '../../language/tokens/normalise.ts'
import { stem, terms } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { parseQuery } from '../../search/query.ts'
import type { QueryTerm } from '../../search/query-terms.ts'
import { inverseFrequency } from '../../search/term-statistics.ts'
import { type Answer, maxItems, maxNearest, type QuotationItem } from '../answer/answer.ts'
import { coverage } from '../answer/coverage.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import { statementItem } from './statement-item.ts'

/** The words of a question that only ask, such as "Who said …" or "who called … a …". They are not part of the quotation. */
const asking =
  /^\s*who(?:m|se)?\s+(?:was it (?:that|who)\s+)?(?:has |have |had |was |is |did )?([\p{L}]+)(?:\s+(?:that|of|about))?\s+/iu
const quoted = /["\u201c\u201d\u201e\u00ab\u00bb]([^"\u201c\u201d\u201e\u00ab\u00bb]{2,})["\u201c\u201d\u00ab\u00bb]/u

/** Verbs of speech that only ask. Any other verb after "who" ("called", "praised") is part of the search. */
const speechVerbs = new Set(
  'say said tell told state stated speak spoke talk talked write wrote ask asked think thought claim claimed declare declared announce announced mention mentioned explain explained add added warn warned insist insisted argue argued'
    .split(' ')
    .map(stem),
)

function wordsSaid(input: string): string {
  const match = asking.exec(input)
  const verb = match?.[1]
  if (match === null || verb === undefined) return input
  const rest = input.slice(match[0].length)
  if (rest.trim() === '') return input
  return speechVerbs.has(stem(normalise(verb))) ? rest : `${verb} ${rest}`
}

/**
 * Shares of weight: how much of the query is in the quotation, how much is in its sentences, and how much of the quotation is in the query.
 */
interface Shares {
  readonly inside: number
  readonly around: number
  readonly ofQuotation: number
}

function shares(generation: Generation, query: readonly QueryTerm[], { termSet, aroundTerms }: Utterance): Shares {
  const asked = new Set(query.flatMap(({ matches }) => matches.map(({ term }) => term)))
  let own = 0
  let ofQuotation = 0
  for (const term of termSet) {
    const weight = inverseFrequency(generation.statistics, term)
    own += weight
    if (asked.has(term)) ofQuotation += weight
  }
  return {
    inside: coverage(query, termSet),
    around: coverage(query, aroundTerms),
    ofQuotation: own === 0 ? 0 : ofQuotation / own,
  }
}

/** If most of their weight is in the quotation, the words are from it. */
const minInsideCoverage = 0.6
/** A short quotation matches if the words contain nearly all of it and its sentence contains most of the other words. */
const minQuotationShare = 0.8
const minContextCoverage = 0.7

function isMeant({ inside, around, ofQuotation }: Shares): boolean {
  return inside >= minInsideCoverage || (ofQuotation >= minQuotationShare && around >= minContextCoverage)
}

/** The share of adjacent query words, function words included, that are also adjacent in the quotation, 0 to 1. */
function inOrder(asked: readonly string[], { content }: Utterance): number {
  if (asked.length < 2) return 0
  const said = words(content.text).map(({ folded }) => folded)
  const pairs = new Set(said.slice(1).map((word, at) => `${said[at]} ${word}`))
  const found = asked.slice(1).filter((word, at) => pairs.has(`${asked[at]} ${word}`)).length
  return found / (asked.length - 1)
}

function matchedRanges(utterance: Utterance, query: readonly QueryTerm[]): Range[] {
  const wanted = new Set(query.flatMap(({ matches }) => matches.map(({ term }) => term)))
  const { start, end, text } = utterance.content
  return terms(text)
    .filter(({ term }) => wanted.has(term))
    .map((term) => ({ start: term.start + start, end: Math.min(term.end + start, end) }))
}

/**
 * Finds who said these words, which may be misspelt, incomplete or another translation: the sentences with the quotation, its speaker, and
 * every place that has it. Words that the articles have only outside quotations count as not found.
 * @throws QueryError if the words cannot be searched for.
 */
export async function whoSaid(generation: Generation, input: string): Promise<Answer<QuotationItem>> {
  const { text } = parseQuery(input)
  const said = parseQuery(wordsSaid(text))
  const askedWords = words(said.text).map(({ folded }) => folded)
  const result = await generation.index.search({ terms: said.terms, limit: maxNearest })
  const query = result.terms
  const quotedWords = normalise(quoted.exec(text)?.[1] ?? '').trim()
  const base = { generation: generation.id, articles: generation.articles.length }
  const scoreOf = (utterance: Utterance): number => {
    const found = shares(generation, query, utterance)
    const literal = quotedWords !== '' && normalise(utterance.content.text).includes(quotedWords)
    if (!isMeant(found) && !(literal && found.around >= minContextCoverage)) return 0
    const order = inOrder(askedWords, utterance)
    return found.inside + 0.5 * found.ofQuotation + 0.25 * found.around + 0.5 * order + (literal ? 1 : 0)
  }
  const matches = generation.statements
    .map((statement) => statement.filter(({ form }) => form !== 'reported'))
    .filter((statement) => statement.length > 0)
    .map((statement) => {
      const scored = statement.map((utterance) => ({ utterance, score: scoreOf(utterance) }))
      const best = scored.reduce((most, other) => (other.score > most.score ? other : most))
      return { ...best, others: statement.filter((utterance) => utterance !== best.utterance) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  if (matches.length === 0) {
    const nearest = nearestPassages(generation, result)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      instead: null,
      reason: { code: 'not-quoted' },
      nearest,
    })
  }
  const items = matches
    .slice(0, maxItems)
    .map(({ utterance, others }) => statementItem(generation, utterance, others, matchedRanges(utterance, query)))
  return verify(generation, { ...base, status: 'answered', items, total: matches.length })
}
