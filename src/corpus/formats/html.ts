import { isIsoDate } from '../../language/dates/time/calendar.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import type { Article, Paragraph, ParagraphKind } from '../article/article.ts'
import { BadFile } from '../article/bad-file.ts'
import { paragraphKind } from '../boilerplate/paragraph-kinds.ts'
import type { FrontMatter } from '../metadata/front-matter.ts'
import { openingTitle } from '../metadata/metadata.ts'
import type { InlineRun } from './html/inline-runs.ts'
import { findStory } from './html/story.ts'

// Loaded only if there is an HTML file (parse-article.ts): loading its libraries takes longer than the rest of the start.

const extension = /\.[^./]+$/

function kindOf({ text, within }: InlineRun, isLast: boolean): ParagraphKind {
  if (within === 'navigation') return 'boilerplate'
  return within ?? paragraphKind(text, isLast)
}

function webAddress(value: string | null): string | null {
  if (!value || !URL.canParse(value)) return null
  return /^https?:$/.test(new URL(value).protocol) ? value : null
}

function line(value: string | null): string | null {
  const text = plainLine(value ?? '')
  return text === '' ? null : text
}

/** A decoded file that holds a web page. */
export interface HtmlFile {
  readonly file: string
  readonly text: string
  readonly hash: string
  /** Where the page begins, after front matter. */
  readonly bodyStart: number
  readonly stated: FrontMatter
}

/**
 * Makes an article from a web page: its main content, and the metadata that the page or its front matter states. Front matter takes
 * precedence.
 * @throws BadFile if it has no main content, or is too much work to read.
 */
export async function parseHtmlArticle({
  file,
  text,
  hash,
  bodyStart,
  stated,
}: HtmlFile): Promise<Omit<Article, 'textHash'>> {
  const story = findStory(text.slice(bodyStart))
  if (story === null) throw new BadFile('no-text', 'is a web page without main content; save its text instead')
  const paragraphs = story.runs.map(
    (run, at): Paragraph => ({
      number: at + 1,
      kind: kindOf(run, at === story.runs.length - 1),
      text: run.text,
      fileStart: run.source === null ? null : bodyStart + run.source.start,
      fileEnd: run.source === null ? null : bodyStart + run.source.end,
    }),
  )
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
    url: stated.url ?? webAddress(story.address),
    paragraphs,
    hash,
  }
}
