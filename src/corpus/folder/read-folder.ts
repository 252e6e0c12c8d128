import { realpath, stat } from 'node:fs/promises'
import { startAhead } from '../../resources/start-ahead.ts'
import type { Article } from '../article/article.ts'
import { BadFile, copyOf, type SkippedFile } from '../article/bad-file.ts'
import { CorpusError } from '../article/corpus-error.ts'
import { sha256 } from '../article/sha256.ts'
import { withoutRepeated } from '../boilerplate/repeated-paragraphs.ts'
import { parseFile } from '../parse-file.ts'
import { byCodeUnit, errorCode, listFiles, readBytes, shownName } from './files.ts'

/** The articles in the order of their paths, and the files that could not be read. */
export interface Corpus {
  readonly articles: readonly Article[]
  readonly skipped: readonly SkippedFile[]
}

export interface ReadCorpusOptions {
  /** Also read a file that has the same text as an earlier one, instead of skipping it. Default false. */
  readonly keepDuplicates?: boolean
  /** The article of the same file and bytes, if it was parsed before and need not be parsed again. */
  readonly known?: ((file: string, hash: string) => Article | undefined) | undefined
  /** The article of an earlier text of a file: it stays if the new text cannot be parsed because of a bug or the time limit. */
  readonly earlier?: ((file: string) => Article | undefined) | undefined
  /** Parses a file. Default `parseFile`. */
  readonly parse?: ((file: string, bytes: Uint8Array) => Promise<Article>) | undefined
  /** The number of files that are parsed at the same time. Default 1. */
  readonly concurrency?: number | undefined
  /** Cancels the reading between two files. */
  readonly signal?: AbortSignal | undefined
  /** A second folder, whose articles are added to those of the first; it may be missing. */
  readonly added?: string | undefined
  /** Paths below the first folder that are left out. */
  readonly hidden?: ReadonlySet<string> | undefined
  /** A path below the first folder, with `/`, that is left out with everything in it. */
  readonly except?: string | undefined
}

/** A file of the corpus, and the real path of the folder that it is in. */
interface Listed {
  readonly file: string
  readonly root: string
}

const extension = /\.[^./]+$/

/**
 * The articles with unique ids. If two ids would be the same because the files differ only in their extensions, each keeps its
 * extension in its id.
 */
function withOwnIds(articles: readonly Article[]): Article[] {
  const files = new Map<string, number>()
  const short = (file: string) => file.replace(extension, '')
  for (const { file } of articles) {
    for (const name of [short(file), file]) files.set(name, (files.get(name) ?? 0) + 1)
  }
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

/** A file whose earlier text stays an article. */
export function asStale(file: string, { reason }: BadFile): SkippedFile {
  return { file, code: 'stale', reason: `${reason}; answers still come from its earlier text` }
}

/** The article of a file's bytes. If a bug or the time limit prevents that, the earlier article, with the reason. */
async function articleOf(
  file: string,
  bytes: Uint8Array,
  { known, earlier, parse = parseFile }: ReadCorpusOptions,
): Promise<{ readonly article: Article; readonly stale?: SkippedFile }> {
  const same = known?.(file, sha256(bytes))
  if (same !== undefined) return { article: same }
  try {
    return { article: await parse(file, bytes) }
  } catch (error) {
    const before = error instanceof BadFile && error.code === 'fault' ? earlier?.(file) : undefined
    if (before === undefined || !(error instanceof BadFile)) throw error
    return { article: before, stale: asStale(file, error) }
  }
}

async function openFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder)
    if ((await stat(root)).isDirectory()) return root
  } catch (error) {
    const what = errorCode(error) === 'ENOENT' ? 'does not exist' : `cannot be opened (${errorCode(error)})`
    throw new CorpusError(
      folder,
      `The folder of articles ${folder} ${what}: set ARTICLES_DIR to a folder of .txt, .md or .html files.`,
    )
  }
  throw new CorpusError(folder, `${folder} is not a folder: set ARTICLES_DIR to a folder of .txt, .md or .html files.`)
}

async function list(folder: string, root: string, skipped: SkippedFile[], except?: string): Promise<readonly Listed[]> {
  try {
    return (await listFiles(root, skipped, except)).map((file) => ({ file, root }))
  } catch (error) {
    throw new CorpusError(
      folder,
      `The folder of articles ${folder} cannot be listed (${errorCode(error)}): check its permissions.`,
    )
  }
}

/** The files of a folder that may be missing. */
async function listAdded(folder: string | undefined, skipped: SkippedFile[]): Promise<readonly Listed[]> {
  if (folder === undefined) return []
  try {
    return await list(folder, await realpath(folder), skipped)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    if (error instanceof CorpusError) throw error
    throw new CorpusError(folder, `The folder of added articles ${folder} cannot be opened (${errorCode(error)}).`)
  }
}

/** The files of both folders in one order, without added files whose name is also in the first folder. */
async function listJoined(
  folder: string,
  { added, hidden, except }: ReadCorpusOptions,
  skipped: SkippedFile[],
): Promise<readonly Listed[]> {
  const root = await openFolder(folder)
  const all = await list(folder, root, skipped, except)
  const own = all.filter(({ file }) => hidden?.has(file) !== true)
  const taken = new Set(own.map(({ file }) => file))
  const joining = (await listAdded(added, skipped)).filter(({ file }) => {
    if (!taken.has(file)) return true
    const reason = 'is an added article, but the folder of articles has a file of that name; rename one of them'
    skipped.push({ file, code: 'name-taken', reason })
    return false
  })
  return [...own, ...joining].sort((a, b) => byCodeUnit(a.file, b.file))
}

function noArticle(folder: string, hidden: number, [first]: readonly SkippedFile[]): CorpusError {
  const isHidden =
    hidden === 0 ? '' : `${hidden} article${hidden === 1 ? ' is' : 's are'} hidden, and no other can be read`
  const why = first === undefined ? 'is empty' : `has no readable article (${first.file} ${first.reason})`
  return new CorpusError(
    folder,
    isHidden === ''
      ? `The folder of articles ${folder} ${why}: put .txt, .md or .html files into it, or set ARTICLES_DIR.`
      : `No article would be left (${isHidden}): at least one must remain.`,
  )
}

/**
 * Reads all articles below `folder`, and the added ones. A file that cannot be read is named in `skipped`, and the others are read.
 * @throws CorpusError if the folder is missing, or there is no article; the reason of `signal` if it is aborted.
 */
export async function readCorpus(folder: string, options: ReadCorpusOptions = {}): Promise<Corpus> {
  const { keepDuplicates = false, concurrency = 1, signal } = options
  const articles: Article[] = []
  const skipped: SkippedFile[] = []
  const firstWith = new Map<string, string>()
  const listed = await listJoined(folder, options, skipped)
  const parsed = startAhead(listed, concurrency, async ({ root, file }) => {
    return articleOf(file, await readBytes(root, file), options)
  })
  for (const [at, { file }] of listed.entries()) {
    try {
      const { article, stale } = await parsed.resultAt(at)
      const first = firstWith.get(article.textHash)
      if (first !== undefined && !keepDuplicates) throw copyOf(first)
      articles.push(article)
      if (stale !== undefined) skipped.push(stale)
      firstWith.set(article.textHash, first ?? file)
    } catch (error) {
      signal?.throwIfAborted()
      skipped.push(asSkipped(file, error))
    }
  }
  if (articles.length === 0) throw noArticle(folder, options.hidden?.size ?? 0, skipped)
  return { articles: withoutRepeated(withOwnIds(articles)), skipped }
}
