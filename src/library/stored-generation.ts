import type { Article } from '../corpus/article.ts'
import type { SkippedFile } from '../corpus/bad-file.ts'
import type { Fact } from '../reading/facts/fact.ts'
import type { Report } from '../reading/facts/report.ts'
import type { Statement } from '../reading/statements.ts'
import type { Utterance } from '../reading/utterances.ts'
import { restoreMiniSearchIndex, type StoredIndex } from '../search/minisearch-index.ts'
import { noWords, type WordCounts } from '../search/vocabulary.ts'
import { type ArticleReading, type PassageTerms, restoreReading } from './article-reading.ts'
import { type Generation, joinGeneration } from './generation.ts'
import { readLinked, writeLinked } from './linked.ts'
import { once } from './once.ts'

/** The parts in which a generation is stored. Each but the first is read when it is first needed. */
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
  readonly reports: readonly (readonly Report[])[]
  readonly facts: readonly Fact[]
}

/** By article. */
type StoredReadings = readonly Readonly<{ passages: readonly PassageTerms[]; words: WordCounts }>[]

function targetsIn(articles: readonly Article[]): readonly object[] {
  return articles.flatMap((article) => [article, ...article.paragraphs])
}

/** A generation as bytes; everything that it reads when first asked for is read now. */
export function storeGeneration({ articles, skipped, parts }: Generation): Sections {
  const targets = targetsIn(articles)
  const readings = parts.readings()
  const stored: {
    readonly articles: StoredArticles
    readonly index: StoredIndex
    readonly words: WordCounts
    readonly quotations: StoredQuotations
    readonly facts: StoredFacts
    readonly readings: StoredReadings
  } = {
    articles: { articles, skipped },
    index: parts.index().toData(),
    words: parts.words(),
    quotations: { utterances: readings.map(({ utterances }) => utterances), statements: parts.statements() },
    facts: { reports: readings.map(({ reports }) => reports), facts: parts.facts() },
    readings: readings.map(({ passages, words }) => ({ passages, words })),
  }
  return {
    articles: writeLinked(stored.articles, []),
    index: writeLinked(stored.index, targets),
    words: writeLinked(stored.words, targets),
    quotations: writeLinked(stored.quotations, targets),
    facts: writeLinked(stored.facts, targets),
    readings: writeLinked(stored.readings, targets),
  }
}

/** The generation that was stored as `sections`, which must be unchanged, and written by this very code. */
export function restoreGeneration(id: string, sections: Sections): Generation {
  const { articles, skipped } = readLinked<StoredArticles>(sections.articles, [])
  const targets = once(() => targetsIn(articles))
  const quotations = once(() => readLinked<StoredQuotations>(sections.quotations, targets()))
  const facts = once(() => readLinked<StoredFacts>(sections.facts, targets()))
  const readings = once(() => {
    const stored = readLinked<StoredReadings>(sections.readings, targets())
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
      index: once(() => restoreMiniSearchIndex(readLinked<StoredIndex>(sections.index, targets()))),
      words: once(() => readLinked<WordCounts>(sections.words, targets())),
      utterances,
      statements: () => quotations().statements,
      facts: () => facts().facts,
    },
  )
}
