/** In characters. */
const maxLength = 64 * 1024
/** Lines and commas. The reader compares each key with all earlier keys. */
const maxEntries = 2000
/** Opening brackets and braces, and consecutive list markers: each may be a level, and the reader recurses once per level. */
const maxBrackets = 200
const maxMarks = 20
/** Columns: each may be two levels. */
const maxIndentation = 100

const indentation = /^[ \t]*/
/** List and key markers at the beginning of a line; each begins a further level. */
const marks = /^[ \t]*((?:[-?:][ \t]+)*)/

/**
 * Why YAML would take too long or too much stack to read, as the end of "It is …"; null if it does not. The characters counted may also be
 * plain text: real front matter is far below these limits.
 */
export function yamlExcess(source: string): string | null {
  if (source.length > maxLength) return 'of over 64 KiB'
  const lines = source.split('\n')
  if (lines.length + (source.match(/,/g)?.length ?? 0) > maxEntries) return 'of over 2,000 entries'
  if (lines.some((line) => (indentation.exec(line)?.[0].length ?? 0) > maxIndentation)) {
    return 'indented by over 100 columns'
  }
  if (lines.some((line) => (marks.exec(line)?.[1]?.replace(/[ \t]/g, '').length ?? 0) > maxMarks)) {
    return 'nested over 20 deep in a line'
  }
  return (source.match(/[[{]/g)?.length ?? 0) > maxBrackets ? 'with over 200 brackets' : null
}
