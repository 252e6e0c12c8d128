/** White space with a line break in it, or several blanks. Only the first blank of a row begins a match, so that the time stays linear. */
const blanks = /(?:(?<![ \t\u00a0])[ \t\u00a0]+)?\n[ \t\u00a0]*|[ \t]{2,}/g

/** A text without blanks around its line breaks, and with single blanks within lines. */
export function foldBlanks(text: string): string {
  return text.replace(blanks, (blank) => (blank.includes('\n') ? '\n' : ' '))
}
