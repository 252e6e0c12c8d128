import { interjections, isFunctionWord, relatives } from '../../../language/vocabulary/function-words.ts'
import { isPersonNoun } from '../lexicon/person-nouns.ts'
import { findNames, type NamePhrase } from '../parse/name-phrases.ts'
import { type Token, tokenize } from '../parse/tokenize.ts'
import type { Entity } from './entity-index.ts'
import type { ParsedArticle } from './parsed-article.ts'

const sentenceEnd = /^[.!?…]$/
/** Words before ", Marta," that no name explains: "you know, Marta, it is a heron". */
const attention = new Set(
  'you know see listen look yes no well now so okay please sorry thanks thank me us him it here there this that'.split(
    ' ',
  ),
)

/**
 * The people whom spoken words address: "O Marta, it is a heron", "Come here, Marta.", "You know, Marta, it is one". Nobody speaks these
 * words to themselves.
 */
export function addressedIn(words: string, { entities, spelling }: ParsedArticle): ReadonlySet<Entity> {
  const tokens = tokenize(words, [])
  const found = new Set<Entity>()
  for (const name of findNames(tokens, spelling)) {
    if (name.titleOnly || name.possessive || !isAddress(tokens, name)) continue
    const entity = entities.resolve(name.words)
    if (entity !== undefined && !entity.organisation && !entity.place) found.add(entity)
  }
  return found
}

function isAddress(tokens: readonly Token[], { from, to }: NamePhrase): boolean {
  const [before, after] = [tokens[from - 1], tokens[to]]
  const closes = after === undefined || sentenceEnd.test(after.text)
  if (isOpening(tokens, from)) {
    if (after === undefined || after.text === '!' || after.text === '?') return true
    if (before !== undefined && interjections.has(before.lower)) return true
    return (after.text === ',' || after.text === '—' || after.text === '–') && !isApposition(tokens, to)
  }
  if (before?.text !== ',') return false
  const preceding = tokens[from - 2]
  if (preceding === undefined || preceding.capital || isPersonNoun(preceding.lower)) return false
  return closes || (after.text === ',' && attention.has(preceding.lower))
}

/** Whether only interjections and marks come before a token in its sentence: "Well, Marta", "Oh dear, Marta". */
function isOpening(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const token = tokens[at]
    if (token === undefined || sentenceEnd.test(token.text)) return true
    if (token.kind === 'word' && !interjections.has(token.lower) && !attention.has(token.lower)) return false
  }
  return from <= 4
}

/** "Marta, who rows," and "Marta, the pilot," tell about Marta; so does a list: "Marta, Rui and Eva". */
function isApposition(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to + 1]
  if (next === undefined) return false
  if (relatives.has(next.lower) || next.lower === 'the' || next.lower === 'a' || next.lower === 'an') return true
  const following = tokens[to + 2]
  return next.capital && !isFunctionWord(next.lower) && (following?.text === ',' || following?.lower === 'and')
}
