import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import { type QueryWord, termsWithCompounds } from './compounds.ts'
import { QueryError } from './query-error.ts'

/** The longest query, in UTF-16 units. */
export const maxQueryLength = 300
/** The maximum number of distinct terms of a query that are searched. */
export const maxQueryTerms = 12

/** A cleaned query and its content words, including repeats. */
export interface Query {
  readonly text: string
  readonly terms: readonly QueryWord[]
}

const letterOrDigit = unicodeRegExp(String.raw`[\p{L}\p{N}]`)

/**
 * Validates and cleans what a user typed, for a search by content words. Every search by words starts here.
 * @throws QueryError if it is empty, is over 300 characters long, or has no content word.
 */
export function parseQuery(input: string): Query {
  const query = parseWords(input)
  if (query.terms.length === 0) {
    throw new QueryError('only-function-words', fixedText('query.only-function-words'))
  }
  return query
}

/**
 * The same for a search for exact words, which may all be function words.
 * @throws QueryError if it is empty, is over 300 characters long, or has no word.
 */
export function parseWords(input: string): Query {
  const text = plainLine(input)
  if (text === '') throw new QueryError('empty', fixedText('query.empty'))
  if (text.length > maxQueryLength) {
    throw new QueryError('too-long', fixedText('query.too-long', { length: text.length, max: maxQueryLength }))
  }
  if (!letterOrDigit.test(text)) {
    throw new QueryError('no-words', fixedText('query.no-words'))
  }
  return { text, terms: termsWithCompounds(text) }
}
