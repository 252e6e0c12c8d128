import type { ArticleReference, Citation } from '../../answers/answer/cited-text.ts'
import { typedId } from '../../library/generation/article-ids.ts'
import { toMarkdown } from '../markdown/escape-markdown.ts'

const small = '-# '
const maxTitleLength = 80
const maxIdLength = 60
const maxAddressLength = 300
/** Only the first citations of a widely reported fact are listed. */
const maxShown = 6
const maxLinesLength = 1200

/** The beginning of a text of more than `maxLength` characters, cut at a word, with "…". */
export function opening(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** The address of an article as the target of a masked link; null if it is not a web address or too long. */
export function linkTarget(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return null
  const safe = href.replace(
    /[()<>[\]\\*_~|`\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return safe.length > maxAddressLength ? null : safe
}

/** Title, outlet and date of an article, and its id, each escaped. */
function namesOf({ title, outlet, date, shortId }: ArticleReference) {
  const names = [opening(title, maxTitleLength), outlet === null ? null : opening(outlet, maxTitleLength), date]
  return {
    names: names.filter((part) => part !== null).map((part) => inline(part)),
    id: inline(opening(typedId(shortId), maxIdLength)),
  }
}

/** A citation as text. Only our own "¶" and number are the text of a link. */
function source(citation: Citation): string {
  const { paragraph, url } = citation
  const target = linkTarget(url)
  const place = target === null ? `¶${paragraph}` : `[¶${paragraph}](<${target}>)`
  const { names, id } = namesOf(citation)
  return [...names, place, id].join(' · ')
}

/** An article as a line of small print. */
export function articleLine(article: ArticleReference): string {
  const { names, id } = namesOf(article)
  return `${small}${[...names, id].join(' · ')}`
}

/** Text of users or articles for a line of ours: escaped, and on one line. */
export function inline(text: string): string {
  return toMarkdown(text.replace(/\s+/g, ' '))
}

/** How many articles the citations are from. */
export function articleCount(citations: readonly Citation[]): number {
  return new Set(citations.map(({ file }) => file)).size
}

/** Citations as numbered lines of small print. */
export function citationLines(citations: readonly Citation[]): readonly string[] {
  const lines: string[] = []
  let used = 0
  for (const citation of citations.slice(0, maxShown)) {
    const line = `${small}${lines.length + 1}\\. ${source(citation)}`
    used += line.length
    if (lines.length > 0 && used > maxLinesLength) break
    lines.push(line)
  }
  const left = citations.length - lines.length
  return left === 0 ? lines : [...lines, `${small}and ${left} more`]
}
