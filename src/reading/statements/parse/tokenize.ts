import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { isAbbreviation } from '../../../language/vocabulary/abbreviations.ts'
import type { Span } from './quote-spans.ts'

/** A word, a punctuation mark, or a whole quoted span (kind `quote`, with its index among the paragraph's spans). */
export interface Token extends Range {
  readonly kind: 'word' | 'mark' | 'quote'
  readonly text: string
  readonly lower: string
  /** True if a word begins with a capital letter. */
  readonly capital: boolean
  /** True for the first token of a sentence. */
  readonly initial: boolean
  /** For a quote, its index among the paragraph's spans; otherwise -1. */
  readonly span: number
}

const wordPattern = unicodeRegExp(
  String.raw`[\p{L}\p{N}@#$](?:[\p{L}\p{N}\p{M}_$%]|[.,'’&/-](?=[\p{L}\p{N}]))*|[^\s\p{L}\p{N}]`,
  'g',
)
const startsWord = unicodeRegExp(String.raw`^[\p{L}\p{N}@#$]`)
const capitalLetter = unicodeRegExp(String.raw`^\p{Lu}`)
const nicknameMark = /^[("“”„‘'«]/
const possessiveEnding = /['’]s$/i
/** "didn’t" and "didn't" are one word. */
function lowerOf(piece: string): string {
  const lower = piece.toLowerCase()
  return lower.endsWith('n’t') ? `${lower.slice(0, -2)}'t` : lower
}
const initialsPattern = unicodeRegExp(String.raw`^(?:\p{L}|(?:\p{L}\.)+\p{L})$`)
/** A party and a state after a politician's name: R-Ky. */
const partyAndState = unicodeRegExp(String.raw`^[RDI]-\p{Lu}`)
const sentenceCloser = /[.!?]/
const quoteEndsSentence = /[.!?…]["”’')\]]*$/u

/**
 * Splits a paragraph into words, punctuation and quoted spans. Each span in `spans` becomes one token, so that the rest reads as
 * the article's own sentence. A possessive ending is a separate token ("Ana" + "’s"). Each of `nicknames` is one capitalised word:
 * Dolores + “Lola” + Beck.
 */
export function tokenize(text: string, spans: readonly Span[], nicknames: readonly Range[] = []): readonly Token[] {
  const tokens: Token[] = []
  const word = wordPattern.on(text)
  let initial = true
  const push = (kind: Token['kind'], start: number, end: number, span = -1): void => {
    const piece = kind === 'quote' ? '' : text.slice(start, end)
    const capital = kind === 'word' && (capitalLetter.test(piece) || nicknameMark.test(piece))
    const begins = initial && (kind !== 'mark' || piece === '@')
    if (begins) initial = false
    tokens.push({ kind, start, end, text: piece, lower: lowerOf(piece), capital, initial: begins, span })
  }
  let nickname = 0
  const words = (from: number, to: number): void => {
    for (let at = from; at < to; ) {
      while ((nicknames[nickname]?.start ?? to) < at) nickname++
      const next = nicknames[nickname]
      const inside = next !== undefined && next.end <= to
      plainWords(at, inside ? next.start : to)
      if (inside) push('word', next.start, next.end)
      at = inside ? next.end : to
    }
  }
  const plainWords = (from: number, to: number): void => {
    word.lastIndex = from
    for (let match = word.exec(text); match !== null && match.index < to; match = word.exec(text)) {
      const end = match.index + match[0].length
      const start = match.index
      if (!startsWord.test(match[0])) {
        push('mark', start, end)
        if (sentenceCloser.test(match[0])) initial = true
        continue
      }
      if (text[end] === '.' && shortens(match[0])) {
        push('word', start, end + 1)
        word.lastIndex = end + 1
        continue
      }
      if (possessiveEnding.test(match[0])) {
        push('word', start, end - 2)
        push('mark', end - 2, end)
      } else push('word', start, end)
    }
  }
  let from = 0
  spans.forEach((span, index) => {
    words(from, span.outer.start)
    push('quote', span.outer.start, span.outer.end, index)
    initial = quoteEndsSentence.test(text.slice(Math.max(span.start, span.end - 4), span.end))
    from = span.outer.end
  })
  words(from, text.length)
  return tokens
}

function shortens(word: string): boolean {
  const lower = word.toLowerCase()
  return isAbbreviation(lower) || partyAndState.test(word) || (initialsPattern.test(word) && lower !== 'i')
}
