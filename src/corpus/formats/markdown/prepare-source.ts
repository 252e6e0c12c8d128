// Markdown dialects have lines that are not text: directives of site generators, imports of components. They are blanked or replaced before
// the text is parsed, with the same length, so that every offset and line number stays what it is.

// The patterns for lines are tested without the white space at the end. Adjacent parts of them never match the same characters, so that the
// time grows only linearly with the length of the line.
const lineStart = /^[^\n\r]*(?:\r\n|[\n\r]|$)/gm
const fence = /^ {0,3}(`{3,}|~{3,})/
const container = /^[ \t]{0,6}:{3,}[ \t]*(?:[\w-]+[ \t]*)?(?:\[([^\]\n\r]*)\]|([^\n\r{]*))/
const admonition = /^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?: +[\w-]+)* *(?:"([^"\n\r]*)")?$/
const tab = /^===[!+]?[ \t]+"([^"\n\r]*)"[ \t]*$/
const codeBlock =
  /^ {0,3}(?:\{%-?[ \t]*(?:end)?(highlight|codeblock)\b[^%\n\r]*%\}|\{\{[<%][ \t]*(?:\/[ \t]*)?(highlight)\b[^\n\r]*[%>]\}\})[ \t]*$/
const moduleLine =
  /^(?:<<<\s+\S.*|@\[\w+\]\([^()]*\)|import\s+(?:[\w*{},$][\w*{}\s,$]*\sfrom\s+)?["'][^"'\n\r]+["'];?|export\s+(?:default|const|let|var|function|async|class|type|\{).*)[ \t]*$/
const exportStart = /^export\s/
const importStart = /^import\s+(?:\w+\s*,\s*)?\{[^}]*$/
const importEnd = /\bfrom\s+["'][^"']+["'];?$/
const abbreviation = /^\*\[[^\]]+\]:\s/
/** Properties that a program for outlines adds to blocks. */
const blockProperty = /^[ \t]*(?:[-*+][ \t]+)?(?:id|collapsed)::(?:[ \t]|$)/
const commentStart = /^[ \t]*(?:(%%)|\{%-?[ \t]*comment[ \t]*-?%\})/
const endOfNote = /%%/g
const endOfTemplate = /\{%-?[ \t]*endcomment[ \t]*-?%\}/g

// The parser does not recognise addresses of links and tags if there are templates in them.
const addressWithTemplate = /(\]\()([^()\n]{0,500}?(?:\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})[^()\n]{0,500})(?=\))/g
const definitionWithTemplate = /^( {0,3}\[[^\]]+\]:[ \t]+)(\{[{%].*)$/
const tagWithTemplate = /(<[a-z][\w-]*(?=\s)(?:[^<>{}\n]|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})*>)/gi
const template = /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/g

const tableRow = /^[ \t]*\|/
const labelledLink = /\[\[[^[\]|]*\|[^[\]|]*\]\]/g
/** Stands for the "|" of a wiki link in a table, which would end the cell. */
const linkBar = '\ue000'

/** A text of `length` characters that Markdown reads as a heading of the lowest level. */
function asHeading(title: string, length: number): string {
  const marks = '######'.slice(0, Math.max(1, length - title.length - 1))
  return `${marks} ${title}`.slice(0, length).padEnd(length)
}

/** A line of the same length, with other characters in place of templates in addresses and tags. */
function withoutTemplates(line: string): string {
  if (!line.includes('{{') && !line.includes('{%')) return line
  const masked = (_: string, before: string, address: string) => before + 'x'.repeat(address.length)
  return line
    .replace(definitionWithTemplate, masked)
    .replace(addressWithTemplate, masked)
    .replace(tagWithTemplate, (tag) => tag.replace(template, (one) => 'x'.repeat(one.length)))
}

/** Finds the ends of comments that have several lines. */
function commentFinder(source: string): (start: number, end: RegExp) => number | null {
  const unclosed = new Set<RegExp>()
  return (start, end) => {
    // After one that is never closed, none is.
    if (unclosed.has(end)) return null
    end.lastIndex = start
    const found = end.exec(source)
    if (found === null) unclosed.add(end)
    return found && found.index + found[0].length
  }
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
  let inImport = false
  let commentEnd = 0
  const endOfComment = commentFinder(source)
  const prepared = source.replace(lineStart, (whole, offset: number) => {
    const line = whole.trimEnd()
    const end = whole.slice(line.length)
    const lineEndsAt = offset + line.length
    const blank = () => ' '.repeat(line.length) + end
    if (open === null && offset >= commentEnd) {
      const [opening, note] = commentStart.exec(line) ?? []
      if (opening !== undefined)
        commentEnd = endOfComment(offset + opening.length, note === undefined ? endOfTemplate : endOfNote) ?? 0
    }
    if (commentEnd > offset) {
      if (commentEnd >= lineEndsAt) return blank()
      // What follows a comment begins the line: indented, it would be code.
      return source.slice(commentEnd, lineEndsAt).trim().padEnd(line.length) + end
    }
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
      inImport = false
      return whole
    }
    if (inImport || importStart.test(line)) {
      inImport = !importEnd.test(line)
      return blank()
    }
    if (abbreviation.test(line) || blockProperty.test(line)) return blank()
    if (inExport || moduleLine.test(line)) {
      inExport ||= exportStart.test(line)
      return blank()
    }
    if (tableRow.test(line)) return whole.replace(labelledLink, (link) => link.replace('|', linkBar))
    if (codeBlock.test(line)) return '~~~~~~'.padEnd(line.length) + end
    const note = admonition.exec(line) ?? tab.exec(line)
    if (note !== null) indentsNotes = true
    const directive = note ?? container.exec(line)
    if (directive === null) return withoutTemplates(line) + end
    const title = (directive[1] ?? directive[2] ?? '').trim()
    return title === '' ? blank() : asHeading(title, line.length) + end
  })
  return { text: prepared, indentsNotes }
}
