import type { Article, Paragraph } from '../../corpus/article/article.ts'
import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import { terms } from '../../language/tokens/terms.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import { claimsOf } from '../../reading/facts/extract/extract-claims.ts'
import { readUtterances, type Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import { readWords, type WordCounts } from '../../search/terms/vocabulary.ts'

/** The terms that the index has for a passage. */
export interface PassageTerms {
  /** The paragraph's number in its article, from 1. */
  readonly paragraph: number
  readonly terms: readonly string[]
  readonly titleTerms: readonly string[]
}

/** The words of an article. */
export interface ArticleWords {
  /** Its passages, in order. */
  readonly passages: readonly PassageTerms[]
  readonly counts: WordCounts
}

/** A reading as bytes, without its article. */
export interface StoredReading {
  /** `ArticleWords`. */
  readonly words: Uint8Array
  /** Utterances and reports. */
  readonly slowParts: Uint8Array
}

/**
 * What one article says, independent of the others: the expensive part of a generation, which the next one reuses if the article's bytes
 * have not changed. Utterances and reports are read at first use.
 */
export interface ArticleReading {
  readonly article: Article
  readonly utterances: readonly Utterance[]
  readonly reports: readonly Claim[]
  /** The bytes that it was restored from; absent if it was read in this thread. */
  readonly stored?: StoredReading | undefined
  /** Its words. They are decoded at each call, because only building an index needs them. */
  words(): ArticleWords
}

/** The length of an article's text, in UTF-16 units. */
export function lengthOf({ paragraphs }: Article): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

/** The slow parts of a reading, as functions that read them. */
export interface SlowParts {
  utterances(): readonly Utterance[]
  reports(): readonly Claim[]
}

const searched: ReadonlySet<string> = new Set(['body', 'caption'])

/** The paragraphs of an article that are passages. */
export function searchedParagraphs({ paragraphs }: Article): readonly Paragraph[] {
  return paragraphs.filter(({ kind }) => searched.has(kind))
}

/**
 * The terms above each paragraph of an article: those of its own title, if it states one, of the nearest heading, and of the paragraphs that
 * introduce it.
 */
function titleTerms(article: Article): ReadonlyMap<Paragraph, readonly string[]> {
  const found = new Map<Paragraph, readonly string[]>()
  const own = article.titleIsOwn ? terms(article.title).map(({ term }) => term) : []
  let under: readonly string[] = own
  const introductions = new Map<number, readonly string[]>()
  const introducing = ({ introducedBy }: Paragraph): readonly string[] => {
    const known = introducedBy === undefined ? [] : introductions.get(introducedBy)
    if (known !== undefined || introducedBy === undefined) return known ?? []
    const one = article.paragraphs[introducedBy - 1]
    const read = one === undefined ? [] : [...introducing(one), ...terms(one.text).map(({ term }) => term)]
    introductions.set(introducedBy, read)
    return read
  }
  for (const paragraph of article.paragraphs) {
    if (paragraph.introducedBy !== undefined || paragraph.form === 'header') {
      found.set(paragraph, [...under, ...introducing(paragraph)])
    } else if (paragraph.kind === 'heading') under = [...own, ...terms(paragraph.text).map(({ term }) => term)]
    else found.set(paragraph, under)
  }
  return found
}

function readReports(article: Article, utterances: readonly Utterance[]): readonly Claim[] {
  const body = article.paragraphs.filter(({ kind }) => kind === 'body')
  return claimsOf(
    article,
    body.flatMap((paragraph) => analyse(paragraph).sentences.map((sentence) => ({ paragraph, sentence }))),
    utterances,
  )
}

function readArticleWords(article: Article): ArticleWords {
  const over = titleTerms(article)
  const texts = searchedParagraphs(article).map((paragraph) => ({
    text: paragraph.text,
    terms: analyse(paragraph).terms,
  }))
  const passages = searchedParagraphs(article).map(
    (paragraph, at): PassageTerms => ({
      paragraph: paragraph.number,
      terms: (texts[at]?.terms ?? []).map(({ term }) => term),
      titleTerms: over.get(paragraph) ?? [],
    }),
  )
  return { passages, counts: readWords(texts) }
}

/** Reads an article. */
export function readArticle(article: Article): ArticleReading {
  // In a separate function, because the closures below would keep every variable of this one alive.
  const words = readArticleWords(article)
  // Reports cite the speakers of utterances, which are read only once.
  const utterances = once(() => readUtterances(article))
  return restoreReading(
    { article, words: () => words },
    { utterances, reports: () => readReports(article, utterances()) },
  )
}

/** A reading whose fast parts are known; its slow parts are read at first use. */
export function restoreReading(
  { article, words }: Pick<ArticleReading, 'article' | 'words'>,
  slow: SlowParts,
  stored?: StoredReading,
): ArticleReading {
  const utterances = once(slow.utterances)
  const reports = once(slow.reports)
  return {
    article,
    words,
    stored,
    get utterances() {
      return utterances()
    },
    get reports() {
      return reports()
    },
  }
}
