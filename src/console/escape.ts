// Characters that would move the cursor, colour, hide or turn round what a terminal shows; and the mark of an escape
// itself, at the end of a piece too, where the next piece may complete it.
const unsafe = /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\\(?=u\{|u?$)/gu
const escaped = /\\u\{([0-9a-f]{1,6})\}/g
// The same characters inside the text of a JSON value, where those below U+0020 are escaped already.
const unsafeInJson = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Article text or input for a terminal: control and format characters are shown as `\u{…}`. Line feeds stay. */
export function escapeForTerminal(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** The text that `escapeForTerminal` made `shown` of. */
export function unescapeFromTerminal(shown: string): string {
  return shown.replace(escaped, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** A value as one line of JSON that a terminal can show: control and format characters are JSON's own escapes. */
export function jsonForTerminal(value: unknown): string {
  return JSON.stringify(value).replace(unsafeInJson, (character) =>
    Array.from({ length: character.length }, (_, at) => {
      return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
    }).join(''),
  )
}
