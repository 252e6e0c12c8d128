import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = ['.github', 'bench', 'docs', 'resources', 'testkit']

/** A documentation page. Paths are relative to the repository. */
export interface Page {
  readonly path: string
  readonly text: string
}

export const readRepositoryFile = (path: string) => readFile(join(root, path), 'utf8')

/** Every documentation page of the repository; articles and fixtures are none. */
export async function readPages(): Promise<readonly Page[]> {
  const lists = await Promise.all([readdir(root), ...folders.map((folder) => list(folder))])
  const paths = lists.flat().filter((path) => path.endsWith('.md'))
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readRepositoryFile(path) })))
}

async function list(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(root, folder), { recursive: true })
  // The rivals that the benches measure have pages of their own.
  return files.filter((file) => !file.includes('node_modules')).map((file) => join(folder, file))
}

/** The text without blocks of code, in which nothing is markup. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '')
}

/** The targets of the page's relative links: a path relative to the repository, and an anchor ('' if there is none). */
export function relativeLinks({ path, text }: Page): readonly { readonly path: string; readonly anchor: string }[] {
  const targets = [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^[a-z]+:/i.test(target))
    .map((target) => {
      const [file = '', anchor = ''] = target.split('#')
      return { path: file === '' ? path : relative(root, join(root, dirname(path), file)), anchor }
    })
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchors(text: string): readonly string[] {
  return [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}

/** What the page shows as code inside its sentences. */
export function codeSpans({ text }: Page): readonly string[] {
  return [...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}

/** The rows of the page's tables, with trimmed cells, without heads. */
export function tableRows(text: string): readonly (readonly string[])[] {
  return [...prose(text).matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim().replaceAll('\\|', '|')),
  )
}

/** The section under a heading of the second level. */
export function section(text: string, heading: string): string {
  const [, after = ''] = `\n${text}`.split(`\n## ${heading}\n`)
  return after.split('\n## ')[0] ?? ''
}
