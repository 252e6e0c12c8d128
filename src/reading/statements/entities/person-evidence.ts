import { auxiliaryWords, determinerWords, prepositions } from '../../../language/vocabulary/function-words.ts'
import { isPersonNoun } from '../lexicon/person-nouns.ts'
import type { NamePhrase } from '../parse/name-phrases.ts'
import { isPossessive } from '../parse/name-phrases.ts'
import type { Token } from '../parse/tokenize.ts'

/** How far after a name to look for "its", and for the noun of an apposition, in tokens. */
const maxPronounTokens = 6
const maxAppositionTokens = 5

/** What the words around a name show: 1 for a person ("coach Ana Lima", "Ana Lima, 52,"), 1 for a thing ("the Herald", "Acme, which"). */
export function kindEvidence(
  tokens: readonly Token[],
  { from, core, to, words }: NamePhrase,
): { readonly human: number; readonly thing: number } {
  const before = tokens[from - 1]
  if (core === from && before?.kind === 'word' && isPersonNoun(before.lower) && !isPossessive(tokens, from - 1))
    return { human: 1, thing: 0 }
  if (isDescribedAsPerson(tokens, to)) return { human: 1, thing: 0 }
  const isDetermined = core === from && /^(?:the|its)$/.test(before?.lower ?? '') && endsPhrase(tokens[to])
  return { human: 0, thing: isDetermined || (words.length > 0 && isDescribedAsThing(tokens, to)) ? 1 : 0 }
}

/** "the Lima campaign" has a noun after the name, "the Herald said" has none. */
const endsPhrase = (next: Token | undefined): boolean =>
  next === undefined ||
  next.kind !== 'word' ||
  auxiliaryWords.has(next.lower) ||
  prepositions.has(next.lower) ||
  /ed$|^(?:said|told|wrote)$/.test(next.lower)

/** "Ana Lima, 52,", "Ana Lima, who", "Ana Lima who", "Ana Lima, a nurse". */
function isDescribedAsPerson(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.lower === 'who') return true
  if (tokens[to]?.text !== ',') return false
  const first = tokens[to + 1]?.lower ?? ''
  if (first === 'who' || first === 'whose') return true
  if (/^\d{1,3}$/.test(first) && tokens[to + 2]?.text === ',') return true
  if (!determinerWords.has(first)) return false
  for (let at = to + 2; at <= to + maxAppositionTokens; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || prepositions.has(token.lower)) return false
    if (isPersonNoun(token.lower)) return !isPossessive(tokens, at + 1)
  }
  return false
}

/** "Acme, which" and "Acme sacked its coach". */
function isDescribedAsThing(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.text === ',' && tokens[to + 1]?.lower === 'which') return true
  for (let at = to; at < to + maxPronounTokens; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || token.capital) return false
    if (token.lower === 'its') return true
  }
  return false
}
