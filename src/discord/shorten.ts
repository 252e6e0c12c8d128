import { sentences } from '../text/sentences.ts'

const ellipsis = '…'
/** A cut at a sentence's end is taken where it keeps at least this share of the space. */
const leastKept = 0.5

/** A text of at most `most` UTF-16 units: as it is, or up to a sentence's end, or else up to a word's, with "…". */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - ellipsis.length)
  const end = sentences(cut).at(-2)?.end ?? 0
  if (end >= most * leastKept) return text.slice(0, end) + ellipsis
  const blank = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'))
  // Neither half a character nor half an escape may be left at the end.
  const rest = (blank >= most * leastKept ? cut.slice(0, blank) : cut).replace(/[\ud800-\udbff]$/, '')
  return rest.replace(/\\+$/, '') + ellipsis
}
