/**
 * A regular expression with Unicode properties (`\p{L}`), compiled on first use. V8 compiles each property to a list of several
 * hundred ranges, once per expression: that took a quarter of startup. So most texts use a second, equivalent expression whose
 * properties list only the characters of those texts.
 */
export interface UnicodeRegExp {
  /** The regular expression for a text; with `g` the caller manages its `lastIndex`. */
  on(text: string): RegExp
  test(text: string): boolean
  exec(text: string): RegExpExecArray | null
  /** All matches, read at once. The expression must have the flag `g`. */
  matchAll(text: string): IterableIterator<RegExpExecArray>
  /** For `text.replace(pattern, …)`. */
  [Symbol.replace](text: string, replacement: string | ((found: string) => string)): string
  /** For `text.match(pattern)`. */
  [Symbol.match](text: string): RegExpMatchArray | null
}

/** Every character outside those of most English texts, which are Latin-1, general punctuation and currency signs. */
const uncommon = /[\u0100-\u1fff]|[\u2070-\u209f]|[\u20d0-\uffff]/

const minCompared = 24

/** The last text tested. Many expressions are used on one text in turn. */
let lastText = ''
let isLastUncommon = false

function isUncommon(text: string): boolean {
  // Testing a short text is as fast as comparing it.
  if (text.length < minCompared) return uncommon.test(text)
  if (text !== lastText) {
    isLastUncommon = uncommon.test(text)
    lastText = text
  }
  return isLastUncommon
}

const letters = String.raw`A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\xff`
const cased = String.raw`A-Za-z\xb5\xc0-\xd6\xd8-\xf6\xf8-\xff`
/** The common characters that have each property, as class members (tests/language/unicode-regexp.test.ts compares them all). */
const members: Readonly<Record<string, string>> = {
  L: letters,
  Lu: String.raw`A-Z\xc0-\xd6\xd8-\xde`,
  Ll: String.raw`a-z\xb5\xdf-\xf6\xf8-\xff`,
  N: String.raw`0-9\xb2\xb3\xb9\xbc-\xbe`,
  M: '',
  Cc: String.raw`\0-\x1f\x7f-\x9f`,
  Cf: String.raw`\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f`,
}
/** The same in either case, as the flag `i` matches them. */
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

/** If the first text that an expression reads is at least this long, V8 compiles it to native code at once. */
const longEnough = 1_000

/**
 * An expression that is compiled only once: V8 otherwise compiles it to bytecode first, which takes three times as long, and to
 * native code on its next use. Each is compiled for the kind of string, one or two bytes per character.
 */
function compiled(source: string, flags: string, text: string): RegExp {
  const made = new RegExp(source, flags)
  made.test(text.padEnd(longEnough))
  made.lastIndex = 0
  return made
}

/** The matches of an expression with `g`. `text.matchAll` copies the expression, which takes longer than matching a sentence. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] !== '') continue
    const isPair = pattern.unicode && (text.codePointAt(match.index) ?? 0) > 0xffff
    pattern.lastIndex = match.index + (isPair ? 2 : 1)
  }
  return found
}

/** A pattern from a regular expression's source, which is interpreted as with the flag `u`. */
export function unicodeRegExp(source: string, flags = ''): UnicodeRegExp {
  let forCommon: RegExp | undefined
  let forAny: RegExp | undefined
  const on = (text: string): RegExp => {
    if (isUncommon(text)) {
      forAny ??= compiled(source, `${flags}u`, text)
      return forAny
    }
    // Without `u`, which makes no difference for these characters and is slower with `i`.
    forCommon ??= compiled(forCommonTexts(source, flags), flags, text)
    return forCommon
  }
  return {
    on,
    test: (text) => on(text).test(text),
    exec: (text) => on(text).exec(text),
    matchAll: (text) => matchesOf(on(text), text).values(),
    [Symbol.replace]: (text, replacement) =>
      typeof replacement === 'string' ? text.replace(on(text), replacement) : text.replace(on(text), replacement),
    [Symbol.match]: (text) => text.match(on(text)),
  }
}
