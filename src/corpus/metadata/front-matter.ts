import { parse } from 'yaml'
import { z } from 'zod'
import { isIsoDate } from '../../language/dates/time/calendar.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { BadFile } from '../article/bad-file.ts'
import { checkYaml } from './yaml-limits.ts'

const line = z
  .union([z.string(), z.number()], 'must be one line of text')
  .transform((value) => plainLine(String(value)))
  .transform((value) => (value === '' ? null : value))
  .nullish()
  .transform((value) => value ?? null)

const schema = z.object({
  title: line,
  date: line.refine((value) => value === null || isDay(value), 'must be a date as YYYY-MM-DD'),
  outlet: line,
  author: line,
  url: line.refine((value) => value === null || isWebAddress(value), 'must be an http:// or https:// address'),
})

/** The metadata in an article's front matter; null for what it leaves out. */
export type FrontMatter = z.infer<typeof schema>

/** A day, perhaps with a time ("2025-09-04T10:00"). */
function isDay(value: string): boolean {
  return isIsoDate(value.slice(0, 10)) && !/^[^T\s]/.test(value.slice(10))
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

/** What is wrong with metadata, as `"key" must be …`, or null. */
function problemOf(value: unknown): string | null {
  const issue = schema.safeParse(value).error?.issues[0]
  if (issue === undefined) return null
  const key = issue.path.join('.')
  return key === '' ? 'it must consist of "key: value" lines' : `"${key}" ${issue.message}`
}

/**
 * Checks metadata that a moderator states for an article.
 * @throws BadFile that says what is wrong with it.
 */
export function checkStated(stated: Readonly<Partial<Record<keyof FrontMatter, string>>>): void {
  const problem = problemOf(stated)
  if (problem !== null) throw new BadFile('front-matter', `cannot be added: ${problem}`)
}

/**
 * Reads the YAML between the `---` lines.
 * @throws BadFile that says what is wrong with it.
 */
export function parseFrontMatter(source: string): FrontMatter {
  checkYaml(source)
  let value: unknown
  try {
    value = parse(source, { maxAliasCount: 10, prettyErrors: false, logLevel: 'error' })
  } catch (error) {
    const cause = error instanceof Error ? plainLine(error.message) : 'unknown error'
    throw new BadFile('front-matter', `has broken front matter (${cause}); correct the lines between the two "---"`)
  }
  const problem = problemOf(value ?? {})
  if (problem !== null) {
    throw new BadFile('front-matter', `has broken front matter (${problem}); correct the lines between the two "---"`)
  }
  const read = schema.parse(value ?? {})
  const { date } = read
  return { ...read, date: date === null ? null : date.slice(0, 10) }
}
