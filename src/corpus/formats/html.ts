import { plainLine } from '../../language/tokens/normalise.ts'
import type { Article, Paragraph, ParagraphKind } from '../article/article.ts'
import { BadFile } from '../article/bad-file.ts'
import { paragraphKind } from '../boilerplate/paragraph-kinds.ts'
import { maxFileBytes } from '../encoding/decode.ts'
import { bylineNames } from '../metadata/authors.ts'
import { dayIn, dayInPath, readDay } from '../metadata/day.ts'
import { titleInPath } from '../metadata/file-title.ts'
import { firstStated } from '../metadata/first-stated.ts'
import type { FrontMatter } from '../metadata/front-matter-fields.ts'
import { creditOf, openingTitle } from '../metadata/metadata.ts'
import type { InlineRun } from './html/inline-runs.ts'
import { findStory, type Story } from './html/story.ts'

// Loaded only if there is an HTML file (parse-article.ts): loading its libraries takes longer than the rest of the start.

const extension = /\.[^./]+$/

function kindOf({ text, within, isItem }: InlineRun, isLast: boolean): ParagraphKind {
  if (within === 'navigation') return 'boilerplate'
  // A short list item is no heading.
  return within ?? paragraphKind(text, isItem || isLast)
}

/** The index of the run above a list that introduces it ("They want:"), for each of its items; undefined for other runs. */
function introductions(runs: readonly InlineRun[]): readonly (number | undefined)[] {
  let introducedBy: number | undefined
  return runs.map(({ text, isItem, within }, at) => {
    if (isItem) return introducedBy
    introducedBy = text.endsWith(':') && within === null ? at : undefined
    return undefined
  })
}

/** The size limit of a page counts its story, not its scripts, styles and pictures. */
function checkLength(runs: readonly InlineRun[]): void {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0)
  if (length > maxFileBytes) throw new BadFile('too-large', 'has over 2 MiB of text; split it into smaller files')
}

function webAddress(value: string | null): string | null {
  if (!value || !URL.canParse(value)) return null
  return /^https?:$/.test(new URL(value).protocol) ? value : null
}

function line(value: string | null): string | null {
  const text = plainLine(value ?? '')
  return text === '' ? null : text
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list
}

/** A sign between the title of a page and the name of its site. */
const sign = String.raw`\s*[-|\u2013\u2014\u00b7\u00bb:\u2022]\s*`
const afterTitle = new RegExp(`^${sign}`)
const beforeSite = new RegExp(`${sign}$`)

/** The title of a page without the name of its site. */
function titleOf({ title, siteName, metadata }: Story): string | null {
  const full = line(title) ?? line(metadata.title)
  const heading = line(metadata.heading)
  const withoutSite = (text: string) => {
    for (const site of [siteName, metadata.siteName]) {
      const name = line(site)
      if (name === null || !text.endsWith(name)) continue
      const rest = text.slice(0, -name.length)
      const own = rest.replace(beforeSite, '')
      if (own !== '' && own !== rest) return own
    }
    return text
  }
  if (full === null) return heading === null ? null : withoutSite(heading)
  const own = withoutSite(full)
  // "Title - Site" with the heading "Title".
  const isHeading = heading !== null && own.startsWith(heading) && afterTitle.test(own.slice(heading.length))
  return isHeading ? heading : own
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
  checkLength(story.runs)
  const introducedBy = introductions(story.runs)
  const paragraphs = story.runs.map(
    (run, at): Paragraph => ({
      ...(run.isItem && { form: 'item' }),
      ...(introducedBy[at] !== undefined && { introducedBy: introducedBy[at] + 1 }),
      number: at + 1,
      kind: kindOf(run, at === story.runs.length - 1),
      text: run.text,
      fileStart: run.source === null ? null : bodyStart + run.source.start,
      fileEnd: run.source === null ? null : bodyStart + run.source.end,
    }),
  )
  const { metadata } = story
  const credit = creditOf(paragraphs)
  const title = firstStated<string>([
    ['front matter', stated.title],
    ['page', titleOf(story)],
    ['file name', titleInPath(file)],
  ])
  const day = firstStated<string>([
    ['front matter', stated.date],
    ['page', readDay(story.publishedTime ?? '') ?? metadata.date],
    ['byline', dayIn(story.byline ?? '')],
    ['file name', dayInPath(file)],
    [credit.date?.source ?? 'byline', credit.date?.day ?? null],
  ])
  const byline = bylineNames(story.byline ?? '')
  const authors = firstStated<readonly string[]>([
    ['front matter', orNull(stated.authors)],
    ['page', orNull(metadata.authors)],
    ['byline', orNull(byline)],
    ['byline', orNull(credit.authors)],
  ])
  const outlet = firstStated<string>([
    ['front matter', stated.outlet],
    ['page', line(story.siteName)],
  ])
  const url = firstStated<string>([
    ['front matter', stated.url],
    ['page', webAddress(metadata.address)],
  ])
  return {
    id: file.replace(extension, ''),
    file,
    title: title?.value ?? openingTitle(paragraphs),
    titleIsOwn: title !== null,
    date: day?.value ?? null,
    outlet: outlet?.value ?? null,
    author: authors?.value.join(', ') ?? null,
    authors: authors?.value ?? [],
    url: url?.value ?? null,
    sources: {
      title: title?.source ?? 'opening words',
      ...(day !== null && { date: day.source }),
      ...(outlet !== null && { outlet: outlet.source }),
      ...(authors !== null && { author: authors.source }),
      ...(url !== null && { url: url.source }),
    },
    warnings: stated.warnings,
    paragraphs,
    hash,
  }
}
