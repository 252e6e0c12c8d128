// Characters that would move the cursor, colour or hide text, or change its direction; and what the next piece of text might complete: half
// of a surrogate pair, and the beginning of one of these escapes.
const unsafe = /(?![\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\\(?=u\{|u?$)/gu
const escaped = /\\u\{([0-9a-f]{1,6})\}/g
// The same for JSON, in which characters below U+0020 are already escaped.
const unsafeInJson = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Escapes article text or input for a terminal: control and format characters and lone surrogates become `\u{…}`. Line feeds stay. */
export function escapeForTerminal(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** The inverse of `escapeForTerminal`. */
export function unescapeFromTerminal(shown: string): string {
  return shown.replace(escaped, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** A value as one line of JSON, with control and format characters as JSON escapes. */
export function jsonForTerminal(value: unknown): string {
  return JSON.stringify(value).replace(unsafeInJson, (character) =>
    Array.from({ length: character.length }, (_, at) => {
      return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
    }).join(''),
  )
}
