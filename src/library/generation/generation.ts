import { createHash } from 'node:crypto'
import type { Article, Paragraph } from '../../corpus/article/article.ts'
import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import type { Corpus } from '../../corpus/folder/read-folder.ts'
import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import type { Sentence } from '../../language/analysis/sentence.ts'
import { groupFacts } from '../../reading/facts/cluster-facts.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { groupStatements, type Statement } from '../../reading/statements/statement.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'
import { createLocalIndex } from '../../search/local-index.ts'
import { buildMiniSearchIndex, type MiniSearchIndex } from '../../search/minisearch-index.ts'
import type { KeyRange, ParagraphIndex } from '../../search/paragraph-index.ts'
import type { IndexedParagraph } from '../../search/postings/stored-index.ts'
import { inverseFrequency, type TermIndex } from '../../search/terms/term-statistics.ts'
import { createWordSums, type Vocabulary, vocabularyOf, type WordCounts } from '../../search/terms/vocabulary.ts'
import { type ArticleReading, readArticle, searchedParagraphs } from './article-reading.ts'

/** A paragraph that a search can find, with its article. Its index in `Generation.passages` is its key in the search index. */
export interface Passage {
  readonly key: number
  readonly article: Article
  readonly paragraph: Paragraph
}

/** One immutable state of everything that answers use. */
export interface Generation {
  /** Eight hex digits: the same articles read by the same code give the same id on any machine. */
  readonly id: string
  readonly articles: readonly Article[]
  readonly skipped: readonly SkippedFile[]
  readonly passages: readonly Passage[]
  readonly index: ParagraphIndex
  readonly statistics: TermIndex
  readonly vocabulary: Vocabulary
  readonly utterances: readonly Utterance[]
  readonly statements: readonly Statement[]
  readonly facts: readonly Fact[]
  /** Its parts, for code that stores it or builds on it. */
  readonly parts: GenerationParts
  /** The sentences of a passage, read at first use. */
  sentences(key: number): readonly Sentence[]
}

const keysOfArticles = oncePerObject((passages: readonly Passage[]): ReadonlyMap<Article, KeyRange> => {
  const ranges = new Map<Article, KeyRange>()
  for (const { key, article } of passages)
    ranges.set(article, { start: ranges.get(article)?.start ?? key, end: key + 1 })
  return ranges
})

/** The keys of an article's passages. */
export function keysOf({ passages }: Pick<Generation, 'passages'>, article: Article): KeyRange {
  return keysOfArticles(passages).get(article) ?? { start: 0, end: 0 }
}

/** The id of the generation of these articles, when the code of `version` reads them. */
export function generationId(articles: readonly Article[], version: string): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([version, process.versions['icu'], process.versions['unicode']]))
  for (const { file, hash: bytes } of articles) hash.update(JSON.stringify([file, bytes]))
  return hash.digest('hex').slice(0, 8)
}

/** Readings that another generation may reuse, by article. */
export type KnownReadings = ReadonlyMap<Article, ArticleReading>

/**
 * Builds the generation of a corpus. `version` identifies the code that reads it. Articles in `known` are not read again; the result is the
 * same. Quotations and facts are read at first use.
 */
export function buildGeneration({ articles, skipped }: Corpus, version: string, known?: KnownReadings): Generation {
  const readings = articles.map((article) => known?.get(article) ?? readArticle(article))
  const sums = createWordSums()
  function* paragraphs(): Generator<IndexedParagraph> {
    let key = 0
    for (const reading of readings) {
      const { passages, counts } = reading.words()
      sums.add(counts)
      for (const { terms, titleTerms } of passages) yield { key: key++, terms, titleTerms }
    }
  }
  const index = buildMiniSearchIndex(paragraphs())
  const words = once(sums.all)
  const utterances = once(() => readings.flatMap((reading) => reading.utterances))
  const statements = once(() => groupStatements(utterances(), (term) => inverseFrequency(index, term)))
  const facts = once(() => groupFacts(readings.flatMap(({ reports }) => reports)))
  const parts = { readings: () => readings, index: () => index, words, utterances, statements, facts }
  return joinGeneration({ id: generationId(articles, version), articles, skipped }, parts)
}

/** A search index, and what it knows about terms. */
export interface OpenedIndex {
  readonly index: ParagraphIndex
  readonly statistics: TermIndex
}

/** What an index outside this process is opened with. */
export interface IndexContext extends Pick<GenerationParts, 'readings'> {
  readonly passages: readonly Passage[]
  /** The keys of the first passages of articles, ascending. */
  readonly articleStarts: Uint32Array
  readonly vocabulary: () => Vocabulary
}

/** The parts of a generation, each created at first use. */
export interface GenerationParts {
  readings(): readonly ArticleReading[]
  /** The index in this process. It has no postings if `openIndex` is present. */
  index(): MiniSearchIndex
  /** Opens an index outside this process. Default: the index in this process is searched. */
  readonly openIndex?: ((context: IndexContext) => OpenedIndex) | undefined
  words(): WordCounts
  utterances(): readonly Utterance[]
  statements(): readonly Statement[]
  facts(): readonly Fact[]
}

function passagesOf(articles: readonly Article[]): readonly Passage[] {
  return articles
    .flatMap((article) => searchedParagraphs(article).map((paragraph) => ({ article, paragraph })))
    .map((place, key): Passage => ({ key, ...place }))
}

/** Creates a generation from its parts. */
export function joinGeneration(
  { id, articles, skipped }: Pick<Generation, 'id' | 'articles' | 'skipped'>,
  parts: GenerationParts,
): Generation {
  const passages = passagesOf(articles)
  const vocabulary = once(() => vocabularyOf(parts.words()))
  const opened = once((): OpenedIndex => {
    const articleStarts = Uint32Array.from(keysOfArticles(passages).values(), ({ start }) => start)
    const { readings, openIndex } = parts
    if (openIndex !== undefined) return openIndex({ readings, passages, articleStarts, vocabulary })
    const statistics = parts.index()
    return { index: createLocalIndex(statistics, vocabulary, articleStarts), statistics }
  })
  return {
    id,
    articles,
    skipped,
    passages,
    parts,
    get index() {
      return opened().index
    },
    get statistics() {
      return opened().statistics
    },
    get vocabulary() {
      return vocabulary()
    },
    get utterances() {
      return parts.utterances()
    },
    get statements() {
      return parts.statements()
    },
    get facts() {
      return parts.facts()
    },
    sentences(key) {
      const passage = passages[key]
      return passage === undefined ? [] : analyse(passage.paragraph).sentences
    },
  }
}

/** The same generation with another list of skipped files, which are not part of it. */
export function withSkipped({ id, articles, parts }: Generation, skipped: Generation['skipped']): Generation {
  return joinGeneration({ id, articles, skipped }, parts)
}
