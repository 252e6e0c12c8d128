/**
 * A regular expression with properties of characters (`\p{L}`), compiled when it is first used. V8 compiles such a
 * property as a list of some hundred ranges, once for every expression: that took a fourth of a start. So most texts are
 * read by a second expression, the same but for its properties, which list the characters of those texts alone.
 */
export interface UnicodeRegExp {
  /** The regular expression for a text; with `g` its `lastIndex` is its user's. */
  on(text: string): RegExp
  test(text: string): boolean
  exec(text: string): RegExpExecArray | null
  matchAll(text: string): IterableIterator<RegExpExecArray>
  /** For `text.replace(pattern, …)`. */
  [Symbol.replace](text: string, replacement: string | ((found: string) => string)): string
  /** For `text.match(pattern)`. */
  [Symbol.match](text: string): RegExpMatchArray | null
}

/** All but the characters of most English texts, which are Latin-1, general punctuation and currency signs. */
const uncommon = /[\u0100-\u1fff]|[\u2070-\u209f]|[\u20d0-\uffff]/

const letters = String.raw`A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\xff`
const cased = String.raw`A-Za-z\xb5\xc0-\xd6\xd8-\xf6\xf8-\xff`
/** Which of the common characters have a property, as members of a class (tests/language/unicode-regexp.test.ts compares them all). */
const members: Readonly<Record<string, string>> = {
  L: letters,
  Lu: String.raw`A-Z\xc0-\xd6\xd8-\xde`,
  Ll: String.raw`a-z\xb5\xdf-\xf6\xf8-\xff`,
  N: String.raw`0-9\xb2\xb3\xb9\xbc-\xbe`,
  M: '',
  Cc: String.raw`\0-\x1f\x7f-\x9f`,
  Cf: String.raw`\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f`,
}
/** Those that have it in either case, as the flag `i` takes it. */
const membersInAnyCase: Readonly<Record<string, string>> = { ...members, Lu: cased, Ll: cased }

// An escaped character, a bracket of a class, or a property.
const part = /\\p\{(\w+)\}|\\.|[[\]]/gs

function forCommonTexts(source: string, flags: string): string {
  const known = flags.includes('i') ? membersInAnyCase : members
  let isInClass = false
  return source.replace(part, (found: string, name: string | undefined) => {
    if (name === undefined) {
      if (found === '[' || found === ']') isInClass = found === '['
      return found
    }
    const listed = known[name]
    if (listed === undefined)
      throw new Error(`src/language/text/unicode-regexp.ts does not list the characters with \\p{${name}}.`)
    return isInClass ? listed : `[${listed}]`
  })
}

/** From this length on of the first text that an expression reads, V8 compiles it for the processor at once. */
const longEnough = 1_000

/**
 * An expression that is compiled once: V8 otherwise compiles it for its interpreter first, which takes thrice as long, and
 * for the processor when it is used again. Each is compiled for the kind of string, one byte a character or two.
 */
function compiled(source: string, flags: string, text: string): RegExp {
  const made = new RegExp(source, flags)
  made.test(text.padEnd(longEnough))
  made.lastIndex = 0
  return made
}

/** A pattern of a regular expression's source, which is read as with the flag `u`. */
export function unicodeRegExp(source: string, flags = ''): UnicodeRegExp {
  let forCommon: RegExp | undefined
  let forAny: RegExp | undefined
  const on = (text: string): RegExp => {
    if (uncommon.test(text)) {
      forAny ??= compiled(source, `${flags}u`, text)
      return forAny
    }
    // Without `u`, which makes no difference to these characters and takes longer with `i`.
    forCommon ??= compiled(forCommonTexts(source, flags), flags, text)
    return forCommon
  }
  return {
    on,
    test: (text) => on(text).test(text),
    exec: (text) => on(text).exec(text),
    matchAll: (text) => text.matchAll(on(text)),
    [Symbol.replace]: (text, replacement) =>
      typeof replacement === 'string' ? text.replace(on(text), replacement) : text.replace(on(text), replacement),
    [Symbol.match]: (text) => text.match(on(text)),
  }
}
