import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Article } from './article.ts'
import { BadFile, type SkippedFile } from './bad-file.ts'
import { CorpusError } from './corpus-error.ts'
import { decode, largestFile } from './decode.ts'
import { parseArticle } from './parse-article.ts'

/** The articles of a folder in the order of their paths, and the files that could not be read. */
export interface Corpus {
  readonly articles: readonly Article[]
  readonly skipped: readonly SkippedFile[]
}

export interface ReadCorpusOptions {
  /** Read a file whose bytes equal an earlier one's too, instead of naming it as skipped. Default false. */
  readonly keepDuplicates?: boolean
}

const extensions = new Set(['.txt', '.text', '.md', '.markdown'])

/** Compares by UTF-16 units, so that the order is the same on every machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'
}

/** The files below `folder` with `/`, hidden ones left out, in order; folders that cannot be listed go to `skipped`. */
async function listFiles(folder: string, skipped: SkippedFile[]): Promise<string[]> {
  const files: string[] = []
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
      if (below === '') throw error
      skipped.push({ file: `${below}/`, code: 'unreadable', reason: `cannot be listed (${errorCode(error)})` })
      return []
    })
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) await walk(path)
      else files.push(path)
    }
  }
  await walk('')
  return files.sort(byCodeUnit)
}

/** The real path of `file`, which must be inside the real path of the folder. */
async function resolveInside(root: string, file: string): Promise<string> {
  const path = await realpath(join(root, file))
  const inside = relative(root, path)
  if (inside === '..' || inside.startsWith(`..${sep}`) || path === root) {
    throw new BadFile('link-out', 'is a link out of the folder; copy the file itself into it')
  }
  return path
}

async function readBytes(root: string, file: string): Promise<Buffer> {
  const path = await resolveInside(root, file)
  if (!(await stat(path)).isFile()) throw new BadFile('not-regular', 'is not a regular file')
  if (!extensions.has(extname(file).toLowerCase())) {
    throw new BadFile('unsupported', `is not a format that is read (${[...extensions].join(', ')})`)
  }
  // Non-blocking, so that a pipe put in the file's place after the check above cannot hang the reading.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { size } = await handle.stat()
    if (size > largestFile) throw new BadFile('too-large', 'is over 2 MiB; split it into smaller files')
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function asSkipped(file: string, error: unknown): SkippedFile {
  if (error instanceof BadFile) return { file, code: error.code, reason: error.reason }
  return { file, code: 'unreadable', reason: `cannot be read (${errorCode(error)})` }
}

async function openFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder)
    if ((await stat(root)).isDirectory()) return root
  } catch (error) {
    const what = errorCode(error) === 'ENOENT' ? 'does not exist' : `cannot be opened (${errorCode(error)})`
    throw new CorpusError(
      folder,
      `The articles' folder ${folder} ${what}: set ARTICLES_DIR to a folder of .txt or .md files.`,
    )
  }
  throw new CorpusError(folder, `${folder} is not a folder: set ARTICLES_DIR to a folder of .txt or .md files.`)
}

/**
 * Reads every article below `folder`. A file that cannot be read is named in `skipped`, the others are read all the same.
 * @throws CorpusError when the folder is missing or holds no article.
 */
export async function readCorpus(folder: string, { keepDuplicates = false }: ReadCorpusOptions = {}): Promise<Corpus> {
  const root = await openFolder(folder)
  const articles: Article[] = []
  const skipped: SkippedFile[] = []
  const files = await listFiles(root, skipped).catch((error: unknown) => {
    throw new CorpusError(
      folder,
      `The articles' folder ${folder} cannot be listed (${errorCode(error)}): check its permissions.`,
    )
  })
  const firstWith = new Map<string, string>()
  for (const file of files) {
    try {
      const bytes = await readBytes(root, file)
      const hash = createHash('sha256').update(bytes).digest('hex')
      const first = firstWith.get(hash)
      if (first !== undefined && !keepDuplicates) throw new BadFile('duplicate', `holds the same text as ${first}`)
      articles.push(await parseArticle(file, decode(bytes), hash))
      firstWith.set(hash, first ?? file)
    } catch (error) {
      skipped.push(asSkipped(file, error))
    }
  }
  if (articles.length === 0) {
    const why =
      skipped[0] === undefined ? 'is empty' : `holds no readable article (${skipped[0].file} ${skipped[0].reason})`
    throw new CorpusError(
      folder,
      `The articles' folder ${folder} ${why}: put .txt or .md files into it, or set ARTICLES_DIR.`,
    )
  }
  return { articles, skipped }
}
