import type { Range } from '../../text/range.ts'

/** A word, a number or a mark of a text. Offsets are relative to the text. */
export interface Token extends Range {
  readonly kind: 'word' | 'number' | 'mark'
  /** The text in lower case; empty if it is longer than every word in the grammar. */
  readonly folded: string
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
  /** The value of a number of up to four digits, or -1. */
  readonly value: number
  /** Whether there is no space between it and the previous token. */
  readonly glued: boolean
}

const maxKnownLength = 16
const maxNumberLength = 4

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x202f || (code >= 0x2000 && code <= 0x200b)
}

/** All non-ASCII characters except punctuation count as letters, so that a token never begins mid-word. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f)
}

/** The tokens of a text in order. A word may contain digits after its first letter ("F16"); a number has only digits. */
export function tokensOf(text: string): Token[] {
  const found: Token[] = []
  let at = 0
  let end = -1
  while (at < text.length) {
    const start = at
    const code = text.charCodeAt(at++)
    if (isSpace(code)) continue
    let kind: Token['kind'] = 'mark'
    if (isDigit(code)) {
      kind = 'number'
      while (at < text.length && isDigit(text.charCodeAt(at))) at++
    } else if (isLetter(code)) {
      kind = 'word'
      while (at < text.length && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++
    }
    const length = at - start
    const isKnownLength = length <= maxKnownLength
    const shown = isKnownLength ? text.slice(start, at) : ''
    const folded = kind === 'word' ? shown.toLowerCase() : shown
    found.push({
      start,
      end: at,
      kind,
      folded,
      capital: kind === 'word' && folded !== shown && folded.charCodeAt(0) !== code,
      value: kind === 'number' && length <= maxNumberLength ? Number(shown) : -1,
      glued: start === end,
    })
    end = at
  }
  return found
}

/** The word at an index in lower case, or '' if the token is not a word or there is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token?.kind === 'word' ? token.folded : ''
}

/** The mark at an index, or ''. */
export function markAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token?.kind === 'mark' ? token.folded : ''
}

/** The number at an index with exactly this many digits and nothing attached before it, or -1. */
export function numberAt(tokens: readonly Token[], at: number, digits: number): number {
  const token = tokens[at]
  return token !== undefined && token.value >= 0 && token.end - token.start === digits ? token.value : -1
}

/** Whether the token at an index is attached to the previous one. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.glued === true
}

export function isApostrophe(mark: string): boolean {
  return mark === "'" || mark === '\u2019' || mark === '\u2018'
}

export function isDash(mark: string): boolean {
  return mark === '-' || mark === '\u2013' || mark === '\u2014' || mark === '\u2011' || mark === '\u2212'
}
