import { isMap, parseDocument, stringify } from 'yaml'
import { BadFile } from '../article/bad-file.ts'
import { checkStated, foldedKey, parseFrontMatter, type Stated } from './front-matter.ts'
import { frontMatterValues } from './front-matter-values.ts'
import { type SplitFile, splitFrontMatter } from './split-front-matter.ts'

/** The YAML of front matter with `stated` in place of its own values; the rest of it is unchanged. */
function withStated(frontMatter: SplitFile['frontMatter'], stated: Stated): string {
  const own = frontMatter?.format === 'yaml' ? frontMatterValues(frontMatter) : null
  if (frontMatter !== null && own?.problem === null) {
    const document = parseDocument(frontMatter.source, { logLevel: 'error' })
    if (document.errors.length === 0 && (document.contents === null || isMap(document.contents))) {
      for (const [key, value] of Object.entries(stated)) {
        // Another spelling of the key ("Title") could take precedence.
        for (const other of own.values.keys()) if (other !== key && foldedKey(other) === key) document.delete(other)
        document.set(key, value)
      }
      return document.toString({ lineWidth: 0 })
    }
  }
  // Front matter of another format, or that is not valid: what can be read of it.
  const { authors = [], warnings: _, ...read } = frontMatter === null ? {} : parseFrontMatter(frontMatter)
  const known = Object.entries(read).filter(([, value]) => value !== null)
  return stringify(
    { ...Object.fromEntries(known), ...(authors.length > 0 && { authors }), ...stated },
    { lineWidth: 0 },
  )
}

/**
 * A file's text with `stated` in its front matter, in place of the values there.
 * @throws BadFile if `stated` is invalid, or the front matter would not state it.
 */
export function withFrontMatter(text: string, stated: Stated): string {
  checkStated(stated)
  const { frontMatter, bodyStart } = splitFrontMatter(text)
  const source = withStated(frontMatter, stated)
  if (frontMatterValues({ format: 'yaml', source, isOpen: false }).problem !== null) {
    throw new BadFile('front-matter', 'has broken front matter; correct the lines between the two "---"')
  }
  return `---\n${source}---\n${frontMatter === null ? `\n${text}` : text.slice(bodyStart)}`
}
