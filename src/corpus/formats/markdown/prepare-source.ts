// Markdown dialects have lines that are not text: directives of site generators, imports of components. They are blanked or replaced before
// the text is parsed, with the same length, so that every offset and line number stays what it is.

// The patterns for lines are tested without the white space at the end. Adjoining parts of them never match the same characters, so that the
// time grows with the length of the line.
const lineStart = /^[^\n\r]*(?:\r\n|[\n\r]|$)/gm
const fence = /^ {0,3}(`{3,}|~{3,})/
const container = /^[ \t]{0,6}:{3,}[ \t]*(?:[\w-]+[ \t]*)?(?:\[([^\]\n\r]*)\]|([^\n\r{]*))/
const admonition = /^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?: +[\w-]+)* *(?:"([^"\n\r]*)")?$/
const tab = /^===[!+]?[ \t]+"([^"\n\r]*)"[ \t]*$/
const codeBlock =
  /^ {0,3}(?:\{%-?[ \t]*(?:end)?(highlight|codeblock)\b[^%\n\r]*%\}|\{\{[<%][ \t]*(?:\/[ \t]*)?(highlight)\b[^\n\r]*[%>]\}\})[ \t]*$/
const moduleLine =
  /^(?:import\s+(?:[\w*{},$][\w*{}\s,$]*\sfrom\s+)?["'][^"'\n\r]+["'];?|export\s+(?:default|const|let|var|function|async|class|type|\{).*)[ \t]*$/
const exportStart = /^export\s/

const tableRow = /^[ \t]*\|/
const labelledLink = /\[\[[^[\]|]*\|[^[\]|]*\]\]/g
/** Stands for the "|" of a wiki link in a table, which would end the cell. */
const linkBar = '\ue000'

/** A text of `length` characters that Markdown reads as a heading of the lowest level. */
function asHeading(title: string, length: number): string {
  const marks = '######'.slice(0, Math.max(1, length - title.length - 1))
  return `${marks} ${title}`.slice(0, length).padEnd(length)
}

/** What the parser receives for a file. */
export interface PreparedSource {
  /** As long as the file, with the same line ends. */
  readonly text: string
  /** Whether indented lines are the content of a note, and not code. */
  readonly indentsNotes: boolean
}

/** Blanks or replaces the lines of a Markdown text that are not Markdown. */
export function prepareSource(source: string): PreparedSource {
  let open: string | null = null
  let indentsNotes = false
  let inExport = false
  const prepared = source.replace(lineStart, (whole) => {
    const line = whole.trimEnd()
    const end = whole.slice(line.length)
    const mark = fence.exec(line)?.[1]
    if (open !== null) {
      const closes = mark?.startsWith(open) === true && line.trim() === mark
      if (closes) open = null
      return whole
    }
    if (mark !== undefined) {
      open = mark
      return whole
    }
    if (line === '') {
      inExport = false
      return whole
    }
    if (inExport || moduleLine.test(line)) {
      inExport ||= exportStart.test(line)
      return ' '.repeat(line.length) + end
    }
    if (tableRow.test(line)) return whole.replace(labelledLink, (link) => link.replace('|', linkBar))
    if (codeBlock.test(line)) return '~~~~~~'.padEnd(line.length) + end
    const note = admonition.exec(line) ?? tab.exec(line)
    if (note !== null) indentsNotes = true
    const directive = note ?? container.exec(line)
    if (directive === null) return whole
    const title = (directive[1] ?? directive[2] ?? '').trim()
    return (title === '' ? ' '.repeat(line.length) : asHeading(title, line.length)) + end
  })
  return { text: prepared, indentsNotes }
}
