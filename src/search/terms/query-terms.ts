import { sameSpelling, similarity } from '../../language/names/names.ts'
import { overlaps } from '../../language/text/range.ts'
import type { QueryWord } from '../query/compounds.ts'
import { maxQueryTerms } from '../query/query.ts'
import { inverseFrequency, type TermBits, type TermLookup, type WeightedTerm } from './term-statistics.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A distinct term of a query and its possible matches in the indexed texts. */
export interface QueryTerm {
  readonly term: string
  /** As the person typed it, folded. */
  readonly folded: string
  readonly isName: boolean
  /** Whether the index contains the term itself or another spelling of the name. */
  readonly known: boolean
  /** The indexed terms that match this one, the term itself first; empty if nothing is similar. */
  readonly matches: readonly WeightedTerm[]
  /** Inverse document frequency. A term that no text contains has the weight of the rarest. */
  readonly weight: number
}

/** The terms that the terms of a query match, each with the bits of these. */
export function bitsOfTerms(terms: readonly Pick<QueryTerm, 'matches'>[]): Map<string, TermBits> {
  const bitsOf = new Map<string, TermBits>()
  terms.forEach(({ matches }, at) => {
    for (const { term } of matches) bitsOf.set(term, (bitsOf.get(term) ?? 0) | (1 << at))
  })
  return bitsOf
}

/** The number of paragraphs that contain each of some terms; terms that occur in none are missing. */
export function countedFrequencies(
  counted: readonly string[] = [],
  index: Pick<TermLookup, 'frequency'>,
): ReadonlyMap<string, number> {
  const frequencies = counted.map((term) => [term, index.frequency(term)] as const)
  return new Map(frequencies.filter(([, frequency]) => frequency > 0))
}

const variantWeight = 1
const slipWeight = 0.6
const maxTypoCandidates = 6

/** Whether texts write a word that a query has as one in several words: "longterm" is "long-term" there. */
function split(term: QueryWord, index: TermLookup, vocabulary: Vocabulary): readonly QueryWord[] {
  if (index.frequency(term.term) > 0) return [term]
  const parts = vocabulary.parts(term.folded).filter((part) => index.frequency(part) > 0)
  return parts.length === 0 ? [term] : parts.map((part) => ({ ...term, term: part }))
}

function matchesOf(term: QueryWord, index: TermLookup, vocabulary: Vocabulary): WeightedTerm[] {
  const exact = [term.term, ...(term.closed ?? [])].filter((one) => index.frequency(one) > 0)
  const spellings = [...exact, ...vocabulary.variants(term.term)]
  if (spellings.length > 0) return spellings.map((spelling) => ({ term: spelling, weight: variantWeight }))
  const slips = vocabulary.slips(term.folded)
  if (slips.length > 0) return slips.slice(0, maxTypoCandidates).map((slip) => ({ term: slip, weight: slipWeight }))
  return index
    .neighbours(term.term)
    .map((neighbour) => ({ term: neighbour, alike: similarity(term.term, neighbour) }))
    .filter(({ alike }) => alike >= sameSpelling)
    .sort((a, b) => b.alike - a.alike || (a.term < b.term ? -1 : 1))
    .slice(0, maxTypoCandidates)
    .map(({ term: neighbour }) => ({ term: neighbour, weight: slipWeight }))
}

/**
 * The terms without the bigrams that are in no text but overlap with one that is: they span the end of one word and the beginning of the
 * next. No other terms overlap.
 */
function withoutCrossing(terms: readonly QueryWord[], index: TermLookup): readonly QueryWord[] {
  const isKnown = ({ term }: QueryWord) => index.frequency(term) > 0
  return terms.filter((one) => isKnown(one) || !terms.some((other) => overlaps(one, other) && isKnown(other)))
}

/**
 * The distinct terms of a query in query order, at most 12 (the rarest), each with its spellings in the index. A term that is not in the
 * index matches the most similar words, or the terms that begin with it.
 */
export function queryTerms(terms: readonly QueryWord[], index: TermLookup, vocabulary: Vocabulary): QueryTerm[] {
  const spelt = withoutCrossing(terms, index).flatMap((term) => split(term, index, vocabulary))
  const distinct = [...new Map(spelt.map((term) => [term.term, term])).values()]
  const weighed = distinct.map((term) => ({ term, weight: inverseFrequency(index, term.term) }))
  const kept =
    weighed.length <= maxQueryTerms
      ? weighed
      : weighed
          .toSorted((a, b) => b.weight - a.weight)
          .slice(0, maxQueryTerms)
          .sort((a, b) => a.term.start - b.term.start)
  return kept.map(({ term, weight }) => {
    const matches = matchesOf(term, index, vocabulary)
    const slip = matches.every((match) => match.weight < variantWeight)
    const best = matches[0]
    return {
      term: term.term,
      folded: term.folded,
      // A possible typo of a name counts as a name only if it is capitalised.
      isName:
        matches.length > 0
          ? matches.some((match) => vocabulary.isName(match.term)) && (!slip || term.capital)
          : term.capital && term.start > 0,
      known: !slip,
      matches,
      weight: slip && best ? inverseFrequency(index, best.term) : weight,
    }
  })
}
