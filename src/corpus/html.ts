import { isIsoDate } from '../text/dates.ts'
import { plainLine } from '../text/normalise.ts'
import type { Article, Paragraph, ParagraphKind } from './article.ts'
import { BadFile } from './bad-file.ts'
import type { FrontMatter } from './front-matter.ts'
import { checkHtmlSize } from './html-size.ts'
import { paragraphKind } from './kinds.ts'
import { openingTitle } from './metadata.ts'

// Loaded only where there is an HTML file (parse-article.ts): the two libraries cost more than all the rest of a start.

const blocks = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, pre, td, dd, dt'
const extension = /\.[^./]+$/

/** What is used of an element of linkedom, whose own types need a browser's. */
interface Element {
  readonly localName: string
  readonly textContent: string | null
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
  getAttribute(name: string): string | null
}

function kindOf(name: string, text: string, isLast: boolean): ParagraphKind {
  if (/^h[1-6]$/.test(name)) return 'heading'
  return name === 'figcaption' ? 'caption' : paragraphKind(text, isLast)
}

/** Where a paragraph stands in the file: only where its very characters stand once in the page, which begins at `from`. */
function placeOf(text: string, source: string, from: number): Pick<Paragraph, 'fileStart' | 'fileEnd'> {
  const at = source.indexOf(text, from)
  const isThere = at >= 0 && source.indexOf(text, at + 1) < 0
  return isThere ? { fileStart: at, fileEnd: at + text.length } : { fileStart: null, fileEnd: null }
}

function readParagraphs(content: Element, source: string, from: number): Paragraph[] {
  const found = [...content.querySelectorAll(blocks)]
    // A block that holds others is read as those.
    .filter((block) => block.querySelector(blocks) === null)
    .map(({ localName, textContent }) => ({ name: localName, text: plainLine(textContent ?? '') }))
    .filter(({ text }) => text !== '')
  return found.map(({ name, text }, at) => ({
    number: at + 1,
    kind: kindOf(name, text, at === found.length - 1),
    text,
    ...placeOf(text, source, from),
  }))
}

function webAddress(value: string | null | undefined): string | null {
  if (!value || !URL.canParse(value)) return null
  return /^https?:$/.test(new URL(value).protocol) ? value : null
}

function line(value: string | null | undefined): string | null {
  const text = plainLine(value ?? '')
  return text === '' ? null : text
}

/** A decoded file that holds a web page. */
export interface HtmlFile {
  readonly file: string
  readonly text: string
  readonly hash: string
  /** Where the page begins: after the front matter that its file may have, which counts more than what the page says. */
  readonly bodyStart: number
  readonly stated: FrontMatter
}

/**
 * Makes an article of a web page: its story without what stands around it, and what the page says of itself.
 * @throws BadFile when it holds no story.
 */
export async function parseHtmlArticle({
  file,
  text,
  hash,
  bodyStart,
  stated,
}: HtmlFile): Promise<Omit<Article, 'textHash'>> {
  const source = text.slice(bodyStart)
  checkHtmlSize(source)
  const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')])
  const { document } = parseHTML(source)
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content')
  const story = new Readability(document).parse()
  const content = story?.content ? parseHTML(`<html><body>${story.content}</body></html>`).document.body : null
  const paragraphs = content === null ? [] : readParagraphs(content, text, bodyStart)
  if (story === null || story === undefined || paragraphs.length === 0) {
    throw new BadFile('no-text', 'is a web page without a story; save its text instead')
  }
  const day = story.publishedTime?.slice(0, 10) ?? ''
  const title = stated.title ?? line(story.title)
  return {
    id: file.replace(extension, ''),
    file,
    title: title ?? openingTitle(paragraphs),
    titleIsOwn: title !== null,
    date: stated.date ?? (isIsoDate(day) ? day : null),
    outlet: stated.outlet ?? line(story.siteName),
    author: stated.author ?? line(story.byline),
    url: stated.url ?? webAddress(address),
    paragraphs,
    hash,
  }
}
