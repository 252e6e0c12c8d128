import { toMarkdown } from '../../markdown/escape-markdown.ts'

/** The beginning of a text of more than `maxLength` characters, cut at a word, with "…". */
export function opening(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** Text of users or articles for a line of ours: escaped, and on one line. */
export function inline(text: string): string {
  return toMarkdown(text.replace(/\s+/g, ' '))
}

/** Words of an article in quotation marks, for a line of ours; of over `maxLength` characters only their beginning. */
export function quoted(text: string, maxLength = 80): string {
  return `“${inline(opening(text, maxLength))}”`
}
