import { createHash } from 'node:crypto'
import type { Article, Paragraph } from '../corpus/article.ts'
import type { SkippedFile } from '../corpus/bad-file.ts'
import type { Corpus } from '../corpus/folder.ts'
import type { Fact } from '../reading/facts/fact.ts'
import { groupFacts } from '../reading/facts/group-facts.ts'
import { type PlacedSentence, reportsOf } from '../reading/facts/reports.ts'
import type { Quotation } from '../reading/quotations/quotation.ts'
import { readQuotations } from '../reading/quotations/read-quotations.ts'
import { readSentences, type Sentence } from '../reading/read-sentences.ts'
import { buildMiniSearchIndex } from '../search/minisearch-index.ts'
import type { ParagraphIndex } from '../search/paragraph-index.ts'
import { readVocabulary, type Vocabulary } from '../search/vocabulary.ts'
import { terms } from '../text/terms.ts'

/** A paragraph that may be found, in its article. Its place in `Generation.passages` is its key in the index. */
export interface Passage {
  readonly key: number
  readonly article: Article
  readonly paragraph: Paragraph
}

/** A quotation in its article. */
export interface Utterance {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly quotation: Quotation
}

/** One immutable state of everything that answers are made from. */
export interface Generation {
  /** Eight hex digits: the same articles read by the same code give the same id on any machine. */
  readonly id: string
  readonly articles: readonly Article[]
  readonly skipped: readonly SkippedFile[]
  readonly passages: readonly Passage[]
  readonly index: ParagraphIndex
  readonly vocabulary: Vocabulary
  readonly utterances: readonly Utterance[]
  readonly facts: readonly Fact[]
  /** The sentences of a passage, read when they are first asked for. */
  sentences(key: number): readonly Sentence[]
}

/** A test for the passages of one article, or undefined for all. */
export function inArticle(
  { passages }: Pick<Generation, 'passages'>,
  article: Article | undefined,
): ((key: number) => boolean) | undefined {
  return article === undefined ? undefined : (key) => passages[key]?.article === article
}

const searched: ReadonlySet<string> = new Set(['body', 'caption'])

function idOf(articles: readonly Article[], version: string): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([version, process.versions['icu'], process.versions['unicode']]))
  for (const { file, hash: bytes } of articles) hash.update(JSON.stringify([file, bytes]))
  return hash.digest('hex').slice(0, 8)
}

/** What stands over each paragraph of an article: its title, where it has one of its own, and the nearest heading. */
function titleTerms(article: Article): ReadonlyMap<Paragraph, readonly string[]> {
  const found = new Map<Paragraph, readonly string[]>()
  const own = article.titleIsOwn ? terms(article.title).map(({ term }) => term) : []
  let under: readonly string[] = own
  for (const paragraph of article.paragraphs) {
    if (paragraph.kind === 'heading') under = [...own, ...terms(paragraph.text).map(({ term }) => term)]
    else found.set(paragraph, under)
  }
  return found
}

/** Builds the generation of a corpus. `version` names the code that reads it. */
export function buildGeneration({ articles, skipped }: Corpus, version: string): Generation {
  const passages = articles
    .flatMap((article) => article.paragraphs.map((paragraph) => ({ article, paragraph })))
    .filter(({ paragraph }) => searched.has(paragraph.kind))
    .map((place, key): Passage => ({ key, ...place }))
  const texts = passages.map(({ paragraph }) => ({ text: paragraph.text, terms: terms(paragraph.text) }))
  const titles = new Map(articles.map((article) => [article, titleTerms(article)]))
  const index = buildMiniSearchIndex(
    passages.map(({ key, article, paragraph }) => ({
      key,
      terms: texts[key]?.terms.map(({ term }) => term) ?? [],
      titleTerms: titles.get(article)?.get(paragraph) ?? [],
    })),
  )
  const read = new Map<number, readonly Sentence[]>()
  const sentences = (key: number) => {
    const known = read.get(key)
    if (known !== undefined) return known
    const found = readSentences(passages[key]?.paragraph.text ?? '')
    read.set(key, found)
    return found
  }
  const body = new Map(articles.map((article) => [article, [] as PlacedSentence[]]))
  for (const { key, article, paragraph } of passages) {
    if (paragraph.kind !== 'body') continue
    body.get(article)?.push(...sentences(key).map((sentence) => ({ paragraph, sentence })))
  }
  const reports = [...body].flatMap(([article, placed]) => reportsOf(article, placed))
  return {
    id: idOf(articles, version),
    articles,
    skipped,
    passages,
    index,
    vocabulary: readVocabulary(texts),
    utterances: articles.flatMap(readUtterances),
    facts: groupFacts(reports),
    sentences,
  }
}

function readUtterances(article: Article): Utterance[] {
  const byNumber = new Map(article.paragraphs.map((paragraph) => [paragraph.number, paragraph]))
  return readQuotations(article).flatMap((quotation) => {
    const paragraph = byNumber.get(quotation.paragraph)
    return paragraph === undefined ? [] : [{ article, paragraph, quotation }]
  })
}
