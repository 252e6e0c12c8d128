import { BadFile } from '../article/bad-file.ts'

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

function tooMuch(what: string): BadFile {
  return new BadFile('front-matter', `has front matter ${what}; shorten the lines between the two "---"`)
}

/**
 * Refuses YAML that would take too long or too much stack to read. The characters counted may also be plain text: real front matter is
 * far below these limits.
 * @throws BadFile if a limit is exceeded.
 */
export function checkYaml(source: string): void {
  if (source.length > maxLength) throw tooMuch('of over 64 KiB')
  const lines = source.split('\n')
  if (lines.length + (source.match(/,/g)?.length ?? 0) > maxEntries) throw tooMuch('of over 2,000 entries')
  if (lines.some((line) => (indentation.exec(line)?.[0].length ?? 0) > maxIndentation)) {
    throw tooMuch('indented by over 100 columns')
  }
  if (lines.some((line) => (marks.exec(line)?.[1]?.replace(/[ \t]/g, '').length ?? 0) > maxMarks)) {
    throw tooMuch('nested over 20 deep in a line')
  }
  if ((source.match(/[[{]/g)?.length ?? 0) > maxBrackets) throw tooMuch('with over 200 brackets')
}
