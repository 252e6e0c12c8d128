import type { Article } from '../../../corpus/article/article.ts'
import { termSetOf } from '../../../language/analysis/sentence.ts'
import { normalise, plainLine } from '../../../language/tokens/normalise.ts'
import { terms } from '../../../language/tokens/terms.ts'
import { type Generation, keysOf } from '../../../library/generation/generation.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'
import type { Steps } from '../../../resources/steps.ts'
import type { AskedArticle } from './metadata-question.ts'

/** The articles that a question is about. */
export interface FoundArticles {
  /** Best first. */
  readonly articles: readonly Article[]
  /** Whether the question may be about something that the articles tell of instead. */
  readonly isDoubtful: boolean
}

/** The minimum share of a title that words must hold to be a title without being called one. */
const minTitleShare = 0.6
/** The topic of an article is in its first paragraphs. */
const leadParagraphs = 3
/** If more articles than this have a topic in their first paragraphs, the topic does not name an article. */
const maxByLead = 3

const extension = /\.[^./]+$/
const separators = /[-_/.]+/g
const numbers = /^\d+$/
const subtitle = /(?::| [-\u2013\u2014])\s.*$/su

function termSet(text: string): ReadonlySet<string> {
  return termSetOf({ terms: terms(text) })
}

/** The words of a file's name. Its date is no title. */
function nameTerms({ file }: Article): ReadonlySet<string> {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(extension, '')
  return new Set([...termSet(name.replace(separators, ' '))].filter((term) => !numbers.test(term)))
}

function leadTerms({ paragraphs }: Article): readonly string[] {
  const lead = paragraphs.filter(({ kind }) => kind === 'body').slice(0, leadParagraphs)
  return lead.flatMap(({ text }) => [...termSet(text)])
}

/** What an article may be called. */
const namesOf = oncePerObject(({ title, file, id }: Article): ReadonlySet<string> => {
  const base = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  return new Set([plainLine(title), file, id, base(file), base(id)].map(normalise))
})

/** The terms of an article's title, of its part before a colon or dash, and of its file's name. */
const titleTerms = oncePerObject((article: Article) => ({
  titles: [article.title, article.title.replace(subtitle, '')].map(termSet),
  file: nameTerms(article),
}))

/** Prepares the titles of a generation's articles. */
export function* prepareTitles({ articles }: Pick<Generation, 'articles'>): Steps<void> {
  for (const article of articles) {
    titleTerms(article)
    namesOf(article)
    yield
  }
}

/** How much of a title, of its part before a colon or dash, or of a file name the wanted words hold, 0 to 1; 0 if they also hold others. */
function titleShare(article: Article, wanted: ReadonlySet<string>, isArticle: boolean): number {
  const { titles, file } = titleTerms(article)
  // One word that is also in a file's name ("report.txt") names it only if the question is about an article.
  const names = isArticle || wanted.size > 1 ? [...titles, file] : titles
  const shares = names.map((own) => ([...wanted].every((term) => own.has(term)) ? wanted.size / own.size : 0))
  return Math.max(...shares)
}

/** The articles that a question is about, among those that are searched; none if it does not say which. */
export function askedArticles(
  generation: Generation,
  searched: readonly Article[],
  asked: AskedArticle,
): FoundArticles {
  if (asked.kind === 'this') return { articles: searched.length === 1 ? searched : [], isDoubtful: false }
  const { words, isTopic, isArticle } = asked
  const name = normalise(plainLine(words))
  const exact = searched.filter((article) => namesOf(article).has(name))
  if (exact.length > 0) return { articles: exact, isDoubtful: !isArticle }
  const wanted = termSet(words)
  if (wanted.size === 0) return { articles: [], isDoubtful: false }
  const minShare = isArticle ? Number.MIN_VALUE : minTitleShare
  const fitting = searched
    .map((article) => ({ article, share: titleShare(article, wanted, isArticle) }))
    .filter(({ share }) => share >= minShare)
    .sort((a, b) => b.share - a.share)
  const best = isTopic ? fitting : fitting.filter(({ share }) => share === fitting[0]?.share)
  if (best.length > 0 || !isTopic) return { articles: best.map(({ article }) => article), isDoubtful: !isArticle }
  const { statistics } = generation
  const aboutIt = searched.filter((article) => {
    const title = titleTerms(article).titles[0]
    const missing = [...wanted].filter((term) => title?.has(term) !== true)
    const { start, end } = keysOf(generation, article)
    // The index shows without reading the text that most articles do not have the words at all.
    if (missing.some((term) => statistics.keysIn(term, start, end).length === 0)) return false
    const own = new Set(leadTerms(article))
    return missing.every((term) => own.has(term))
  })
  return { articles: aboutIt.length > maxByLead ? [] : aboutIt, isDoubtful: true }
}
