import { unicodeRegExp } from '../../../../language/text/unicode-regexp.ts'
import { plainLine } from '../../../../language/tokens/normalise.ts'
import { attributeOf, attributeWords, isElement, type TreeElement, textOf } from '../tree/page-tree.ts'

/** A sign between the title of a page and the name of its site. */
const sign = String.raw`\s*(?:\s[-|\u2013\u2014\u00b7\u00bb\u2022:]|[|\u00b7\u00bb\u2022:](?=\s)|\|)\s*`
const signBefore = new RegExp(`^${sign}`)
const signAfter = new RegExp(`${sign}$`)
/** Titles that HTML editors give to new pages. */
const placeholder =
  /^(?:untitled(?: document| page)?|document|new page(?: \d+)?|home(?: ?page)?|index|no title|welcome)$/i
const titleClass = /^(?:p-name|headline|(?:entry|post|article|story|page)(?:__|-)?(?:title|headline))$/i
const siteClass = /^(?:site|blog|logo|brand|masthead)(?:(?:__|-)?(?:title|name|logo|header))?$/i
const homeAddress = /^(?:\.{0,2}\/?(?:index\.\w+)?|https?:\/\/[^/]+\/?)$/i
const headingNames: ReadonlySet<string> = new Set(['h1', 'h2', 'h3'])
const maxHeadings = 100

/** A heading of a page. */
export interface PageHeading {
  readonly text: string
  readonly isTop: boolean
  /** Whether the page marks it as the title of its article. */
  readonly isTitle: boolean
  /** Whether it is the name of the site, with a link to its first page. */
  readonly isSite: boolean
}

function linksHome(element: TreeElement): boolean {
  return element.childNodes.some(
    (child) =>
      isElement(child) &&
      (child.tagName === 'a' ? homeAddress.test(attributeOf(child, 'href')?.trim() ?? '-') : linksHome(child)),
  )
}

/** The headings of a page. */
export function pageHeadings(elements: readonly TreeElement[]): readonly PageHeading[] {
  return elements
    .filter(({ tagName }) => headingNames.has(tagName))
    .slice(0, maxHeadings)
    .map((element) => {
      const names = attributeWords(element, 'class')
      return {
        text: plainLine(textOf(element)),
        isTop: element.tagName === 'h1',
        isTitle:
          names.some((name) => titleClass.test(name)) ||
          ['headline', 'name'].includes(attributeOf(element, 'itemprop') ?? ''),
        isSite: names.some((name) => siteClass.test(name)) || linksHome(element),
      }
    })
    .filter(({ text }) => text !== '')
}

/** A text without the sign at its end or start; null if the sign is not there, or nothing else is. */
function withoutSign(text: string, pattern: RegExp): string | null {
  const own = text.replace(pattern, '')
  return own === '' || own === text ? null : own
}

/** A title without the name of its site at one end; null if the name is not there. */
function without(title: string, site: string): string | null {
  return (
    (title.endsWith(site) ? withoutSign(title.slice(0, -site.length), signAfter) : null) ??
    (title.startsWith(site) ? withoutSign(title.slice(site.length), signBefore) : null)
  )
}

/** A bar before the name of a site, or a dash before a name in capitals. */
const afterBar = /\s[|\u00bb]\s[^|\u00bb]+$/
const afterDash = unicodeRegExp(
  String.raw`\s[-\u2013\u2014]\s(?:\p{Lu}[^\s]*|of|the|and|&)(?:\s(?:\p{Lu}[^\s]*|of|the|and|&)){0,3}$`,
)
const minTitleWords = 3

/** A title without what looks like the name of a site that nothing else on the page states. */
function withoutTail(title: string): string {
  const own = title.replace(afterBar, '')
  if (own !== title) return own
  const undashed = title.replace(afterDash, '')
  return undashed.split(' ').length < minTitleWords ? title : undashed
}

/**
 * The title of a page, without the name of its site; null if nothing states one. `stated`: what its metadata states as its title, best
 * first. `element`: its title element. `sites`: what it states as the name of its site.
 */
export function pageTitle(
  stated: readonly (string | null)[],
  element: string | null,
  sites: readonly (string | null)[],
  headings: readonly PageHeading[],
): string | null {
  const own = headings.filter(({ isSite }) => !isSite)
  const names = [
    ...sites.map((site) => plainLine(site ?? '')).filter((name) => name !== ''),
    ...headings.filter(({ isSite }) => isSite).map(({ text }) => text),
  ]
  const isTitle = (text: string) => text !== '' && !placeholder.test(text) && !names.includes(text)
  const titles = [...stated, element].map((one) => plainLine(one ?? ''))
  const title = titles.find(isTitle)
  // A page with several articles has several marked titles.
  const heading = own.find((one) => one.isTitle) ?? own.find(({ isTop }) => isTop) ?? own[0]
  if (title === undefined) return heading?.text ?? null
  for (const site of names) {
    const shorter = without(title, site)
    if (shorter !== null) return shorter
  }
  // "Title - Site" with the heading "Title".
  const candidates = own.filter((one, at) => one.isTitle || one.isTop || at === 0)
  const matching = candidates.find(({ text }) => without(title, text) !== null)?.text
  if (matching !== undefined) return matching
  const isExact = titles.indexOf(title) < stated.length || own.some(({ text }) => text === title)
  return isExact ? title : withoutTail(title)
}
