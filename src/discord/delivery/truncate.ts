import { sentences } from '../../language/sentences/sentences.ts'

const ellipsis = '…'
/** A cut at the end of a sentence or word must keep at least this share of the length. */
const minKeptShare = 0.5

/**
 * Limits a text to `maxLength` UTF-16 units. It is cut at the end of a line, because Markdown does not span lines; a single
 * line at the end of a sentence, or else of a word. The cut is marked with "…".
 */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength - ellipsis.length)
  const line = cut.lastIndexOf('\n')
  if (line > 0) return `${cut.slice(0, line)}\n${ellipsis}`
  const end = sentences(cut).at(-2)?.end ?? 0
  if (end >= maxLength * minKeptShare) return text.slice(0, end) + ellipsis
  const blank = cut.lastIndexOf(' ')
  // Neither half a character nor half an escape may be left at the end.
  const rest = (blank >= maxLength * minKeptShare ? cut.slice(0, blank) : cut).replace(/[\ud800-\udbff]$/, '')
  return rest.replace(/\\+$/, '') + ellipsis
}
