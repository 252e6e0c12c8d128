import { bylineNames } from '../../../metadata/authors.ts'
import { dayInPath, readDay } from '../../../metadata/day.ts'
import { attributeOf, attributeWords, type TreeElement, textOf } from '../tree/page-tree.ts'
import { linkedData } from './linked-data.ts'
import { dayBelowHeading, markedAuthors, markedDay } from './marked-elements.ts'
import { type PageHeading, pageHeadings } from './page-title.ts'

// What a page states about itself: in `meta` and `link` elements, in structured data, in elements that are marked as its date or author.

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
/** The label of an author in a link preview. */
const previewLabel = /^(?:written by|author)$/i
const siteNames = ['og:site_name', 'application-name', 'publisher', 'dc.publisher']
const titleNames = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'title']

const canonicalClass = /^(?:p-canonical|u-canonical)$/i
/** The comment in which a browser notes the address of a page that it saves. */
const savedFrom = /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/[^\s<>]+)/
const maxPreamble = 4000

/** What a page states about itself; null or empty for what it does not state. */
export interface PageMetadata {
  /** The titles that its metadata states, best first. */
  readonly titles: readonly (string | null)[]
  /** The text of its title element. */
  readonly titleElement: string | null
  readonly headings: readonly PageHeading[]
  readonly siteName: string | null
  readonly date: string | null
  readonly authors: readonly string[]
  /** An http(s) address. */
  readonly address: string | null
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

/** A web address, or null. */
function webAddress(value: string | undefined): string | null {
  if (value === undefined || !URL.canParse(value)) return null
  return /^https?:$/.test(new URL(value).protocol) ? value : null
}

function addressIn(
  elements: readonly TreeElement[],
  meta: ReadonlyMap<string, readonly string[]>,
  source: string,
): string | null {
  const isCanonical = (element: TreeElement) =>
    (element.tagName === 'link' && attributeOf(element, 'rel')?.toLowerCase() === 'canonical') ||
    attributeWords(element, 'class').some((name) => canonicalClass.test(name))
  const canonical = elements.find(isCanonical)
  return (
    webAddress(canonical && attributeOf(canonical, 'href')) ??
    webAddress(meta.get('og:url')?.[0]) ??
    webAddress(savedFrom.exec(source.slice(0, maxPreamble))?.[1])
  )
}

/** The author in the labelled lines that a page states for link previews. */
function previewAuthor(meta: ReadonlyMap<string, readonly string[]>): string[] {
  const line = (name: string) => meta.get(name)?.[0] ?? ''
  const number = [1, 2].find((one) => previewLabel.test(line(`twitter:label${one}`)))
  return number === undefined ? [] : bylineNames(line(`twitter:data${number}`))
}

/** Reads what a page states about itself. `elements`: those of the page, without readers' comments. */
export function pageMetadata(elements: readonly TreeElement[], source: string): PageMetadata {
  const meta = metaContents(elements)
  const first = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? [])[0] ?? null
  const firstDay = (names: readonly string[]) => {
    for (const content of names.flatMap((name) => meta.get(name) ?? [])) {
      const day = readDay(content)
      if (day !== null) return day
    }
    return null
  }
  const linked = linkedData(elements)
  const titleElement = elements.find(({ tagName }) => tagName === 'title')
  const address = addressIn(elements, meta, source)
  const authors = [
    linked.authors,
    ...authorNames.map((name) => (meta.get(name) ?? []).flatMap(bylineNames)),
    previewAuthor(meta),
  ]
  return {
    titles: [linked.title, first(titleNames)],
    titleElement: titleElement === undefined ? null : textOf(titleElement),
    headings: pageHeadings(elements),
    siteName: first(siteNames) ?? linked.siteName,
    date:
      linked.date ??
      firstDay(dateNames) ??
      markedDay(elements) ??
      dayInPath(address ? new URL(address).pathname : '') ??
      dayBelowHeading(elements),
    authors: authors.find((names) => names.length > 0) ?? markedAuthors(elements),
    address,
  }
}
