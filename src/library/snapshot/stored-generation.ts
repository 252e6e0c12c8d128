import { deserialize, serialize } from 'node:v8'
import type { Article } from '../../corpus/article/article.ts'
import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import type { Statement } from '../../reading/statements/statement.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import { restoreMiniSearchIndex } from '../../search/minisearch-index.ts'
import type { StoredIndex } from '../../search/stored-index.ts'
import { noWords, type WordCounts } from '../../search/vocabulary.ts'
import { type ArticleReading, type PassageTerms, restoreReading } from '../generation/article-reading.ts'
import { type Generation, joinGeneration } from '../generation/generation.ts'
import { readGraph } from './graph-reader.ts'
import { writeGraph } from './graph-writer.ts'

/** The sections of a stored generation. All but the first are decoded at first use. */
export const sectionNames = ['articles', 'index', 'words', 'quotations', 'facts', 'readings'] as const

export type Sections = Readonly<Record<(typeof sectionNames)[number], Buffer>>

interface StoredArticles {
  readonly articles: readonly Article[]
  readonly skipped: readonly SkippedFile[]
}

interface StoredQuotations {
  /** By article. */
  readonly utterances: readonly (readonly Utterance[])[]
  readonly statements: readonly Statement[]
}

interface StoredFacts {
  /** By article. */
  readonly reports: readonly (readonly Claim[])[]
  readonly facts: readonly Fact[]
}

/** By article. */
type StoredReadings = readonly Readonly<{ passages: readonly PassageTerms[]; words: WordCounts }>[]

// The index is mostly flat lists of numbers, which V8 stores as they are.
function readIndex(bytes: Buffer): StoredIndex {
  return deserialize(bytes)
}

function targetsIn(articles: readonly Article[]): readonly object[] {
  return articles.flatMap((article) => [article, ...article.paragraphs])
}

/** Encodes a generation; everything that is otherwise read at first use is read now. */
export function storeGeneration({ articles, skipped, parts }: Generation): Sections {
  const targets = targetsIn(articles)
  const readings = parts.readings()
  const quotations = (): StoredQuotations => ({
    utterances: readings.map(({ utterances }) => utterances),
    statements: parts.statements(),
  })
  const facts = (): StoredFacts => ({ reports: readings.map(({ reports }) => reports), facts: parts.facts() })
  const stored = (): StoredReadings => readings.map(({ passages, words }) => ({ passages, words }))
  // Each value is made only for its section, so that it can be freed before the next one is encoded.
  return {
    articles: writeGraph({ articles, skipped } satisfies StoredArticles, []),
    index: serialize(parts.index().toData()),
    words: writeGraph(parts.words(), []),
    quotations: writeGraph(quotations(), targets),
    facts: writeGraph(facts(), targets),
    readings: writeGraph(stored(), []),
  }
}

/** Decodes a generation. The sections must be unchanged, and written by the same code. */
export function restoreGeneration(id: string, sections: Sections): Generation {
  const { articles, skipped } = readGraph<StoredArticles>(sections.articles, [])
  const targets = once(() => targetsIn(articles))
  const quotations = once(() => readGraph<StoredQuotations>(sections.quotations, targets()))
  const facts = once(() => readGraph<StoredFacts>(sections.facts, targets()))
  const readings = once(() => {
    const stored = readGraph<StoredReadings>(sections.readings, [])
    return articles.map((article, at): ArticleReading => {
      const { passages = [], words = noWords } = stored[at] ?? {}
      const utterances = () => quotations().utterances[at] ?? []
      return restoreReading({ article, passages, words }, { utterances, reports: () => facts().reports[at] ?? [] })
    })
  })
  const utterances = once(() => quotations().utterances.flat())
  return joinGeneration(
    { id, articles, skipped },
    {
      readings,
      index: once(() => restoreMiniSearchIndex(readIndex(sections.index))),
      words: once(() => readGraph<WordCounts>(sections.words, [])),
      utterances,
      statements: () => quotations().statements,
      facts: () => facts().facts,
    },
  )
}
