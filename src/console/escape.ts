// Characters that would move the cursor, colour, hide or turn round what a terminal shows; and the mark of an escape
// itself, at the end of a piece too, where the next piece may complete it.
const unsafe = /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\\(?=u\{|u?$)/gu
const escaped = /\\u\{([0-9a-f]{1,6})\}/g

/** Article text or input for a terminal: control and format characters are shown as `\u{…}`. Line feeds stay. */
export function escapeForTerminal(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** The text that `escapeForTerminal` made `shown` of. */
export function unescapeFromTerminal(shown: string): string {
  return shown.replace(escaped, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
