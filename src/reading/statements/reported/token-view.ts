import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Token } from '../parse/tokenize.ts'
import { hashText } from './hashed-features.ts'
import { classOf, endingOf, rootOf, wordClass } from './word-class.ts'

/** A word as numbers, from which features are made. */
interface WordCode {
  readonly class: number
  /** Class and ending together. */
  readonly kind: number
  /** Hashes of the lower-case form and of the stem. */
  readonly word: number
  readonly root: number
}

const edge: WordCode = { class: wordClass.edge, kind: wordClass.edge, word: 1, root: 1 }

/** The tokens of one sentence as numbers. Places outside the sentence are its edges. */
export interface TokenView {
  readonly frame: ParsedParagraph
  readonly from: number
  readonly to: number
  class(at: number): number
  kind(at: number): number
  word(at: number): number
  root(at: number): number
  capital(at: number): boolean
}

/** The codes of the word forms met so far. They depend on the word lists alone. */
const known = new Map<string, WordCode>()
/** Beyond this, the cache starts again: an article of made-up words must not fill the memory. */
const maxKnown = 50_000

function codeOf(token: Token): WordCode {
  const key = token.kind === 'quote' ? '' : token.capital ? token.text : token.lower
  const found = known.get(key)
  if (found !== undefined) return found
  const own = classOf(token)
  const isWord = token.kind === 'word'
  const word = hashText(token.kind === 'quote' ? '“”' : token.lower)
  const code = {
    class: own,
    kind: own ^ (isWord ? endingOf(token.lower) << 30 : 0),
    word,
    root: isWord ? hashText(rootOf(token.lower)) : word,
  }
  if (known.size >= maxKnown) known.clear()
  known.set(key, code)
  return code
}

/** Tokens outside a sentence that the features look at. */
const margin = 4

/** The view of a sentence. */
export function tokenView(frame: ParsedParagraph, from: number, to: number): TokenView {
  const codes: WordCode[] = []
  for (let at = from - margin; at < to + margin; at++) {
    const token = at >= from && at < to ? frame.tokens[at] : undefined
    codes.push(token === undefined ? edge : codeOf(token))
  }
  const base = from - margin
  const code = (at: number): WordCode => codes[at - base] ?? edge
  return {
    frame,
    from,
    to,
    class: (at) => code(at).class,
    kind: (at) => code(at).kind,
    word: (at) => code(at).word,
    root: (at) => code(at).root,
    capital: (at) => at >= from && at < to && frame.tokens[at]?.capital === true,
  }
}
