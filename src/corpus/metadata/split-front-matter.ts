const yamlOpening = /^---[ \t]*\r?\n/
const yamlClosing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm
const tomlOpening = /^\+\+\+[ \t]*\r?\n/
const tomlClosing = /^\+\+\+[ \t]*(?:\r?\n|$)/gm
const skippedLines = /^(?:[ \t]*(?:#.*)?\r?\n)*/
const keyLine = /^[ \t]*["']?[\w-]+["']?[ \t]*:(?:\s|$)/
const tomlLine = /^[ \t]*(?:["']?[\w-]+["']?[ \t]*=|\[)/
const jsonOpening = /^\{\s*"/
const blankLine = /^[ \t]*\r?$/m
const lineRest = /[ \t]*(?:\r?\n|$)/y
/** JSON front matter beyond this length is text. */
const maxJsonLength = 64 * 1024

/** The part of a file before its text. */
export interface SplitFile {
  /** Null if the file has no front matter. */
  readonly frontMatter: {
    readonly format: 'yaml' | 'toml' | 'json' | 'lines'
    readonly source: string
    /** Whether the line that closes it is missing, so that it was taken to end at the first blank line. */
    readonly isOpen: boolean
  } | null
  /** The offset at which the rest begins. */
  readonly bodyStart: number
}

const none: SplitFile = { frontMatter: null, bodyStart: 0 }

/**
 * Front matter between lines. It is there if a line of `key` form or the closing line follows the opening one, with only blank lines and comments
 * between; otherwise the first line is a rule.
 */
function splitLines(text: string, format: 'yaml' | 'toml', from: number, closing: RegExp, key: RegExp): SplitFile {
  const rest = text.slice(from)
  closing.lastIndex = 0
  const close = closing.exec(rest)
  const source = rest.slice(0, close?.index)
  const stated = source.slice(skippedLines.exec(source)?.[0].length)
  if (close !== null && (stated === '' || key.test(stated))) {
    return { frontMatter: { format, source, isOpen: false }, bodyStart: from + close.index + close[0].length }
  }
  // If it is never closed and a blank line follows, the first line is a rule above a text ("Note: …").
  if (close !== null || !key.test(rest)) return none
  const end = blankLine.exec(rest)?.index ?? rest.length
  return { frontMatter: { format, source: rest.slice(0, end), isOpen: true }, bodyStart: from + end }
}

/** The offset at which the JSON object that a text begins with ends, or null. */
function endOfObject(text: string): number | null {
  let depth = 0
  let isInString = false
  for (let at = 0; at < Math.min(text.length, maxJsonLength); at++) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return null
}

function splitJson(text: string): SplitFile {
  const end = endOfObject(text)
  if (end === null) return none
  lineRest.lastIndex = end
  const rest = lineRest.exec(text)
  if (rest === null) return none
  return { frontMatter: { format: 'json', source: text.slice(0, end), isOpen: false }, bodyStart: lineRest.lastIndex }
}

const headerLine = /^([\p{L}][\p{L}\d -]{0,30}):{1,2}(?:[ \t]|$)/u
const continuation = /^[ \t]+\S/
/** The line with which a mailbox begins a message. */
const mailboxLine = /^From \S.*\d{4}$/
/** Keys of headers. Two lines with one of them make a header, which may have other keys, too. */
const headerKeys: ReadonlySet<string> = new Set(
  'title date author authors subject from slug tags category categories summary publisher source url'.split(' '),
)
/** The keys that are certain signs of a header: it has at least one of them. */
const ownKeys: ReadonlySet<string> = new Set(['title', 'date', 'author', 'authors', 'subject'])
const minHeaderLines = 2
const maxHeaderLength = 8 * 1024

/** A header without delimiters, as in mail and some site generators: lines of "Key: value", up to the first blank line. */
function splitHeader(text: string): SplitFile {
  const head = text.slice(0, maxHeaderLength)
  const end = blankLine.exec(head)?.index
  if (end === undefined || end === 0) return none
  const lines = head.slice(0, end).trimEnd().split(/\r?\n/)
  if (mailboxLine.test(lines[0] ?? '')) lines.shift()
  const keys = lines.map((line, at) => headerLine.exec(line)?.[1] ?? (at > 0 && continuation.test(line) ? '' : null))
  if (keys.includes(null)) return none
  const known = keys.filter((key) => headerKeys.has(key?.toLowerCase() ?? ''))
  if (known.length < minHeaderLines || !known.some((key) => ownKeys.has(key?.toLowerCase() ?? ''))) return none
  return { frontMatter: { format: 'lines', source: lines.join('\n'), isOpen: false }, bodyStart: end }
}

/** Splits a file's text into its front matter (YAML between `---`, TOML between `+++`, a JSON object, or a header of "Key: value" lines) and the rest. */
export function splitFrontMatter(text: string): SplitFile {
  const yaml = yamlOpening.exec(text)
  if (yaml !== null) return splitLines(text, 'yaml', yaml[0].length, yamlClosing, keyLine)
  const toml = tomlOpening.exec(text)
  if (toml !== null) return splitLines(text, 'toml', toml[0].length, tomlClosing, tomlLine)
  return jsonOpening.test(text) ? splitJson(text) : splitHeader(text)
}
