import { isIsoDate } from '../language/dates/time/calendar.ts'
import type { Article, Paragraph } from './article/article.ts'
import { BadFile } from './article/bad-file.ts'
import { checkParagraphs } from './article/check-paragraphs.ts'
import { sha256 } from './article/sha256.ts'
import { readEbookFrame } from './boilerplate/ebook-frame.ts'
import { paragraphKind } from './boilerplate/paragraph-kinds.ts'
import { withQuestions } from './formats/interview-answers.ts'
import { paragraphRanges } from './formats/paragraphs.ts'
import { readSubtitles } from './formats/subtitles.ts'
import { articleDetails } from './metadata/article-details.ts'
import { bylineNames } from './metadata/authors.ts'
import { dayInPath } from './metadata/day.ts'
import { titleInPath } from './metadata/file-title.ts'
import { type FrontMatter, noFrontMatter } from './metadata/front-matter-fields.ts'
import { asTitle, creditOf, headingTitle, openingTitle } from './metadata/metadata.ts'
import { type SplitFile, splitFrontMatter } from './metadata/split-front-matter.ts'

const datePrefix = /^\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?=\s|$)[ \t]*/
const page = /\.html?$/i
const markdown = /\.(?:md|mdx|markdown)$/i
const extension = /\.[^./]+$/
const lineEnd = /\r\n?/g
const wrappedQuote = /^>.*[\n\r\u2028\u2029\u0085]/
const quoteMarks = /\r?[\n\r\u2028\u2029\u0085][ \t]*>[ \t]?/g

/** Whether a file is a web page, by its name. */
export function isPage(file: string): boolean {
  return page.test(file)
}

/** Whether a file is a Markdown text, by its name. */
export function isMarkdown(file: string): boolean {
  return markdown.test(file)
}

async function readFrontMatter({ frontMatter }: SplitFile): Promise<FrontMatter> {
  if (frontMatter === null) return noFrontMatter
  // Loaded only if an article has front matter: its libraries would double the start time without any.
  const { parseFrontMatter } = await import('./metadata/front-matter.ts')
  return parseFrontMatter(frontMatter)
}

/** The `date YYYY-MM-DD` that the first line may begin with, and the offset after it. */
function readDatePrefix(text: string, from: number): { readonly date: string | null; readonly textStart: number } {
  const match = datePrefix.exec(text.slice(from))
  const date = match?.[1]
  if (match === null || date === undefined || !isIsoDate(date)) return { date: null, textStart: from }
  return { date, textStart: from + match[0].length }
}

/** The paragraphs of a text, and the title that it begins with. */
interface TextParts {
  readonly paragraphs: readonly Paragraph[]
  /** The heading that it begins with, and whether it is one of the highest level. */
  readonly heading: string | null
  readonly isTopHeading: boolean
}

function readLines(text: string, from: number): TextParts {
  const subtitles = readSubtitles(text.slice(from))
  if (subtitles !== null) {
    const paragraphs = subtitles.map((shown, at): Paragraph => {
      return { number: at + 1, kind: paragraphKind(shown, true), text: shown, fileStart: null, fileEnd: null }
    })
    checkParagraphs(paragraphs.map(({ text: shown }) => shown.length))
    return { paragraphs, heading: null, isTopHeading: false }
  }
  const ranges = paragraphRanges(text, from)
  checkParagraphs(ranges.map(({ start, end }) => end - start))
  const paragraphs = ranges.map(({ start, end, isInBlock }, at): Paragraph => {
    const source = text.slice(start, end)
    const kind = paragraphKind(source, isInBlock || at === ranges.length - 1)
    if (!wrappedQuote.test(source)) return { number: at + 1, kind, text: source, fileStart: start, fileEnd: end }
    // The quote marks of its further lines are not part of its text.
    const shown = source.replace(quoteMarks, '\n')
    return { number: at + 1, kind, text: shown, fileStart: null, fileEnd: null }
  })
  return { paragraphs, heading: headingTitle(paragraphs), isTopHeading: true }
}

async function readText(file: string, text: string, from: number): Promise<TextParts> {
  if (!isMarkdown(file)) return readLines(text, from)
  // Loaded only if there is a Markdown file.
  const { parseMarkdown } = await import('./formats/markdown.ts')
  const parsed = await parseMarkdown(text, from)
  if (parsed === null) return readLines(text, from)
  const { paragraphs, openingHeading } = parsed
  return { paragraphs, heading: asTitle(openingHeading?.text ?? ''), isTopHeading: openingHeading?.level === 1 }
}

/**
 * Makes an article from a decoded file. `file` is its path below the articles' folder with `/`, `hash` the SHA-256 of its bytes.
 * @throws BadFile if it is a draft, has only front matter, or its paragraphs are too many or too long.
 */
export async function parseArticle(file: string, text: string, hash: string): Promise<Article> {
  const parsed = await parse(file, text, hash)
  const article = { ...parsed, paragraphs: withQuestions(parsed.paragraphs) }
  // Code is stored and not read.
  checkParagraphs(article.paragraphs.map(({ form, text: shown }) => (form === 'code' ? 0 : shown.length)))
  return { ...article, textHash: sha256(text.replace(lineEnd, '\n').trim()) }
}

async function parse(file: string, text: string, hash: string): Promise<Omit<Article, 'textHash'>> {
  const split = splitFrontMatter(text)
  const { bodyStart } = split
  const stated = await readFrontMatter(split)
  if (isPage(file)) {
    const { parseHtmlArticle } = await import('./formats/html.ts')
    return parseHtmlArticle({ file, text, hash, bodyStart, stated })
  }
  const { date, textStart } = readDatePrefix(text, bodyStart)
  const { paragraphs: all, heading, isTopHeading } = await readText(file, text, textStart)
  const { paragraphs, title, author } = readEbookFrame(all)
  if (paragraphs.length === 0) throw new BadFile('no-text', 'has no text below its front matter or date')
  const credit = creditOf(paragraphs)
  const details = articleDetails(
    {
      title: [
        ['front matter', stated.title],
        ['heading', asTitle(title ?? '')],
        ['heading', isTopHeading ? heading : null],
        ['file name', titleInPath(file)],
        // A lower heading is more often that of a section.
        ['heading', heading],
      ],
      date: [['front matter', stated.date], ['date line', date], ['file name', dayInPath(file)], credit.date],
      outlet: [['front matter', stated.outlet], credit.outlet],
      authors: [['front matter', stated.authors], ['byline', bylineNames(author ?? '')], credit.authors],
      url: [['front matter', stated.url]],
    },
    () => openingTitle(paragraphs),
  )
  return { id: file.replace(extension, ''), file, ...details, warnings: stated.warnings, paragraphs, hash }
}
