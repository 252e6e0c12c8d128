import * as z from 'zod'
import { readAuthors } from '../../../metadata/authors.ts'
import { readDay } from '../../../metadata/day.ts'
import { attributeOf, type TreeElement, textOf } from '../tree/page-tree.ts'

// Structured data (JSON-LD) of a page.

const maxNodes = 500
const cdataMarks = /^\s*<!\[CDATA\[|\]\]>\s*$/g

const text = z.string().optional().catch(undefined)
const linked = z.looseObject({
  headline: text,
  datePublished: text,
  dateCreated: text,
  author: z.unknown().optional(),
  publisher: z.looseObject({ name: text }).optional().catch(undefined),
  '@graph': z.array(z.unknown()).optional().catch(undefined),
})

/** What the structured data of a page states about it. */
export interface LinkedData {
  readonly title: string | null
  readonly siteName: string | null
  readonly date: string | null
  readonly authors: readonly string[]
}

function parsed(element: TreeElement): unknown {
  try {
    return JSON.parse(textOf(element).replace(cdataMarks, ''))
  } catch {
    // It states nothing.
    return null
  }
}

/** The first title, site, date and author in the structured data of a page. */
export function linkedData(elements: readonly TreeElement[]): LinkedData {
  const queue: unknown[] = elements
    .filter((one) => one.tagName === 'script' && attributeOf(one, 'type') === 'application/ld+json')
    .map(parsed)
  let title: string | null = null
  let siteName: string | null = null
  let date: string | null = null
  let authors: readonly string[] = []
  for (let at = 0; at < Math.min(queue.length, maxNodes); at++) {
    const node = queue[at]
    if (Array.isArray(node)) queue.push(...node.slice(0, maxNodes))
    const { success, data } = linked.safeParse(node)
    if (!success) continue
    if (data.headline !== undefined) {
      title ??= data.headline
      siteName ??= data.publisher?.name ?? null
    }
    date ??= readDay(data.datePublished ?? data.dateCreated ?? '')
    if (authors.length === 0) authors = readAuthors(data.author)
    queue.push(...(data['@graph']?.slice(0, maxNodes) ?? []))
  }
  return { title, siteName, date, authors }
}
