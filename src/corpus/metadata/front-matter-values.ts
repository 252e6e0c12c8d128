import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import * as z from 'zod'
import { plainLine } from '../../language/tokens/normalise.ts'
import type { SplitFile } from './split-front-matter.ts'
import { yamlExcess } from './yaml-limits.ts'

const keyLine = /^["']?([\p{L}\w-]{1,80})["']?[ \t]*(?:::?|=)(?:[ \t]+(.*)|[ \t]*)$/u
const listLine = /^[ \t]+-[ \t]+(.*)$|^-[ \t]+(.*)$/
const quoted = /^(["'])(.*)\1[ \t]*,?$/
const wikiLink = /^\[\[([^[\]]*)\]\]$/
const flowList = /^\[(.*)\]$/
const map = z.record(z.string(), z.unknown())
const maxEntries = 2000

/** The keys and values of front matter, and why they had to be read line by line; null if they did not. */
export interface FrontMatterValues {
  readonly values: ReadonlyMap<string, unknown>
  readonly problem: string | null
}

function unquoted(text: string): string {
  const trimmed = text.trim()
  const linked = wikiLink.exec(trimmed)?.[1]
  if (linked !== undefined) return linked
  return quoted.exec(trimmed)?.[2] ?? trimmed.replace(/,$/, '')
}

/** The values of lines of the form `key: value`, for front matter that is not valid. The first value of a key counts. */
function readLines(source: string): Map<string, unknown> {
  const values = new Map<string, unknown>()
  let list: { readonly key: string; readonly items: string[] } | null = null
  for (const line of source.split(/\r?\n/, maxEntries)) {
    const [, key, rest = ''] = keyLine.exec(line) ?? []
    const [, indented, flush] = listLine.exec(line) ?? []
    const element = indented ?? flush
    if (key !== undefined) {
      const [, inner] = wikiLink.test(rest.trim()) ? [] : (flowList.exec(rest.trim()) ?? [])
      const value = inner === undefined ? unquoted(rest) : inner.split(',').map(unquoted)
      list = value === '' ? { key, items: [] } : null
      if (!values.has(key)) values.set(key, value)
    } else if (element !== undefined && list !== null) {
      list.items.push(unquoted(element))
      values.set(list.key, list.items)
    } else if (line.trim() !== '') list = null
  }
  return values
}

function parse({ format, source }: NonNullable<SplitFile['frontMatter']>): unknown {
  if (format === 'json') return JSON.parse(source)
  if (format === 'toml') return parseToml(source)
  return parseYaml(source, { maxAliasCount: 10, prettyErrors: false, logLevel: 'error' })
}

/** The values of front matter. If it is not valid, those of its lines that are. */
export function frontMatterValues(frontMatter: NonNullable<SplitFile['frontMatter']>): FrontMatterValues {
  const { source, isOpen, format } = frontMatter
  if (format === 'lines') return { values: readLines(source), problem: null }
  const excess = format === 'yaml' ? yamlExcess(source) : null
  if (excess !== null) return { values: readLines(source), problem: excess }
  try {
    const read = map.safeParse(parse(frontMatter) ?? {})
    if (read.success) return { values: new Map(Object.entries(read.data)), problem: isOpen ? 'is not closed' : null }
    return { values: readLines(source), problem: 'does not consist of "key: value" lines' }
  } catch (error) {
    const message = error instanceof Error ? plainLine(error.message.split('\n', 1)[0] ?? '') : 'unknown error'
    return { values: readLines(source), problem: `is not valid ${format.toUpperCase()} (${message})` }
  }
}
