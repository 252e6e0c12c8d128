import * as z from 'zod'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { readDay } from './day.ts'

// Names of authors, as front matter, pages and bylines write them.

const maxAuthors = 50
const maxNameLength = 200
/** The deepest nesting of lists and maps that is read. A list of maps with lists of names has four levels; hostile pages have thousands. */
const maxLevel = 20

const named = z.object({ name: z.unknown() })
const by =
  /^(?:(?:posted|written|story|words|text|reported|published|submitted|guest post|post|article|essay|review) )?by[\s:]+|^authors?\s*:\s*/i
/** What a person is, after the name ("Ana Lima, Local Government Reporter"). */
const role =
  /\s*[,|\u00b7\u2022\u2013\u2014][ ]*(?:[\p{L}'\u2019&-]+ ){0,4}(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|producer|analyst|photographer|bureau chief|staff)s?$/iu
/** What a byline has after the names: dates, reading time, updates, sharing. */
const tail = new RegExp(
  [
    String.raw`\s*\d{1,3}[ -]?min(?:ute)?s?(?:[ -]read)?\b.*$`,
    String.raw`\s*[,|/\u00b7\u2022\u2013\u2014-]?\s*(?:last )?(?:updated|published|posted|modified)\b.*$`,
    String.raw`\s*[,|/\u00b7\u2022\u2013\u2014-]?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,|\s|$).*$`,
    String.raw`\s*[,|/\u00b7\u2022\u2013\u2014-]?\s*\d{1,2}:\d{2}\b.*$`,
    String.raw`\s*\(?@[\w.]+\)?`,
    String.raw`\s*<?[\w.+-]+@[\w-]+\.[\w.-]+>?`,
  ].join('|'),
  'gi',
)
/** A date and time that a byline begins with ("Monday April 8, 2024 10:44 am by …"). */
const dated = /^.{0,60}?\d{4}.{0,30}?\bby\s+/i
const separator = /\s*(?:,\s*and|,|;|&|\/|\||\band\b)\s+(?=\p{Lu})|\s+\/\s+/u
const fullName = unicodeRegExp(
  String.raw`^\p{Lu}[\p{L}\p{M}.'\u2019-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'\u2019-]*|(?:de|da|di|do|dos|du|van|von|der|den|la|le|el|al|bin|ibn|y|e)))+$`,
)
const letters = unicodeRegExp(String.raw`\p{L}{2}`)
const address = /^(?:https?:\/\/|www\.)|^@/i
/** What is beside a name in a byline and is none: an agency in capitals. */
const shortCode = /^\p{Lu}{2,5}$/u

/** A sender in an archive of a mailing list: "jo at example.org (Jo Doe)". */
const archivedSender = /^\S+(?:@| at )\S+\s+\(([^()]+)\)$/

/** The names in a byline: without "By", dates, reading times, handles and addresses. */
export function bylineNames(byline: string): string[] {
  const line = plainLine(byline)
    .slice(0, maxNameLength * 4)
    .replace(archivedSender, '$1')
    .replace(dated, '')
    .replace(by, '')
    .replace(tail, '')
    .replace(/[\s,;|/\u00b7\u2022\u2013\u2014-]+$/u, '')
    .replace(role, '')
    .trim()
  if (!letters.test(line) || address.test(line) || readDay(line) !== null) return []
  const parts = line.split(separator).map((part) => part.trim())
  const names = parts.filter((part) => fullName.test(part))
  // Only a line of full names is a list: "Lima, Ana" and "Port of Vila Nova, Ltd" are one name.
  const isList = names.length > 0 && parts.every((part) => fullName.test(part) || shortCode.test(part) || part === '')
  return isList ? names : [line.slice(0, maxNameLength)]
}

/** The names in a value of front matter or structured data: a name, a list of names, or maps with a `name`. */
export function readAuthors(value: unknown, level = 1): readonly string[] {
  if (level > maxLevel) return []
  if (typeof value === 'string') return bylineNames(value)
  if (Array.isArray(value)) {
    const authors = value.slice(0, maxAuthors).filter((one: unknown) => !Array.isArray(one))
    return [...new Set(authors.flatMap((one) => readAuthors(one, level + 1)))]
  }
  const map = named.safeParse(value)
  return map.success ? readAuthors(map.data.name, level + 1) : []
}
