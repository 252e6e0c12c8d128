import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { plainLine } from '../../language/tokens/normalise.ts'

const extension = /\.[^./]+$/
/** Names that say nothing: the folder is named after the article. */
const unnamed = /^_?(?:index|readme|default|content|post|article|page)$/i
const numericDay = String.raw`(?:19|20)\d{2}(?:[-_.]?\d{2}[-_.]?\d{2}(?:\d{4}|\d{6})?|[-_.]\d{1,2}[-_.]\d{1,2})`
const dayBefore = new RegExp(`^${numericDay}(?:[-_. ]+|$)`)
const dayAfter = new RegExp(`(?<=[^-_. ][-_. ]+)\\(?${numericDay}\\)?$`)
/** The number that a program puts before the title of a page that it exports. */
const exported = /^\d{4,}\.(?=\D)/
/** A number that only orders the files. */
const ordinal = /^\d{1,3}(?:[-_. ]+)(?=.)/
/** An identifier that a program appended. */
const hash = /[-_. ]+(?=[\da-f]*\d)[\da-f]{8,}$/i
const separators = /[-_+]+/g
const word = unicodeRegExp(String.raw`^\p{L}[\p{L}\p{M}'\u2019]+[,.!?:]?$`)
const number = /^\d{1,4}[,.]?$/
const vowel = /[aeiouy]|[^ -~]/i
const capital = unicodeRegExp(String.raw`^\p{Lu}`)

/** The title that a file's path states, if its name holds words ("2009-Obama", "Opening hours", but not "000_c118e5ac"); otherwise null. */
export function titleInPath(file: string): string | null {
  const parts = file.replace(extension, '').split('/')
  const base = parts.at(-1) ?? ''
  const name = unnamed.test(base) ? (parts.at(-2) ?? '') : base
  const own = name
    .replace(exported, '')
    .replace(dayBefore, '')
    .replace(dayAfter, '')
    .replace(ordinal, '')
    .replace(hash, '')
  const readable = plainLine(own.includes(' ') ? own.replaceAll('_', ' ') : own.replace(separators, ' '))
  const tokens = readable.split(' ')
  const words = tokens.filter((token) => word.test(token) && vowel.test(token))
  const isReadable = tokens.every((token) => word.test(token) || number.test(token) || !/\d/.test(token))
  // A single word in lower case is more often a name for the author than a title.
  const isTitle =
    words.length > 0 && isReadable && (tokens.length > 1 || (capital.test(readable) && readable.length > 2))
  return isTitle ? readable : null
}
