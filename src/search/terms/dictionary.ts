import { once } from '../../resources/once.ts'
import { fieldNames, type StoredIndex } from '../postings/stored-index.ts'
import { nearbyTerms } from './nearby-terms.ts'
import type { TermLookup } from './term-statistics.ts'

/** An index without its postings: its terms, how many paragraphs contain each, and the lengths of paragraphs. Every process has it in memory. */
export type StoredDictionary = Omit<StoredIndex, 'keys' | 'occurrences'>

/** The dictionary of an index. */
export function dictionaryOf({ keys: _, occurrences: __, ...dictionary }: StoredIndex): StoredDictionary {
  return dictionary
}

/** Looks up terms. */
export interface Dictionary extends StoredDictionary, TermLookup {
  /** The place of a term among all terms, or -1. */
  placeOf(term: string): number
}

export function openDictionary(stored: StoredDictionary): Dictionary {
  const places = new Map(stored.terms.map((term, place) => [term, place]))
  const placeOf = (term: string) => places.get(term) ?? -1
  const frequency = (term: string) => stored.counts[placeOf(term) * fieldNames.length] ?? 0
  const nearby = once(() => nearbyTerms(stored.terms.filter((term) => frequency(term) > 0)))
  return { ...stored, placeOf, frequency, neighbours: (term) => nearby()(term) }
}
