import { isMap, parseDocument } from 'yaml'
import { BadFile } from '../article/bad-file.ts'
import { checkStated, type FrontMatter, parseFrontMatter } from './front-matter.ts'
import { splitFrontMatter } from './split-front-matter.ts'
import { checkYaml } from './yaml-limits.ts'

/** What may be stated of an article. */
export type Stated = Readonly<Partial<Record<keyof FrontMatter, string>>>

/**
 * A file's text with this in its front matter, before what that states already, and the rest unchanged.
 * @throws BadFile where the front matter that it has is broken, or what is stated is not as it must be.
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
