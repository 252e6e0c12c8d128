import { plainLine } from '../../language/tokens/normalise.ts'
import type { Article, Paragraph, ParagraphKind } from '../article/article.ts'
import { BadFile } from '../article/bad-file.ts'
import { paragraphKind } from '../boilerplate/paragraph-kinds.ts'
import { maxFileBytes } from '../encoding/decode.ts'
import { articleDetails } from '../metadata/article-details.ts'
import { bylineNames } from '../metadata/authors.ts'
import { dayIn, dayInPath, readDay } from '../metadata/day.ts'
import { titleInPath } from '../metadata/file-title.ts'
import type { FrontMatter } from '../metadata/front-matter-fields.ts'
import { creditOf, openingTitle } from '../metadata/metadata.ts'
import { pageTitle } from './html/metadata/page-title.ts'
import type { InlineRun } from './html/readable/inline-runs.ts'
import { findStory } from './html/story.ts'

// Loaded only if there is an HTML file (parse-article.ts): loading its libraries takes longer than the rest of the start.

const extension = /\.[^./]+$/

const alphanumeric = /[\p{L}\p{N}]/u
/** Pages with more than this share of their text in block quotes use them to indent it. */
const maxQuotedShare = 0.6

function kindOf({ text, within, form }: InlineRun, isLast: boolean): ParagraphKind {
  if (within === 'navigation' || form === 'code') return 'boilerplate'
  if (within !== null) return within
  if (form === 'header') return 'heading'
  if (form === 'row') return alphanumeric.test(text) ? 'body' : 'boilerplate'
  // A short list item is no heading.
  return paragraphKind(text, form !== null || isLast)
}

/** The index of the run that introduces each run: the header row of a table, the sentence above a list or table ("They want:"). */
function introductions(runs: readonly InlineRun[]): readonly (number | undefined)[] {
  let sentence: number | undefined
  let header: number | undefined
  return runs.map(({ text, form, table, within }, at) => {
    if (form === 'header') {
      header = at
      return sentence
    }
    if (form === 'row') return header !== undefined && runs[header]?.table === table ? header : sentence
    if (form === 'item') return sentence
    if (form === 'code') return undefined
    sentence = text.endsWith(':') && within === null ? at : undefined
    return undefined
  })
}

function lengthOf(runs: readonly InlineRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

/** The runs of a page. If most of it is in block quotes, they only indent it and quote nothing. */
function withoutIndents(runs: readonly InlineRun[]): readonly InlineRun[] {
  const quoted = runs.filter(({ form }) => form === 'quote')
  if (quoted.length === 0 || lengthOf(quoted) <= lengthOf(runs) * maxQuotedShare) return runs
  return runs.map((run) => (run.form === 'quote' ? { ...run, form: null } : run))
}

/** The size limit of a page counts its story, not its scripts, styles and pictures. */
function checkLength(runs: readonly InlineRun[]): void {
  if (lengthOf(runs) > maxFileBytes)
    throw new BadFile('too-large', 'has over 2 MiB of text; split it into smaller files')
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
  const runs = withoutIndents(story.runs)
  const introducedBy = introductions(runs)
  const paragraphs = runs.map(
    (run, at): Paragraph => ({
      ...(run.form !== null && { form: run.form }),
      ...(introducedBy[at] !== undefined && { introducedBy: introducedBy[at] + 1 }),
      number: at + 1,
      kind: kindOf(run, at === runs.length - 1),
      text: run.text,
      fileStart: run.source === null ? null : bodyStart + run.source.start,
      fileEnd: run.source === null ? null : bodyStart + run.source.end,
    }),
  )
  const { metadata } = story
  const credit = creditOf(paragraphs)
  const details = articleDetails(
    {
      title: [
        ['front matter', stated.title],
        [
          'page',
          pageTitle(metadata.titles, metadata.titleElement, [story.siteName, metadata.siteName], metadata.headings),
        ],
        ['file name', titleInPath(file)],
      ],
      date: [
        ['front matter', stated.date],
        ['page', readDay(story.publishedTime ?? '') ?? metadata.date],
        ['byline', dayIn(story.byline ?? '')],
        ['file name', dayInPath(file)],
        credit.date,
      ],
      outlet: [
        ['front matter', stated.outlet],
        ['page', plainLine(story.siteName ?? metadata.siteName ?? '')],
        credit.outlet,
      ],
      authors: [
        ['front matter', stated.authors],
        ['page', metadata.authors],
        ['byline', bylineNames(story.byline ?? '')],
        credit.authors,
      ],
      url: [
        ['front matter', stated.url],
        ['page', metadata.address],
      ],
    },
    () => openingTitle(paragraphs),
  )
  return { id: file.replace(extension, ''), file, ...details, warnings: stated.warnings, paragraphs, hash }
}
