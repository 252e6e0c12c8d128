import { BadFile } from '../article/bad-file.ts'

const opening = /^---[ \t]*\r?\n/
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm
const skippedLines = /^(?:[ \t]*(?:#.*)?\r?\n)*/
const keyLine = /^[ \t]*["']?[\w-]+["']?[ \t]*:(?:\s|$)/

/**
 * Splits a file's text into the YAML of its front matter (null if it has none) and the offset at which the rest begins. A first line
 * `---` opens front matter if a `key: value` line or the closing line follows, with only blank lines and comments between;
 * otherwise it is a horizontal rule.
 * @throws BadFile if front matter is opened and never closed.
 */
export function splitFrontMatter(text: string): { readonly yaml: string | null; readonly bodyStart: number } {
  const open = opening.exec(text)
  if (open === null) return { yaml: null, bodyStart: 0 }
  const from = open[0].length
  const rest = text.slice(from)
  closing.lastIndex = 0
  const close = closing.exec(rest)
  const yaml = rest.slice(0, close?.index)
  const stated = yaml.slice(skippedLines.exec(yaml)?.[0].length)
  if (close !== null && (stated === '' || keyLine.test(stated))) {
    return { yaml, bodyStart: from + close.index + close[0].length }
  }
  // If it is never closed and a blank line follows, the `---` is a horizontal rule above a text ("Note: …").
  if (close !== null || !keyLine.test(rest)) return { yaml: null, bodyStart: 0 }
  throw new BadFile('front-matter', 'has broken front matter (no closing "---"); add the line "---" after it')
}
