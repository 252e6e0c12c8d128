import type { Range } from '../../language/text/range.ts'

// Control and format characters: they turn the reading round, or hide. Line feed, tab, soft hyphen and the zero-width
// characters that only join or part letters stay as they are. A backslash before `u{` would be read as one of ours.
const hidden = String.raw`(?![\n\t\u00ad\u200b-\u200d\u2060\ufeff])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\\(?=u\{)`
// Whatever begins a mark; a colon before a blank begins neither an emoji nor the rest of an address.
const marks = String.raw`[\\*_~\x60|<>[\]@#]|:(?=\S)`
// What begins a list when it stands first in a line.
const lineStarts = String.raw`(?<=^[^\S\n]*)[-+]|(?<=^[^\S\n]*\d{1,9})[.)]`
const special = new RegExp(String.raw`(?<lineEnd>\r(?=\n))|(?<hidden>${hidden})|${marks}|${lineStarts}`, 'gmu')

const bold = '**'
// Discord takes a backslash before anything but a letter, a digit or a blank as an escape.
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

/** Bold over ranges in order and apart; not over line ends, nor beginning or ending with a blank: there it would not close. */
function emphases(text: string, ranges: readonly Range[]): readonly Edit[] {
  return ranges.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S(?:[^\n\r]*\S)?/gu)].flatMap((match) => [
      { at: start + match.index, remove: 0, insert: bold },
      { at: start + match.index + match[0].length, remove: 0, insert: bold },
    ]),
  )
}

/**
 * Text of others as Discord's Markdown, so that what is read is what it says: no mention, link, heading, list, quote, code,
 * spoiler, emoji or timestamp comes of it, and characters that would turn the reading round are shown as `\u{…}`; CR LF is
 * one line end. `strong` are ranges of it, in order and apart, to be shown in bold.
 */
export function toMarkdown(text: string, strong: readonly Range[] = []): string {
  let shown = ''
  let at = 0
  for (const edit of [...emphases(text, strong), ...escapes(text)].sort((a, b) => a.at - b.at || a.remove - b.remove)) {
    shown += text.slice(at, edit.at) + edit.insert
    // A range that ends inside an escaped character takes it in.
    at = Math.max(at, edit.at + edit.remove)
  }
  return shown + text.slice(at)
}

/** The text that `toMarkdown` made `shown` of, with LF as line ends. */
export function fromMarkdown(shown: string): string {
  return shown
    .replace(escapedOrBold, (_, escaped: string | undefined) => escaped ?? '')
    .replace(shownHidden, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
