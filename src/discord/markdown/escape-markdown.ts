import type { Range } from '../../language/text/range.ts'

// Control and format characters, which change the reading direction or hide text. Line feed, tab, soft hyphen and the zero-width
// characters that only join or separate letters stay as they are. A backslash before `u{` would look like one of our escapes.
const hidden = String.raw`(?![\n\t\u00ad\u200b-\u200d\u2060\ufeff])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\\(?=u\{)`
// Characters that start markup. A colon before a space starts neither an emoji nor the rest of an address.
const marks = String.raw`[\\*_~\x60|<>[\]@#]|:(?=\S)`
// Characters that start a list at the beginning of a line.
const lineStarts = String.raw`(?<=^[^\S\n]*)[-+]|(?<=^[^\S\n]*\d{1,9})[.)]`
const special = new RegExp(String.raw`(?<lineEnd>\r(?=\n))|(?<hidden>${hidden})|${marks}|${lineStarts}`, 'gmu')

const bold = '**'
// Discord reads a backslash before anything but a letter, a digit or a space as an escape.
const escapedOrBold = /\\([^0-9A-Za-z\s])|\*\*/gu
const shownHidden = /\\u\{([0-9a-f]{1,6})\}/g

interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

function escapes(text: string): readonly Edit[] {
  return [...text.matchAll(special)].map((match) => {
    const found = match[0]
    const code = (found.codePointAt(0) ?? 0).toString(16)
    const shown = match.groups?.['hidden'] === undefined ? `\\${found}` : `\\\\u{${code}}`
    return { at: match.index, remove: found.length, insert: match.groups?.['lineEnd'] === undefined ? shown : '' }
  })
}

/** Bold for ranges in order, without overlaps. Bold ends at line ends, and does not start or end with a space: it would not close. */
function emphases(text: string, ranges: readonly Range[]): readonly Edit[] {
  return ranges.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S(?:[^\n\r]*\S)?/gu)].flatMap((match) => [
      { at: start + match.index, remove: 0, insert: bold },
      { at: start + match.index + match[0].length, remove: 0, insert: bold },
    ]),
  )
}

/**
 * Escapes text of users or articles for Discord, so that it reads as it is: it makes no mention, link, heading, list, quote, code,
 * spoiler, emoji or timestamp. Characters that would change the reading direction are shown as `\u{…}`. CR LF becomes LF. `strong` are
 * ranges of the text, in order and without overlaps, to be shown in bold.
 */
export function toMarkdown(text: string, strong: readonly Range[] = []): string {
  let shown = ''
  let at = 0
  for (const edit of [...emphases(text, strong), ...escapes(text)].sort((a, b) => a.at - b.at || a.remove - b.remove)) {
    shown += text.slice(at, edit.at) + edit.insert
    // A range that ends inside an escaped character includes it.
    at = Math.max(at, edit.at + edit.remove)
  }
  return shown + text.slice(at)
}

/** The inverse of `toMarkdown`; line ends are LF. */
export function fromMarkdown(shown: string): string {
  return shown
    .replace(escapedOrBold, (_, escaped: string | undefined) => escaped ?? '')
    .replace(shownHidden, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
