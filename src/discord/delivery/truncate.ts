import { sentences } from '../../language/sentences/sentences.ts'

const ellipsis = '…'
/** A cut at a sentence's end is taken where it keeps at least this share of the space. */
const minKeptShare = 0.5

/**
 * A text of at most `most` UTF-16 units: as it is, or up to the end of a line, since a mark does not reach over it; in a single line
 * up to a sentence's end, or else a word's; with "…".
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - ellipsis.length)
  const line = cut.lastIndexOf('\n')
  if (line > 0) return `${cut.slice(0, line)}\n${ellipsis}`
  const end = sentences(cut).at(-2)?.end ?? 0
  if (end >= most * minKeptShare) return text.slice(0, end) + ellipsis
  const blank = cut.lastIndexOf(' ')
  // Neither half a character nor half an escape may be left at the end.
  const rest = (blank >= most * minKeptShare ? cut.slice(0, blank) : cut).replace(/[\ud800-\udbff]$/, '')
  return rest.replace(/\\+$/, '') + ellipsis
}
