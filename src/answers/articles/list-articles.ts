import type { Article, ParagraphKind } from '../../corpus/article/article.ts'
import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import { openingWords } from '../../corpus/metadata/metadata.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { articlesByPrefix, shortId } from '../../library/generation/article-ids.ts'
import type { Generation } from '../../library/generation/generation.ts'
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
  readonly author: string | null
  readonly url: string | null
  readonly paragraphs: number
  readonly quotations: number
}

/** Every article, and the files that are not indexed. */
export interface ArticleList {
  readonly generation: string
  readonly articles: readonly ArticleEntry[]
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
  const { id, file, title, date, outlet, author, url, paragraphs } = article
  return {
    id,
    shortId: shortId(generation.articles, id),
    file,
    title,
    date,
    outlet,
    author,
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
  if (only === undefined) throw new ArticleError(asked, `There is no article "${name}": /articles lists the ids.`)
  const some = found.slice(0, maxNamed).map(({ id }) => shortId(generation.articles, id))
  const more = found.length > some.length ? ', …' : ''
  throw new ArticleError(
    asked,
    `"${name}" matches ${found.length} articles (${some.join(', ')}${more}): type more of the id.`,
  )
}

/** Every article, in file order. */
export function listArticles(generation: Generation): ArticleList {
  return {
    generation: generation.id,
    articles: generation.articles.map((article) => entryOf(generation, article)),
    skipped: generation.skipped,
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
