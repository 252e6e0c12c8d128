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
 * What makes YAML too slow or too deep to read, as the rest of a sentence about it; null if nothing does. The characters counted may also
 * be plain text: real front matter is far below these limits.
 */
export function yamlExcess(source: string): string | null {
  if (source.length > maxLength) return 'is over 64 KiB'
  const lines = source.split('\n')
  if (lines.length + (source.match(/,/g)?.length ?? 0) > maxEntries) return 'has over 2,000 entries'
  if (lines.some((line) => (indentation.exec(line)?.[0].length ?? 0) > maxIndentation)) {
    return 'is indented by over 100 columns'
  }
  if (lines.some((line) => (marks.exec(line)?.[1]?.replace(/[ \t]/g, '').length ?? 0) > maxMarks)) {
    return 'is nested over 20 levels deep in a line'
  }
  return (source.match(/[[{]/g)?.length ?? 0) > maxBrackets ? 'has over 200 brackets' : null
}
