import type { Article } from '../corpus/article.ts'
import type { SkippedFile } from '../corpus/bad-file.ts'
import { readCorpus } from '../corpus/folder.ts'
import { buildGeneration, type Generation, readWhole } from './generation.ts'

export interface LibraryOptions {
  /** The articles' folder. */
  readonly folder: string
  /** The version of the program, part of a generation's id. */
  readonly version: string
}

/** What a reindex found, against the generation before it. Files are paths below the articles' folder. */
export interface ReindexReport {
  /** The ids of the generation before and after; the same where nothing changed. */
  readonly before: string
  readonly after: string
  readonly articles: number
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly skipped: readonly SkippedFile[]
}

/** A reindex is asked for while another one is under way. */
export class ReindexBusyError extends Error {
  override readonly name = 'ReindexBusyError'

  constructor() {
    super('The articles are being read again already: wait for that to end.')
  }
}

/** Holds the current generation. */
export interface Library {
  readonly current: Generation
  /**
   * Reads the folder again, builds a generation of it aside, and puts that in the current one's place in one step. When it
   * throws, the current generation stays.
   * @throws ReindexBusyError while another reindex is under way.
   * @throws CorpusError when the folder is missing or holds no article.
   */
  reindex(): Promise<ReindexReport>
}

/** Opens the library of a folder. @throws CorpusError when the folder is missing or holds no article. */
export async function openLibrary({ folder, version }: LibraryOptions): Promise<Library> {
  const build = async () => buildGeneration(await readCorpus(folder), version)
  let current = await build()
  let busy = false
  return {
    get current() {
      return current
    },
    async reindex() {
      if (busy) throw new ReindexBusyError()
      busy = true
      try {
        const before = current
        const after = await build()
        readWhole(after)
        current = after
        return compare(before, after)
      } finally {
        busy = false
      }
    },
  }
}

function compare(before: Generation, after: Generation): ReindexReport {
  const hashes = ({ articles }: { readonly articles: readonly Article[] }) =>
    new Map(articles.map(({ file, hash }) => [file, hash]))
  const old = hashes(before)
  const now = hashes(after)
  const files = [...now.keys()]
  return {
    before: before.id,
    after: after.id,
    articles: after.articles.length,
    added: files.filter((file) => !old.has(file)),
    changed: files.filter((file) => old.has(file) && old.get(file) !== now.get(file)),
    removed: [...old.keys()].filter((file) => !now.has(file)),
    skipped: after.skipped,
  }
}
