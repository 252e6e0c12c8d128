import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { countryOf } from '../../../language/vocabulary/countries.ts'
import {
  auxiliaryWords,
  determinerWords,
  interjections,
  isFunctionWord,
  nameParticles,
} from '../../../language/vocabulary/function-words.ts'
import { nounKind } from '../../../language/vocabulary/noun-kinds.ts'
import { isVerbStem } from '../../../language/vocabulary/verbs.ts'
import { genderOfFirstName } from '../lexicon/first-names.ts'
import { isPersonNoun } from '../lexicon/person-nouns.ts'
import { singular } from '../lexicon/singular.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isHonorific, isOrganisationWord, isPortfolio, isTitle } from '../lexicon/titles.ts'
import type { Token } from './tokenize.ts'

/** A capitalised phrase: `from`..`to` are token indexes of the whole phrase (end exclusive); the name without titles starts at `core`. */
export interface NamePhrase {
  readonly from: number
  readonly core: number
  readonly to: number
  readonly words: readonly string[]
  /** True if it has only titles ("the Secretary of State"). */
  readonly titleOnly: boolean
  readonly organisation: boolean
  readonly possessive: boolean
}

const nameSuffix = /^(?:jr|sr|ii|iii|iv)\.?$/
const joiners = new Set(['of', 'for', '&', 'and', 'the'])
/** A longer run of capitalised words, in tokens, is a headline rather than a name. */
const maxNameTokens = 16
/** The words of a name are at most this many characters apart. */
const maxGap = 2
const letters = unicodeRegExp(String.raw`\p{L}`)

/** An article's spelling in lower case, needed to interpret a capital at the start of a sentence. */
export interface Spelling {
  readonly lower: ReadonlySet<string>
  /** Words that are capitalised inside a sentence. */
  readonly capital: ReadonlySet<string>
}

/** Whether the token at an index can be part of a name. */
function isNameWord(tokens: readonly Token[], at: number, seen: Spelling): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || !token.capital || !letters.test(token.text)) return false
  const { lower } = token
  if (!token.initial) return !isFunctionWord(lower) || lower === 'will' || lower === 'may'
  if (isFunctionWord(lower) || interjections.has(lower)) return false
  if (!seen.capital.has(lower) && opensClause(lower, tokens[at + 1])) return false
  if (!seen.lower.has(lower) || isTitle(lower)) return true
  // "Small businesses" and "Small, who owns one,": the next word distinguishes the adjective from the name.
  const next = tokens[at + 1]
  return seen.capital.has(lower) && next !== undefined && (next.kind === 'mark' || isVerbal(next.lower))
}

/** A verb at the start of a sentence: "Rebuilding it will cost", "Ask the mayor". */
function opensClause(lower: string, next: Token | undefined): boolean {
  if (next === undefined || next.kind !== 'word' || next.capital) return false
  return determinerWords.has(next.lower) || next.lower === 'it' || (lower.endsWith('ing') && !isVerbal(next.lower))
}

const isVerbal = (lower: string): boolean => auxiliaryWords.has(lower) || cueStrength(lower) === 'speech'

/** Finds the capitalised phrases of a paragraph's tokens, from left to right. */
export function findNames(tokens: readonly Token[], seen: Spelling): readonly NamePhrase[] {
  const found: NamePhrase[] = []
  let at = 0
  while (at < tokens.length) {
    if (!isNameWord(tokens, at, seen)) {
      at++
      continue
    }
    const to = phraseEnd(tokens, at, seen)
    found.push(phrase(tokens, at, to, seen))
    at = to
  }
  return found
}

function phraseEnd(tokens: readonly Token[], from: number, seen: Spelling): number {
  let to = from + 1
  while (to - from < maxNameTokens) {
    const step = stepOver(tokens, from, to, seen)
    if (step === 0) break
    to += step
  }
  return to
}

/** How many tokens at `to` continue the phrase from `from`: a name word, "de la" + one, "of the" + one. */
function stepOver(tokens: readonly Token[], from: number, to: number, seen: Spelling): number {
  if (continues(tokens, to, seen)) return 1
  const lower = tokens[to]?.lower ?? ''
  if (nameParticles.has(lower)) {
    if (continues(tokens, to + 1, seen)) return 2
    return nameParticles.has(tokens[to + 1]?.lower ?? '') && continues(tokens, to + 2, seen) ? 3 : 0
  }
  if (lower !== 'of') return 0
  const next = tokens[to + 1]?.lower === 'the' ? to + 2 : to + 1
  const office = isTitle(tokens[to - 1]?.lower ?? '') && isPortfolio(tokens[next]?.lower ?? '')
  const body = office || tokens.slice(from, to).some((token) => isOrganisationWord(token.lower))
  return body && continues(tokens, next, seen) ? next + 1 - to : 0
}

function continues(tokens: readonly Token[], at: number, seen: Spelling): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  // Where a parenthesis was left out, the words do not belong together: "Ana Lima (R-Utah) May 3".
  if (token === undefined || token.initial || (before !== undefined && token.start - before.end > maxGap)) return false
  return isNameWord(tokens, at, seen)
}

const surnamePattern = new Set('king pope dean bishop judge prince major cardinal page'.split(' '))

/** King, Pope and Dean are titles as well as surnames: they are surnames at the end of a name without another title before them. */
function isSurname(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  if (at === from || at + 1 < to || !surnamePattern.has(tokens[at]?.lower ?? '')) return false
  const before = tokens[at - 1]?.lower ?? ''
  return (
    isHonorific(before) || !(isTitle(before) || isOrganisationWord(before) || countryOf(before, true) !== undefined)
  )
}

/** "Goalkeeper", "Midfielder": no first name of this length ends so, but those that are listed. */
const longAgentNoun = /^[a-z]{6,}(?:er|or|ist|eer)$/
const capitals = unicodeRegExp(String.raw`^\p{Lu}{3,}$`)
const minNameWords = 2

/**
 * The start of a name behind words that are only capitalised because they begin a sentence or a headline, or shout: "Keeper Ana Lima wept",
 * "Council Backs Ana Lima", "EXCLUSIVE Ana Lima". At least two words are left.
 */
function behindGlue(tokens: readonly Token[], core: number, to: number, seen: Spelling): number {
  let at = core
  while (to - at > minNameWords && isGlue(tokens, at, to, seen)) at++
  return at
}

function isGlue(tokens: readonly Token[], at: number, to: number, seen: Spelling): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token === undefined || next === undefined || isFirstName(token.lower)) return false
  if (tokens.slice(at, to).some(({ lower }) => isOrganisationWord(lower))) return false
  if (capitals.test(token.text)) return !capitals.test(next.text) && isFirstName(next.lower)
  const one = singular(token.lower)
  if (one !== token.lower && (isTitle(one) || isPersonNoun(one))) return true
  if (token.initial && (isPersonNoun(token.lower) || longAgentNoun.test(token.lower))) return true
  if (!isFirstName(next.lower)) return false
  if (nounKind(stem(token.lower)) === 'time') return true
  return token.initial ? isOrdinary(token.lower, seen) : one !== token.lower && isOrdinary(one, seen)
}

const isFirstName = (lower: string): boolean => genderOfFirstName(lower) !== undefined
const isOrdinary = (lower: string, seen: Spelling): boolean =>
  seen.lower.has(lower) || isVerbStem(stem(lower)) || nounKind(stem(lower)) !== null || cueStrength(lower) !== undefined

function phrase(tokens: readonly Token[], from: number, to: number, seen: Spelling): NamePhrase {
  let core = from
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token !== undefined && isTitle(token.lower) && !isSurname(tokens, from, at, to)) core = at + 1
    else if (core > from && core === at && (isPortfolio(token?.lower ?? '') || joiners.has(token?.lower ?? '')))
      core = at + 1
  }
  // "Attorney General Smith" has a name after its titles; "Senator" alone, or a name before a title, does not.
  const titleOnly = core >= to
  core = titleOnly ? from : behindGlue(tokens, core, to, seen)
  const words = tokens.slice(core, to).map((token) => token.text)
  return {
    from,
    core,
    to,
    words,
    titleOnly,
    organisation: words.some((word) => isOrganisationWord(word.toLowerCase())),
    possessive: isPossessive(tokens, to),
  }
}

/** Whether the token is a possessive ending: ’s, or the bare apostrophe after a name in s. */
export function isPossessive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'mark') return false
  if (token.lower === '’s' || token.lower === "'s") return true
  const before = tokens[at - 1]
  return (
    (token.text === '’' || token.text === "'") &&
    before !== undefined &&
    before.end === token.start &&
    before.lower.endsWith('s')
  )
}

/** The last word of a name, ignoring "Jr.": later mentions use it alone. */
export function lastName(words: readonly string[]): string {
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]
    if (word !== undefined && !nameSuffix.test(word.toLowerCase())) return word
  }
  return words[0] ?? ''
}
