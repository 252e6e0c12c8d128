import type { Article, ArticleWarning, ParagraphKind } from '../../corpus/article/article.ts'
import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import { openingWords } from '../../corpus/metadata/metadata.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { articlesByPrefix, shortId, typedId } from '../../library/generation/article-ids.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import { countQuotations } from '../../reading/statements/utterances.ts'
import { ArticleError } from './article-error.ts'

/** An article as a list shows it. */
export interface ArticleEntry {
  readonly id: string
  readonly shortId: string
  readonly file: string
  readonly title: string
  readonly date: string | null
  readonly outlet: string | null
  /** The names of `authors`, joined with commas, or null. */
  readonly author: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  readonly paragraphs: number
  readonly quotations: number
}

/** A detail of an article's metadata that could not be used. */
export interface FileWarning extends ArticleWarning {
  readonly file: string
}

/** Every article, the files that are not indexed, and the details that could not be used. */
export interface ArticleList {
  readonly generation: string
  readonly articles: readonly ArticleEntry[]
  readonly warnings: readonly FileWarning[]
  readonly skipped: readonly SkippedFile[]
}

/** One article with the opening words of each of its paragraphs. */
export interface ArticleOutline {
  readonly generation: string
  readonly article: ArticleEntry
  readonly outline: readonly { readonly paragraph: number; readonly kind: ParagraphKind; readonly opening: string }[]
}

const maxNamed = 5
const openingLength = 72

function entryOf(generation: Generation, article: Article): ArticleEntry {
  const { id, file, title, date, outlet, author, authors, url, paragraphs } = article
  return {
    id,
    shortId: shortId(generation.articles, id),
    file,
    title,
    date,
    outlet,
    author,
    authors,
    url,
    paragraphs: paragraphs.length,
    quotations: countQuotations(generation.utterances.filter((utterance) => utterance.article === article)),
  }
}

/**
 * Finds an article by its id, the path of its file, or a prefix of its id.
 * @throws ArticleError if no article matches, or several do.
 */
export function findArticle(generation: Generation, asked: string): Article {
  const prefix = plainLine(asked)
  const found = prefix === '' ? [] : articlesByPrefix(generation.articles, prefix)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const name = openingWords(prefix, openingLength)
  if (only === undefined) throw new ArticleError(asked, fixedText('article.unknown', { name }))
  const some = found.slice(0, maxNamed).map(({ id }) => typedId(shortId(generation.articles, id)))
  const ids = [...some, ...(found.length > some.length ? ['…'] : [])].join(', ')
  const key = some.some((id) => id.startsWith('"')) ? 'article.several-quoted' : 'article.several'
  throw new ArticleError(asked, fixedText(key, { name, count: found.length, ids }))
}

/** The details of the articles' metadata that could not be used, in file order. */
export function warningsOf({ articles }: Pick<Generation, 'articles'>): readonly FileWarning[] {
  return articles.flatMap(({ file, warnings }) => warnings.map((warning) => ({ file, ...warning })))
}

/** Every article, in file order. */
export function listArticles(generation: Generation): ArticleList {
  return {
    generation: generation.id,
    articles: generation.articles.map((article) => entryOf(generation, article)),
    skipped: generation.skipped,
    warnings: warningsOf(generation),
  }
}

/**
 * One article's outline.
 * @throws ArticleError if `asked` matches no article, or several.
 */
export function outlineArticle(generation: Generation, asked: string): ArticleOutline {
  const article = findArticle(generation, asked)
  return {
    generation: generation.id,
    article: entryOf(generation, article),
    outline: article.paragraphs.map(({ number, kind, text }) => ({
      paragraph: number,
      kind,
      opening: openingWords(text, openingLength),
    })),
  }
}
