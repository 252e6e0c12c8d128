import { BadFile } from '../article/bad-file.ts'

const opening = /^---[ \t]*\r?\n/
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm
const skippedLines = /^(?:[ \t]*(?:#.*)?\r?\n)*/
const keyLine = /^[ \t]*["']?[\w-]+["']?[ \t]*:(?:\s|$)/

/**
 * Parts a file's text into the YAML of its front matter (null if it has none) and the offset at which its own text begins.
 * A first line `---` opens front matter when a `key: value` line follows, after blank lines and comments at most, or
 * its closing line; otherwise it is a rule of the text.
 * @throws BadFile when front matter is opened and never closed.
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
  // Never closed, a blank line tells the rule above a text ("Note: …") from front matter.
  if (close !== null || !keyLine.test(rest)) return { yaml: null, bodyStart: 0 }
  throw new BadFile('front-matter', 'has broken front matter (no closing "---"); add the line "---" after it')
}
