import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import type { Article } from './article.ts'
import { BadFile, type SkippedFile } from './bad-file.ts'
import { CorpusError } from './corpus-error.ts'
import { decode } from './decode.ts'
import { errorCode, listFiles, readBytes, shownName } from './files.ts'
import { checkParagraphLength } from './paragraph-length.ts'
import { parseArticle } from './parse-article.ts'

/** The articles of a folder in the order of their paths, and the files that could not be read. */
export interface Corpus {
  readonly articles: readonly Article[]
  readonly skipped: readonly SkippedFile[]
}

export interface ReadCorpusOptions {
  /** Read a file that holds the same text as an earlier one too, instead of naming it as skipped. Default false. */
  readonly keepDuplicates?: boolean
  /** An article that was made of a file of these bytes before, and need not be made again. */
  readonly known?: (file: string, hash: string) => Article | undefined
}

const lineEnd = /\r\n?/g

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

const extension = /\.[^./]+$/

/** The articles with ids of their own: where two files differ in their extensions alone, each keeps its own in its id. */
function withOwnIds(articles: readonly Article[]): Article[] {
  const files = new Map<string, number>()
  const short = (file: string) => file.replace(extension, '')
  for (const { file } of articles) files.set(short(file), (files.get(short(file)) ?? 0) + 1)
  return articles.map((article) => {
    const id = (files.get(short(article.file)) ?? 0) > 1 ? article.file : short(article.file)
    return article.id === id ? article : { ...article, id }
  })
}

function asSkipped(name: string, error: unknown): SkippedFile {
  const file = shownName(name)
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
      `The articles' folder ${folder} ${what}: set ARTICLES_DIR to a folder of .txt, .md or .html files.`,
    )
  }
  throw new CorpusError(folder, `${folder} is not a folder: set ARTICLES_DIR to a folder of .txt, .md or .html files.`)
}

/**
 * Reads every article below `folder`. A file that cannot be read is named in `skipped`, the others are read all the same.
 * @throws CorpusError when the folder is missing or holds no article.
 */
export async function readCorpus(
  folder: string,
  { keepDuplicates = false, known }: ReadCorpusOptions = {},
): Promise<Corpus> {
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
      const text = decode(bytes)
      const same = sha256(text.replace(lineEnd, '\n').trim())
      const first = firstWith.get(same)
      if (first !== undefined && !keepDuplicates) throw new BadFile('duplicate', `holds the same text as ${first}`)
      const hash = sha256(bytes)
      const article = known?.(file, hash) ?? (await parseArticle(file, text, hash))
      checkParagraphLength(article.paragraphs)
      articles.push(article)
      firstWith.set(same, first ?? file)
    } catch (error) {
      skipped.push(asSkipped(file, error))
    }
  }
  if (articles.length === 0) {
    const why =
      skipped[0] === undefined ? 'is empty' : `holds no readable article (${skipped[0].file} ${skipped[0].reason})`
    throw new CorpusError(
      folder,
      `The articles' folder ${folder} ${why}: put .txt, .md or .html files into it, or set ARTICLES_DIR.`,
    )
  }
  return { articles: withOwnIds(articles), skipped }
}
