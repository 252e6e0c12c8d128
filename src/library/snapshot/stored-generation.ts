import { deserialize, serialize } from 'node:v8'
import type { Article } from '../../corpus/article/article.ts'
import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import type { Statement } from '../../reading/statements/statement.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import { restoreMiniSearchIndex } from '../../search/minisearch-index.ts'
import type { StoredIndex } from '../../search/postings/stored-index.ts'
import type { WordCounts } from '../../search/terms/vocabulary.ts'
import { lengthOf } from '../generation/article-reading.ts'
import { type Generation, type GenerationParts, joinGeneration } from '../generation/generation.ts'
import { readGraph } from './graph-reader.ts'
import { writeGraph } from './graph-writer.ts'
import { restoreFacts, storeFacts } from './stored-facts.ts'
import { restoreStored, storeReading } from './stored-reading.ts'

/**
 * The sections of a stored generation, each in pieces. All but the first are read at first use. `readings` has two pieces for each article,
 * which are read when that article is needed.
 */
export const sectionNames = ['articles', 'index', 'readings', 'words', 'statements', 'facts'] as const

export type SectionName = (typeof sectionNames)[number]

/** A part of a section. */
export interface Piece {
  readonly section: SectionName
  readonly bytes: Uint8Array
}

/** The pieces of a stored generation. */
export interface StoredPieces {
  /** The number of pieces of a section. */
  count(section: SectionName): number
  /** The bytes of a piece. */
  read(section: SectionName, at: number): Buffer
}

/** How much is in one piece: enough that its strings are shared, and not so much that encoding it takes much memory. */
export interface PieceLimits {
  /** Characters of articles. A longer article is a piece of its own. */
  readonly characters: number
  readonly facts: number
}

const defaultLimits: PieceLimits = { characters: 1_000_000, facts: 2_000 }

interface StoredArticles {
  readonly articles: readonly Article[]
  readonly skipped: readonly SkippedFile[]
}

/** Statements as lists of utterances, which are given by their index among those of all articles. */
interface StoredStatements {
  /** The number of utterances of each statement. */
  readonly counts: Uint32Array
  readonly utterances: Uint32Array
}

// The index is mostly flat lists of numbers, which V8 stores as they are.
function readIndex(bytes: Buffer): StoredIndex {
  return deserialize(bytes)
}

/** Encodes one article. */
export function storeArticle(article: Article): Buffer {
  return writeGraph({ articles: [article], skipped: [] } satisfies StoredArticles, [])
}

/** Encodes a list of skipped files as a piece without articles. */
export function storeSkipped(skipped: readonly SkippedFile[]): Buffer {
  return writeGraph({ articles: [], skipped } satisfies StoredArticles, [])
}

function* storeArticles({ articles, skipped }: StoredArticles, characters: number): Generator<Buffer> {
  let some: Article[] = []
  let length = 0
  let left = skipped
  for (const [at, article] of articles.entries()) {
    some.push(article)
    length += lengthOf(article)
    if (length < characters && at < articles.length - 1) continue
    yield writeGraph({ articles: some, skipped: left } satisfies StoredArticles, [])
    some = []
    length = 0
    left = []
  }
  if (articles.length === 0) yield writeGraph({ articles, skipped } satisfies StoredArticles, [])
}

function storeStatements(statements: readonly Statement[], utterances: readonly Utterance[]): Buffer {
  const indexes = new Map(utterances.map((utterance, at) => [utterance, at]))
  const stored: StoredStatements = {
    counts: Uint32Array.from(statements, (statement) => statement.length),
    utterances: Uint32Array.from(statements.flatMap((statement) => statement.map((one) => indexes.get(one) ?? 0))),
  }
  return writeGraph(stored, [])
}

function restoreStatements(bytes: Buffer, all: readonly Utterance[]): readonly Statement[] {
  const { counts, utterances } = readGraph<StoredStatements>(bytes, [])
  let end = 0
  return Array.from(counts, (count): Statement => {
    const start = end
    end += count
    const [first, ...others] = Array.from(utterances.subarray(start, end), (at) => all[at]).filter(
      (one) => one !== undefined,
    )
    if (first === undefined) throw new RangeError('a statement has no utterance')
    return [first, ...others]
  })
}

/** Encodes what is said in several articles, and the words of all of them. */
export function* storeJoined({ articles, parts }: Generation, facts = defaultLimits.facts): Generator<Piece> {
  const indexes = new Map(articles.map((article, at) => [article, at]))
  yield { section: 'words', bytes: writeGraph(parts.words(), []) }
  yield { section: 'statements', bytes: storeStatements(parts.statements(), parts.utterances()) }
  const stored = storeFacts(parts.facts(), facts, (article) => indexes.get(article) ?? 0)
  for (const bytes of stored) yield { section: 'facts', bytes }
}

/** Encodes a generation; everything that is otherwise read at first use is read now. */
export function* storeGeneration(generation: Generation, limits: PieceLimits = defaultLimits): Generator<Piece> {
  const { parts } = generation
  for (const bytes of storeArticles(generation, limits.characters)) yield { section: 'articles', bytes }
  yield { section: 'index', bytes: serialize(parts.index().toData()) }
  for (const reading of parts.readings()) {
    const { words, slowParts } = storeReading(reading)
    yield { section: 'readings', bytes: words }
    yield { section: 'readings', bytes: slowParts }
  }
  yield* storeJoined(generation, limits.facts)
}

function* all(pieces: StoredPieces, section: SectionName): Generator<Buffer> {
  for (let at = 0; at < pieces.count(section); at++) yield pieces.read(section, at)
}

/** An index that is not in this process, by what is stored in the place of one. */
export type OpenStoredIndex = (stored: Buffer) => NonNullable<GenerationParts['openIndex']>

/**
 * Decodes a generation. The pieces must be unchanged, and written by the same code. `openIndex` opens an index outside this process; by
 * default, the pieces contain the index.
 */
export function restoreGeneration(id: string, pieces: StoredPieces, openIndex?: OpenStoredIndex): Generation {
  const stored = Array.from(all(pieces, 'articles'), (bytes) => readGraph<StoredArticles>(bytes, []))
  const articles = stored.flatMap((one) => one.articles)
  const skipped = stored.flatMap((one) => one.skipped)
  const readings = once(() =>
    articles.map((article, at) =>
      restoreStored(article, {
        get words() {
          return pieces.read('readings', 2 * at)
        },
        get slowParts() {
          return pieces.read('readings', 2 * at + 1)
        },
      }),
    ),
  )
  const utterances = once(() => readings().flatMap((reading) => reading.utterances))
  return joinGeneration(
    { id, articles, skipped },
    {
      readings,
      openIndex: openIndex && ((context) => openIndex(pieces.read('index', 0))(context)),
      index: once(() => restoreMiniSearchIndex(readIndex(pieces.read('index', 0)))),
      words: once(() => readGraph<WordCounts>(pieces.read('words', 0), [])),
      utterances,
      statements: once(() => restoreStatements(pieces.read('statements', 0), utterances())),
      facts: once(() => restoreFacts(all(pieces, 'facts'), (at) => readings()[at]?.reports ?? [])),
    },
  )
}
