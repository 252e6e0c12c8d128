import { Readability } from '@mozilla/readability'
import { BadFile } from '../../article/bad-file.ts'
import { commentSections } from './comments/comment-sections.ts'
import { storyHolders } from './comments/story-holders.ts'
import { type PageMetadata, pageMetadata } from './metadata/page-metadata.ts'
import { type InlineRun, inlineRuns } from './readable/inline-runs.ts'
import { readableDocument } from './readable/readable-document.ts'
import type { Meter, PageDocument, PageElement } from './readable/readable-dom.ts'
import { elementsBelow, parsePage, type TreeElement } from './tree/page-tree.ts'

/** The maximum work for a page, in visits of nodes: twenty times as much as the longest of sixty news and encyclopedia pages takes. */
const maxWork = 10_000_000

/** The main content of a page, and the metadata that the page states. */
export interface Story {
  readonly runs: readonly InlineRun[]
  readonly byline: string | null
  readonly siteName: string | null
  /** As stated on the page. */
  readonly publishedTime: string | null
  readonly metadata: PageMetadata
}

function workMeter(): Meter {
  let work = 0
  return (units) => {
    work += units
    if (work > maxWork) {
      throw new BadFile('too-large', 'is a web page too complex to find its main content; save its text instead')
    }
  }
}

function readStory(document: PageDocument, source: string, metadata: PageMetadata): Story | null {
  const story = new Readability<PageElement>(document, { serializer: (content: PageElement) => content }).parse()
  if (!story?.content) return null
  const runs = inlineRuns(story.content, source)
  if (runs.every(({ within }) => within === 'navigation')) return null
  return {
    runs,
    byline: story.byline ?? null,
    siteName: story.siteName ?? null,
    publishedTime: story.publishedTime ?? null,
    metadata,
  }
}

/**
 * Finds the story (main content) of a page: without readers' comments, hidden text, and what Readability leaves out. Null if there is
 * none.
 * @throws BadFile if the page is too large, too deep or too much work.
 */
export function findStory(source: string): Story | null {
  const page = parsePage(source)
  const elements = elementsBelow(page)
  const holders = storyHolders(elements)
  const comments = commentSections(elements, holders)
  const meter = workMeter()
  const metadata = pageMetadata(elementsBelow(page, comments), source)
  const read = (leftOut: ReadonlySet<TreeElement>) =>
    readStory(readableDocument(page, leftOut, holders, meter), source, metadata)
  // If the whole story is marked as comments, it is still the story.
  return read(comments) ?? (comments.size > 0 ? read(new Set()) : null)
}
