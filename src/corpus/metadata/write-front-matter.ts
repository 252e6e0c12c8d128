import { isMap, parseDocument } from 'yaml'
import { BadFile } from '../article/bad-file.ts'
import { checkStated, type FrontMatter, parseFrontMatter } from './front-matter.ts'
import { splitFrontMatter } from './split-front-matter.ts'
import { checkYaml } from './yaml-limits.ts'

/** Metadata that a moderator can state for an article. */
export type Stated = Readonly<Partial<Record<keyof FrontMatter, string>>>

/**
 * A file's text with `stated` in its front matter, in place of the values there; the rest is unchanged.
 * @throws BadFile if its front matter is broken, or `stated` is invalid.
 */
export function withFrontMatter(text: string, stated: Stated): string {
  checkStated(stated)
  const { yaml, bodyStart } = splitFrontMatter(text)
  checkYaml(yaml ?? '')
  const document = parseDocument(yaml ?? '', { logLevel: 'error' })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    throw new BadFile('front-matter', 'has broken front matter; correct the lines between the two "---"')
  }
  for (const [key, value] of Object.entries(stated)) document.set(key, value)
  const source = document.toString({ lineWidth: 0 })
  parseFrontMatter(source)
  return `---\n${source}---\n${yaml === null ? `\n${text}` : text.slice(bodyStart)}`
}
