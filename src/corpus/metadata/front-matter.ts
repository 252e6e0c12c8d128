import * as z from 'zod'
import { isIsoDate } from '../../language/dates/time/calendar.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import type { ArticleWarning } from '../article/article.ts'
import { BadFile } from '../article/bad-file.ts'
import { readAuthors } from './authors.ts'
import { readDay } from './day.ts'
import type { FrontMatter } from './front-matter-fields.ts'
import { frontMatterValues } from './front-matter-values.ts'
import type { SplitFile } from './split-front-matter.ts'

/** The keys that people use for each field, without case, `-` and `_`; earlier ones take precedence. */
const keys = {
  title: ['title', 'headline', 'pagetitle', 'posttitle', 'subject'],
  date: [
    ...['date', 'pubdate', 'pubdatetime', 'published', 'publishdate', 'publisheddate', 'publishedat', 'publishedon'],
    ...['publishedtime', 'publishat', 'publicationdate', 'datepublished', 'dateposted', 'posted', 'postdate'],
    ...['releasedate', 'created', 'createdat', 'createdon', 'datecreated', 'creationdate', 'dateadded'],
    ...['updated', 'updatedat', 'lastmod', 'lastupdate', 'lastupdated', 'modified', 'modifiedat', 'datemodified'],
  ],
  outlet: ['outlet', 'publisher', 'publication', 'site', 'sitename'],
  author: ['author', 'authors', 'byline', 'by', 'creator', 'creators', 'writer', 'postauthor', 'from'],
  url: ['url', 'canonicalurl', 'canonical', 'canonicallink', 'originalurl', 'sourceurl', 'permalink', 'link'],
} as const
/** Permalinks are paths by convention. */
const oftenPaths: ReadonlySet<string> = new Set(['permalink', 'link'])

const placeholder = /^(?:\{\{.*\}\}|\{%.*%\}|<%.*%>|\[(?:date|title)\])$/i
const scheme = /^[a-z][a-z\d+.-]*:/i
const hostAndPath = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#]|$)/iu
const scalar = z.union([z.string(), z.number(), z.date().transform((day) => day.toISOString())])

/** Why a value cannot be used. */
class Unusable {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** A value as one line of text; null if it is empty. */
function lineOf(value: unknown): string | null | Unusable {
  if (value === null || value === undefined) return null
  const read = scalar.safeParse(value)
  if (!read.success) return new Unusable('must be one line of text')
  const line = plainLine(String(read.data))
  if (placeholder.test(line)) return new Unusable('is a placeholder of a template')
  return line === '' ? null : line
}

function dayOf(value: unknown): string | null | Unusable {
  const dated = z.object({ date: scalar }).safeParse(value)
  const line = lineOf(dated.success ? dated.data.date : value)
  if (line === null || line instanceof Unusable) return line
  return readDay(line) ?? new Unusable('must be a date as YYYY-MM-DD')
}

function addressOf(value: unknown): string | null | Unusable {
  const line = lineOf(value)
  if (line === null || line instanceof Unusable) return line
  const address = !scheme.test(line) && hostAndPath.test(line) ? `https://${line}` : line
  return isWebAddress(address) ? address : new Unusable('must be an http:// or https:// address')
}

/** What mail programs put before a subject: the name of the list, "Re:". */
const subjectPrefix = /^(?:\[[^\]]{1,40}\]\s*)?(?:(?:re|fwd?|aw|wg|sv):\s*)*(?:\[[^\]]{1,40}\]\s*)?/i

function titleOf(value: unknown, key: string): string | null | Unusable {
  const line = lineOf(value)
  return typeof line === 'string' && key === 'subject' ? line.replace(subjectPrefix, '') || line : line
}

function outletOf(value: unknown): string | null | Unusable {
  const named = z.object({ name: z.string() }).safeParse(value)
  return lineOf(named.success ? named.data.name : value)
}

function authorsOf(value: unknown): readonly string[] | null | Unusable {
  if (value === null || value === undefined || value === '') return null
  const authors = readAuthors(value)
  return authors.length === 0 ? new Unusable('must be a name or a list of names') : authors
}

/** A day, perhaps with a time ("2025-09-04T10:00"). */
function isDay(value: string): boolean {
  return isIsoDate(value.slice(0, 10)) && !/^[^T\s]/.test(value.slice(10))
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

const text = z.string().transform(plainLine)
const statedSchema = z.object({
  title: text.optional(),
  date: text.refine(isDay, 'must be a date as YYYY-MM-DD').optional(),
  outlet: text.optional(),
  author: text.optional(),
  url: text.refine(isWebAddress, 'must be an http:// or https:// address').optional(),
})

/** Metadata that a moderator can state for an article. */
export type Stated = Readonly<Partial<Record<'title' | 'date' | 'outlet' | 'author' | 'url', string>>>

const firstIssue = (stated: Stated) => statedSchema.safeParse(stated).error?.issues[0]

/**
 * Checks metadata that a moderator states for an article.
 * @throws BadFile that says what is wrong with it.
 */
export function checkStated(stated: Stated): void {
  const issue = firstIssue(stated)
  if (issue !== undefined) {
    throw new BadFile('front-matter', `cannot be added: "${issue.path.join('.')}" ${issue.message}`)
  }
}

/** What is wrong with a value that a moderator states, as a sentence; null if nothing is. */
export function statedProblem(field: keyof Stated, value: string): string | null {
  const issue = firstIssue({ [field]: value })
  return issue === undefined ? null : `"${field}" ${issue.message}.`
}

/** A key without case, `-` and `_`: keys that fold to the same are one. */
export function foldedKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '')
}

/** The words for true and false in YAML 1.1, which site generators read. */
const truth: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', 'no', 'off'].map((word) => [word, false] as const),
])

function truthOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' || typeof value === 'string' ? truth.get(String(value).toLowerCase()) : undefined
}

/**
 * Reads front matter. A value that cannot be used is left out with a warning.
 * @throws BadFile if it says that the article is a draft.
 */
export function parseFrontMatter(frontMatter: NonNullable<SplitFile['frontMatter']>): FrontMatter {
  const { values, problem } = frontMatterValues(frontMatter)
  const named = new Map<string, { readonly key: string; readonly value: unknown }>()
  for (const [key, value] of values) {
    const folded = foldedKey(key)
    if (!named.has(folded)) named.set(folded, { key, value })
  }
  const isDraft = truthOf(named.get('draft')?.value) === true || truthOf(named.get('published')?.value) === false
  if (isDraft) throw new BadFile('draft', 'is a draft; take "draft: true" out of its front matter to index it')
  const warnings: ArticleWarning[] =
    problem === null ? [] : [{ key: 'front matter', reason: `${problem}; its lines were read one by one` }]
  const first = <T>(
    candidates: readonly string[],
    read: (value: unknown, key: string) => T | null | Unusable,
  ): T | null => {
    for (const candidate of candidates) {
      const stated = named.get(candidate)
      // `published: true` says nothing about a date.
      if (stated === undefined || (candidate === 'published' && truthOf(stated.value) !== undefined)) continue
      const value = read(stated.value, candidate)
      if (value instanceof Unusable) {
        if (!oftenPaths.has(candidate)) warnings.push({ key: stated.key, reason: value.reason })
      } else if (value !== null) return value
    }
    return null
  }
  return {
    title: first(keys.title, titleOf),
    date: first(keys.date, dayOf),
    outlet: first(keys.outlet, outletOf),
    authors: first(keys.author, authorsOf) ?? [],
    url: first(keys.url, addressOf),
    warnings,
  }
}
