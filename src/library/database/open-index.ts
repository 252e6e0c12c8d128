import { deserialize } from 'node:v8'
import type { Article } from '../../corpus/article/article.ts'
import type { Database } from '../../database/database.ts'
import { once } from '../../resources/once.ts'
import { createPostgresIndex } from '../../search/postgres/postgres-index.ts'
import { postingFetcher } from '../../search/postgres/posting-table.ts'
import { openDictionary, type StoredDictionary } from '../../search/terms/dictionary.ts'
import type { TermIndex } from '../../search/terms/term-statistics.ts'
import type { ArticleReading, ArticleWords } from '../generation/article-reading.ts'
import type { IndexContext } from '../generation/generation.ts'
import type { OpenStoredIndex } from '../snapshot/stored-generation.ts'

/** The number of articles whose words stay decoded. */
const maxWords = 200

// The dictionary is a few lists of strings and numbers, which V8 stores as they are.
function readDictionary(bytes: Buffer): StoredDictionary {
  return deserialize(bytes)
}

/** The terms of passages by what is stored of their articles: in a few articles, they are found without the database. */
function termsInArticles({ readings, passages }: IndexContext): TermIndex['keysIn'] {
  const byArticle = once(
    () => new Map(readings().map((reading): [Article, ArticleReading] => [reading.article, reading])),
  )
  // In the order of their last use.
  const recent = new Map<Article, ArticleWords>()
  const wordsOf = (article: Article): ArticleWords | undefined => {
    const words = recent.get(article) ?? byArticle().get(article)?.words()
    if (words === undefined) return undefined
    recent.delete(article)
    recent.set(article, words)
    const [oldest] = recent.keys()
    if (recent.size > maxWords && oldest !== undefined) recent.delete(oldest)
    return words
  }
  return (term, start, end) => {
    const found: number[] = []
    for (let key = start; key < end; ) {
      const article = passages[key]?.article
      const words = article && wordsOf(article)
      if (words === undefined) break
      let first = key
      while (passages[first - 1]?.article === article) first--
      const behind = Math.min(end, first + words.passages.length)
      for (; key < behind; key++) {
        if (words.passages[key - first]?.terms.includes(term) === true) found.push(key)
      }
    }
    return Uint32Array.from(found)
  }
}

/** Opens the index of a build. */
export function openBuildIndex(database: Database, build: number): OpenStoredIndex {
  return (stored) => (context) => {
    const { articleStarts, vocabulary } = context
    const dictionary = openDictionary(readDictionary(stored))
    const fetch = postingFetcher(database, build)
    const keysIn = termsInArticles(context)
    return {
      index: createPostgresIndex({ dictionary, vocabulary, articleStarts, fetch }),
      statistics: {
        ...dictionary,
        // A term that is not in the dictionary is in no article.
        keysIn: (term, start, end) => (dictionary.placeOf(term) < 0 ? new Uint32Array(0) : keysIn(term, start, end)),
      },
    }
  }
}
