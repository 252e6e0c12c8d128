import { setImmediate as breathe } from 'node:timers/promises'
import type { Article } from '../../corpus/article/article.ts'
import type { Corpus } from '../../corpus/folder/read-folder.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import type { ArticlePlaces } from '../changes/article-places.ts'
import { LibraryError } from '../errors/library-error.ts'
import { buildGeneration, type Generation, generationId, withSkipped } from '../generation/generation.ts'
import type { FileReader } from '../reader/file-reader.ts'
import { readArticles } from './read-articles.ts'
import { readCorpusWhole } from './readings.ts'
import { compareGenerations, type ReindexReport } from './reindex-report.ts'
import type { BuildTask, Progress } from './reindex-request.ts'

/** The inputs of a reindex. */
export interface ReindexWork extends ArticlePlaces {
  readonly version: string
  readonly before: Generation
  readonly reader: FileReader
  readonly check: (generation: Generation) => void | Promise<void>
  /** Stores the new generation, and makes it the stored current one; absent if nothing is stored. */
  readonly keep?:
    | ((generation: Generation, progress: (step: Progress['step']) => Promise<void>) => Promise<void>)
    | undefined
}

/** How changes are read. */
export interface ChangesOptions {
  readonly reader: FileReader
  /** Parses and reads every file again. Default false. */
  readonly full?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** Reads the articles. Those of `before` whose bytes have not changed stay the same objects. */
export function readChanges(
  places: ArticlePlaces,
  before: Generation | null,
  { reader, full = false, signal }: ChangesOptions,
): Promise<Corpus> {
  const old = new Map(before?.articles.map((article): [string, Article] => [article.file, article]))
  const known = (file: string, hash: string) => {
    const article = full ? undefined : old.get(file)
    return article?.hash === hash ? article : undefined
  }
  const { parse, concurrency } = reader
  return readArticles(places, { known, earlier: (file) => old.get(file), parse, concurrency, signal })
}

/** Refuses to go on if an article exists but cannot be read at the moment: it must not be lost. */
function refuseLosses({ articles }: Generation, { skipped }: Corpus): void {
  for (const { file, code, reason } of skipped) {
    if (code !== 'unreadable') continue
    if (articles.some((article) => article.file === file || (file.endsWith('/') && article.file.startsWith(file)))) {
      throw new LibraryError(fixedText('reindex.loses', { file, reason }), null)
    }
  }
}

/** Checks that the files that were added or restored are articles now and have displaced no other. */
function refuseUnread({ articles }: Generation, { skipped }: Corpus, requiredFiles: readonly string[]): void {
  if (requiredFiles.length === 0) return
  const others = new Set(articles.map(({ file }) => file))
  const left = skipped.find(
    ({ file, code }) => requiredFiles.includes(file) || (code === 'duplicate' && others.has(file)),
  )
  if (left !== undefined) throw new LibraryError(`${left.file} ${left.reason}.`, null)
}

/** Builds the generation of the articles as they are now, stores it, and reports. `before` is not changed. */
export async function reindex(
  { folder, dataDir, version, before, reader, check, keep }: ReindexWork,
  { full, signal, onProgress, requiredFiles }: Pick<BuildTask, 'full' | 'signal' | 'onProgress' | 'requiredFiles'>,
): Promise<{ readonly after: Generation; readonly report: ReindexReport }> {
  const begun = performance.now()
  const took = () => Math.round(performance.now() - begun)
  const cancelled = () => new LibraryError(fixedText('reindex.cancelled'), null)
  const at = async (step: Progress['step'], done = 0, of = 0): Promise<void> => {
    onProgress?.({ step, done, of })
    await breathe()
    // After the switch there is nothing to cancel.
    if (signal?.aborted && step !== 'clearing') throw cancelled()
  }
  const isSame = ({ articles }: Corpus) => !full && generationId(articles, version) === before.id
  const same = ({ skipped }: Corpus) => {
    const after = withSkipped(before, skipped)
    return { after, report: compareGenerations(before, after, took()) }
  }
  await at('reading')
  const found = await readChanges({ folder, dataDir }, before, { reader, full, signal }).catch((error: unknown) => {
    throw signal?.aborted ? cancelled() : error
  })
  refuseLosses(before, found)
  refuseUnread(before, found, requiredFiles)
  if (isSame(found)) return same(found)
  // The slow part: one article at a time, so that progress can be shown and the work can be cancelled.
  const onArticle = (done: number, of: number) => at('quotations', done, of)
  const { corpus, readings } = await readCorpusWhole(found, { folder, reader, before, full, onArticle })
  refuseUnread(before, corpus, requiredFiles)
  if (isSame(corpus)) return same(corpus)
  // What follows needs most memory.
  await reader.close()
  await at('indexing')
  const after = buildGeneration(corpus, version, readings)
  await at('statements')
  void after.statements
  await at('facts')
  void after.facts
  await at('checking')
  await check(after)
  await keep?.(after, (step) => at(step))
  return { after, report: compareGenerations(before, after, took()) }
}
