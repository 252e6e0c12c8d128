import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { normalise } from '../../language/tokens/normalise.ts'
import { stopWords } from '../../language/tokens/stop-words.ts'
import { maxTermLength, stem, type Term, termsOf } from '../../language/tokens/terms.ts'
import { type Word, words } from '../../language/tokens/words.ts'

/** A term of a query. */
export interface QueryWord extends Term {
  /** The terms of the compounds that it is part of, written as one word: "plugin" for "plug" in "plug-in". Default: none. */
  readonly closed?: readonly string[]
}

const letters = String.raw`\p{L}[\p{L}\p{M}]*`
const hyphen = String.raw`[-\u2010\u2011]`
const hyphenated = unicodeRegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}])${letters}(?:${hyphen}${letters}){1,3}(?![\p{L}\p{N}\p{M}])`,
  'g',
)

/** The hyphenated words of a text, folded. */
export function hyphenatedWords(text: string): readonly string[] {
  return (text.match(hyphenated) ?? []).map(normalise).filter(({ length }) => length <= maxTermLength)
}

/** Shorter words with a blank between them are rarely a compound. */
const minSpacedLength = 3
const joint = /^[-\u2010\u2011 ]$/u
const joinable = unicodeRegExp(`^${letters}$`)

function isOwnWord({ folded }: Word): boolean {
  return folded.length < minSpacedLength || stopWords.has(folded)
}

/** The content words of a text with the compounds that they may be part of. */
export function termsWithCompounds(text: string): readonly QueryWord[] {
  const all = words(text)
  const terms = termsOf(all)
  const pairs = all.slice(1).flatMap((second, at) => {
    const first = all[at]
    if (first === undefined || !joinable.test(first.folded) || !joinable.test(second.folded)) return []
    const between = text.slice(first.end, second.start)
    if (!joint.test(between)) return []
    // Without a hyphen, function words are words of their own: "a round" is not "around".
    if (between === ' ' && [first, second].some(isOwnWord)) return []
    const closed = stem(first.folded + second.folded)
    // The stemmer removes a second word that looks like an ending: "empire ally".
    if (!closed.startsWith(first.folded + second.folded.slice(0, minSpacedLength))) return []
    return [{ start: first.start, end: second.end, closed }]
  })
  if (pairs.length === 0) return terms
  return terms.map((term) => {
    const closed = pairs.filter(({ start, end }) => start <= term.start && term.end <= end).map((pair) => pair.closed)
    return closed.length === 0 ? term : { ...term, closed }
  })
}
