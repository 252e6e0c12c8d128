import { createHash } from 'node:crypto'
import type { Article, Paragraph } from '../corpus/article.ts'
import type { SkippedFile } from '../corpus/bad-file.ts'
import type { Corpus } from '../corpus/folder.ts'
import type { Fact } from '../reading/facts/fact.ts'
import { groupFacts } from '../reading/facts/group-facts.ts'
import { type PlacedSentence, reportsOf } from '../reading/facts/reports.ts'
import { readSentences, type Sentence } from '../reading/read-sentences.ts'
import { groupStatements, type Statement } from '../reading/statements.ts'
import { readUtterances, type Utterance } from '../reading/utterances.ts'
import { buildMiniSearchIndex } from '../search/minisearch-index.ts'
import { inverseFrequency, type ParagraphIndex } from '../search/paragraph-index.ts'
import { readVocabulary, type Vocabulary } from '../search/vocabulary.ts'
import { terms } from '../text/terms.ts'

/** A paragraph that may be found, in its article. Its place in `Generation.passages` is its key in the index. */
export interface Passage {
  readonly key: number
  readonly article: Article
  readonly paragraph: Paragraph
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
  readonly statements: readonly Statement[]
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

/** Builds the generation of a corpus. `version` names the code that reads it. Quotations and facts are read when first asked for. */
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
  const utterances = once(() => articles.flatMap(readUtterances))
  const statements = once(() => groupStatements(utterances(), (term) => inverseFrequency(index, term)))
  const facts = once(() => {
    const body = new Map<Article, PlacedSentence[]>(articles.map((article) => [article, []]))
    for (const { key, article, paragraph } of passages) {
      if (paragraph.kind !== 'body') continue
      body.get(article)?.push(...sentences(key).map((sentence) => ({ paragraph, sentence })))
    }
    return groupFacts([...body].flatMap(([article, placed]) => reportsOf(article, placed)))
  })
  return {
    id: idOf(articles, version),
    articles,
    skipped,
    passages,
    index,
    vocabulary: readVocabulary(texts),
    get utterances() {
      return utterances()
    },
    get statements() {
      return statements()
    },
    get facts() {
      return facts()
    },
    sentences,
  }
}

/** A function that makes its value when it is first called. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Reads what of a generation is otherwise read when it is first asked for. */
export function readWhole({ utterances, statements, facts }: Generation): void {
  // Destructuring has read them; nothing is left to do with them.
  void [utterances, statements, facts]
}
