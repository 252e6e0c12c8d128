import { unicodeRegExp } from '../../../../language/text/unicode-regexp.ts'
import { plainLine } from '../../../../language/tokens/normalise.ts'
import { isByline } from '../../../boilerplate/bylines.ts'
import { bylineNames } from '../../../metadata/authors.ts'
import { dayIn, readDay } from '../../../metadata/day.ts'
import { attributeOf, attributeWords, type TreeElement, textOf } from '../tree/page-tree.ts'

// Elements that a page marks as its date or its author: by properties of structured data, by microformats, by usual names of classes.

const dateProperties = new Set(
  'datePublished schema:datePublished dateCreated dc:date dc:issued dcterms:date dcterms:issued dcterms:created pubdate'.split(
    ' ',
  ),
)
const publishedClass =
  /^(?:dt-published|published|pub-?date|publish(?:ed)?-date|date-published|entry-date|post-date|posted-on|article-date|date-header)$/i
const dateClass = /^(?:date|date-display-single|dateline|timestamp|(?:entry|post|article|byline|meta)(?:__|-)date)$/i
const authorClass = /^(?:p-author|byline-author|author-name|author__name|byline__author)$/i
/** Classes that other elements have, too: an element with one of them counts only if its text is a full name and nothing else. */
const maybeAuthorClass = /^(?:author|byline|fn|writer|(?:post|entry|article|meta)(?:__|-)author)$/i
const fullName = unicodeRegExp(String.raw`^\p{Lu}[^\s,;:]*(?:\s[^\s,;:]+){1,4}$`)
const maxAuthorElements = 20
/** The longest text of an element that is only a date or a byline. */
const maxTextLength = 150

function hasClass(element: TreeElement, pattern: RegExp): boolean {
  return attributeWords(element, 'class').some((name) => pattern.test(name))
}

/** The day that an element states: in an attribute, or in its text. */
function dayOf(element: TreeElement): string | null {
  for (const name of ['datetime', 'content', 'title']) {
    const day = readDay(attributeOf(element, name) ?? '')
    if (day !== null) return day
  }
  const text = textOf(element).trim()
  return text.length > maxTextLength ? null : dayIn(text)
}

/** How reliably an element states the day of publication: lower is more reliable; null if it does not state it. */
function dateRank(element: TreeElement): number | null {
  if (
    [...attributeWords(element, 'itemprop'), ...attributeWords(element, 'property')].some((name) =>
      dateProperties.has(name),
    )
  )
    return 0
  if (attributeOf(element, 'pubdate') !== undefined || hasClass(element, publishedClass)) return 1
  if (element.tagName === 'time') return 2
  return hasClass(element, dateClass) ? 3 : null
}

/** The day that the elements of a page state as that of publication, or null. */
export function markedDay(elements: readonly TreeElement[]): string | null {
  let best: { readonly day: string; readonly rank: number } | null = null
  for (const element of elements) {
    const rank = dateRank(element)
    if (rank === null || (best !== null && best.rank <= rank)) continue
    const day = dayOf(element)
    if (day !== null) best = { day, rank }
  }
  return best?.day ?? null
}

/** The date of a page is in one of this many elements below its heading. */
const maxBelowHeading = 20

/** The day in a line below the first heading of a page that consists of nothing but a day and names, or null. */
export function dayBelowHeading(elements: readonly TreeElement[]): string | null {
  const heading = elements.findIndex(({ tagName }) => tagName === 'h1')
  if (heading < 0) return null
  for (const element of elements.slice(heading + 1, heading + 1 + maxBelowHeading)) {
    const text = plainLine(textOf(element))
    const day = text.length <= maxTextLength && isByline(text) ? dayIn(text) : null
    if (day !== null) return day
  }
  return null
}

/** The authors that the elements of a page name. */
export function markedAuthors(elements: readonly TreeElement[]): readonly string[] {
  const named = elements.filter(
    (element) =>
      attributeOf(element, 'itemprop') === 'author' ||
      attributeWords(element, 'rel').includes('author') ||
      hasClass(element, authorClass),
  )
  const names = named.slice(0, maxAuthorElements).flatMap((element) => bylineNames(textOf(element)))
  if (names.length > 0) return [...new Set(names)]
  for (const element of elements.filter((one) => hasClass(one, maybeAuthorClass)).slice(0, maxAuthorElements)) {
    const text = textOf(element)
    const found = text.length > maxTextLength ? [] : bylineNames(text)
    if (found.length > 0 && found.every((name) => fullName.test(name))) return found
  }
  return []
}
