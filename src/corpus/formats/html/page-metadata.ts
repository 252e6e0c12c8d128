import { z } from 'zod'
import { bylineNames, readAuthors } from '../../metadata/authors.ts'
import { dayInPath, readDay } from '../../metadata/day.ts'
import { attributeOf, type TreeElement, textOf, withoutCdata } from './page-tree.ts'

// What a page states about itself: in `meta` and `link` elements, in structured data, in `time` elements, in classes of microformats.

/** Names of `meta` elements, without case and `_`, in the order in which they are believed. */
const dateNames = [
  ...['article:published_time', 'og:published_time', 'datepublished', 'article:published', 'parsely-pub-date'],
  ...[
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
    'dc.date.created',
    'dc.created',
  ],
  ...[
    'date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'published_time',
    'published',
  ],
  ...[
    'publishedtime',
    'citation_publication_date',
    'citation_date',
    'sailthru.date',
    'article.published',
    'cxenseparse:recs:publishtime',
  ],
  ...['datecreated', 'created', 'article:modified_time', 'datemodified', 'dcterms.modified', 'last-modified'],
]
const authorNames = [
  'author',
  'article:author',
  'parsely-author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'sailthru.author',
]
const siteNames = ['og:site_name', 'application-name', 'publisher', 'dc.publisher']
const titleNames = ['og:title', 'twitter:title', 'dc.title', 'parsely-title']

const maxJsonNodes = 500
const published = /(?:^|[\s_-])(?:published|dt-published|pubdate|entry-date|post-date|date)(?:$|[\s_-])/i
const authorClass = /^(?:p-author|byline-author|author-name|author__name|byline__author)$/i
const canonicalClass = /^(?:p-canonical|u-canonical)$/i
const maxAuthorElements = 20

/** What a page states about itself; null or empty for what it does not state. */
export interface PageMetadata {
  readonly title: string | null
  readonly heading: string | null
  readonly siteName: string | null
  readonly date: string | null
  readonly authors: readonly string[]
  readonly address: string | null
}

const linked = z.looseObject({
  datePublished: z.string().optional().catch(undefined),
  dateCreated: z.string().optional().catch(undefined),
  author: z.unknown().optional(),
  '@graph': z.array(z.unknown()).optional().catch(undefined),
})

interface LinkedData {
  readonly date: string | null
  readonly authors: readonly string[]
}

/** The first date and author in structured data. */
function linkedData(elements: readonly TreeElement[]): LinkedData {
  const queue: unknown[] = []
  for (const element of elements) {
    if (element.tagName !== 'script' || attributeOf(element, 'type') !== 'application/ld+json') continue
    try {
      queue.push(JSON.parse(withoutCdata(textOf(element))))
    } catch {
      // It states nothing.
    }
  }
  let date: string | null = null
  let authors: readonly string[] = []
  for (let at = 0; at < Math.min(queue.length, maxJsonNodes); at++) {
    const node = queue[at]
    if (Array.isArray(node)) queue.push(...node.slice(0, maxJsonNodes))
    const { success, data } = linked.safeParse(node)
    if (!success) continue
    date ??= readDay(data.datePublished ?? data.dateCreated ?? '')
    if (authors.length === 0) authors = readAuthors(data.author)
    queue.push(...(data['@graph']?.slice(0, maxJsonNodes) ?? []))
  }
  return { date, authors }
}

/** The contents of the `meta` elements by their names. */
function metaContents(elements: readonly TreeElement[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const content = attributeOf(element, 'content')?.trim() ?? ''
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = attributeOf(element, attribute)?.trim().toLowerCase()
      if (name === undefined || content === '') continue
      const known = found.get(name)
      if (known === undefined) found.set(name, [content])
      else known.push(content)
    }
  }
  return found
}

function hasClass(element: TreeElement, pattern: RegExp): boolean {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).some((name) => pattern.test(name))
}

/** The day in the `time` elements: one that is marked as the publication, otherwise the first one that states a day. */
function timeDay(elements: readonly TreeElement[]): string | null {
  const times = elements
    .filter(({ tagName }) => tagName === 'time')
    .map((element) => ({
      day: readDay(attributeOf(element, 'datetime') ?? textOf(element)),
      isMarked:
        published.test(attributeOf(element, 'class') ?? '') ||
        attributeOf(element, 'itemprop') === 'datePublished' ||
        attributeOf(element, 'pubdate') !== undefined,
    }))
    .filter(({ day }) => day !== null)
  return (times.find(({ isMarked }) => isMarked) ?? times[0])?.day ?? null
}

function authorsIn(elements: readonly TreeElement[]): readonly string[] {
  const named = elements.filter(
    (element) =>
      attributeOf(element, 'itemprop') === 'author' ||
      attributeOf(element, 'rel')?.split(/\s+/).includes('author') === true ||
      hasClass(element, authorClass),
  )
  const names = named.slice(0, maxAuthorElements).flatMap((element) => bylineNames(textOf(element)))
  return [...new Set(names)]
}

function addressIn(elements: readonly TreeElement[], meta: ReadonlyMap<string, readonly string[]>): string | null {
  const isCanonical = (element: TreeElement) =>
    (element.tagName === 'link' && attributeOf(element, 'rel')?.toLowerCase() === 'canonical') ||
    hasClass(element, canonicalClass)
  const canonical = elements.find(isCanonical)
  return (canonical && attributeOf(canonical, 'href')) ?? meta.get('og:url')?.[0] ?? null
}

function pathOf(address: string | null): string {
  return address !== null && URL.canParse(address) ? new URL(address).pathname : ''
}

/** Reads what a page states about itself. */
export function pageMetadata(elements: readonly TreeElement[]): PageMetadata {
  const meta = metaContents(elements)
  const first = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? [])[0] ?? null
  const firstDay = (names: readonly string[]) => {
    for (const content of names.flatMap((name) => meta.get(name) ?? [])) {
      const day = readDay(content)
      if (day !== null) return day
    }
    return null
  }
  const linkedTo = linkedData(elements)
  const address = addressIn(elements, meta)
  const stated = authorNames
    .map((name) => (meta.get(name) ?? []).flatMap(bylineNames))
    .find((names) => names.length > 0)
  const heading = elements.find(({ tagName }) => tagName === 'h1')
  return {
    title: first(titleNames),
    heading: heading === undefined ? null : textOf(heading),
    siteName: first(siteNames),
    date: linkedTo.date ?? firstDay(dateNames) ?? timeDay(elements) ?? dayInPath(pathOf(address)),
    authors: linkedTo.authors.length > 0 ? linkedTo.authors : (stated ?? authorsIn(elements)),
    address,
  }
}
