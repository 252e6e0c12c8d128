import { isFunctionWord } from './function-words.ts'
import { isHonorific, isOrganisationWord, isTitle } from './titles.ts'
import type { Token } from './tokens.ts'

/** A capitalised phrase: `from`..`to` are token indexes of the whole phrase (end exclusive), `core` is where the name proper begins. */
export interface NamePhrase {
  readonly from: number
  readonly core: number
  readonly to: number
  readonly words: readonly string[]
  /** True where only titles were found ("the Secretary of State"). */
  readonly titleOnly: boolean
  readonly organisation: boolean
  readonly possessive: boolean
}

const PARTICLES = new Set(
  'de del della der den di da do dos du la le van von bin ibn al el ben abu ter ten y'.split(' '),
)
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/
const JOINERS = new Set(['of', 'for', '&', 'and', 'the'])
const LETTERS = /\p{L}/u

/** Whether a token can be part of a name. `seenLower` are the words that the article also writes in lower case. */
function isNameWord(token: Token, seenLower: ReadonlySet<string>): boolean {
  if (!token.capital || !LETTERS.test(token.text)) return false
  if (token.initial) return !isFunctionWord(token.lower) && (!seenLower.has(token.lower) || isTitle(token.lower))
  return !isFunctionWord(token.lower) || token.lower === 'will' || token.lower === 'may'
}

/** Finds the capitalised phrases of a paragraph's tokens, from left to right. */
export function findNames(tokens: readonly Token[], seenLower: ReadonlySet<string>): readonly NamePhrase[] {
  const found: NamePhrase[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || !isNameWord(token, seenLower)) {
      at++
      continue
    }
    const to = phraseEnd(tokens, at, seenLower)
    found.push(phrase(tokens, at, to))
    at = to
  }
  return found
}

function phraseEnd(tokens: readonly Token[], from: number, seenLower: ReadonlySet<string>): number {
  let to = from + 1
  let organisation = isOrganisationWord(tokens[from]?.lower ?? '')
  for (;;) {
    const token = tokens[to]
    if (token === undefined) return to
    if (token.kind === 'word' && !token.initial && isNameWord(token, seenLower)) {
      organisation ||= isOrganisationWord(token.lower)
      to++
      continue
    }
    if (token.kind === 'word' && PARTICLES.has(token.lower) && continues(tokens, to + 1, seenLower)) {
      to += 2
      continue
    }
    if (
      token.kind === 'word' &&
      PARTICLES.has(token.lower) &&
      PARTICLES.has(tokens[to + 1]?.lower ?? '') &&
      continues(tokens, to + 2, seenLower)
    ) {
      to += 3
      continue
    }
    if (organisation && JOINERS.has(token.lower)) {
      const skip = JOINERS.has(tokens[to + 1]?.lower ?? '') ? 2 : 1
      if (token.lower === 'of' && continues(tokens, to + skip, seenLower)) {
        to += skip + 1
        continue
      }
    }
    // A nickname in marks inside a name: one short quote between two name words is left to the quote reader.
    return to
  }
}

function continues(tokens: readonly Token[], at: number, seenLower: ReadonlySet<string>): boolean {
  const token = tokens[at]
  return token !== undefined && token.kind === 'word' && !token.initial && isNameWord(token, seenLower)
}

function phrase(tokens: readonly Token[], from: number, to: number): NamePhrase {
  let core = from
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token !== undefined && isTitle(token.lower)) core = at + 1
  }
  // "Attorney General Smith" has a name after its titles; "Senator" alone, or a name before a title, does not.
  const titleOnly = core >= to
  if (titleOnly) core = from
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

/** Whether a possessive ending stands at a token's place: ’s, or the bare apostrophe after a name in s. */
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

/** A name's last word that is not "Jr.": what a later mention uses alone. */
export function lastName(words: readonly string[]): string {
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]
    if (word !== undefined && !SUFFIX.test(word.toLowerCase())) return word
  }
  return words[0] ?? ''
}

export const hasHonorific = (tokens: readonly Token[], name: NamePhrase): boolean =>
  tokens.slice(name.from, name.core).some((token) => isHonorific(token.lower))
