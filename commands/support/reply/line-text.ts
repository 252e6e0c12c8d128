/** A text with times in ISO form, which each adapter writes in its own way. */
export type LineText = string | readonly (string | { readonly time: string })[]

/** Stands for the time in a text that is completed by `withTime`. */
export const timeMark = '\u0000'

/** A text with a time in place of the mark. */
export function withTime(text: string, iso: string): LineText {
  const at = text.indexOf(timeMark)
  return [text.slice(0, at), { time: iso }, text.slice(at + 1)]
}

/** A time in a readable form without an adapter's own marks: "2025-09-04 12:30:05 UTC". */
export function plainTime(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`
}

/** The text with each time as `timeText` writes it. `plain` changes the other parts. */
export function lineText(
  text: LineText,
  timeText: (iso: string) => string,
  plain: (part: string) => string = (part) => part,
): string {
  if (typeof text === 'string') return plain(text)
  return text.map((part) => (typeof part === 'string' ? plain(part) : timeText(part.time))).join('')
}
