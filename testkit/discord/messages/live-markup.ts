/** What Discord would make more of than text, by name. Escape sequences are taken out before these are looked for. */
const live: Readonly<Record<string, RegExp>> = {
  mention: /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^:>]+:\d+|id:\w+)>/,
  everyone: /@(?:everyone|here)/,
  link: /[a-z]+:\/\/|<https?:|\bmailto:\S/i,
  'masked link': /\[[^\]]*\]\([^)]*\)/,
  code: /`/,
  spoiler: /\|\|/,
  strike: /~~/,
  emoji: /:[\w+-]+:/,
  emphasis: /(?<![*])\*(?![*])|_/,
  'turned direction': /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/,
  control: /(?![\n\t])\p{Cc}/u,
}
const atLineStart: Readonly<Record<string, RegExp>> = {
  heading: /^\s*#{1,3} /m,
  'small print': /^\s*-# /m,
  list: /^\s*(?:[-*+]|\d+\.) /m,
  quote: /^\s*>/m,
}

const escapeSequence = /\\[^0-9A-Za-z\s]/gu
const ownLink = /\[((?:\\.|[^[\]\\])*)\]\(<https?:\/\/[^\s<>()]*>\)/g
const ownLine = /^(?:(?:> )?-# |> |### |\*\*)/

/** What of a text in an answer is live that should be only text; the answer's own marks are known. */
export function liveMarkup(markdown: string): readonly string[] {
  const lines = markdown.split('\n').map((line) => line.replace(ownLine, ''))
  const bare = lines.join('\n').replace(ownLink, '$1').replace(escapeSequence, '\u00b7')
  const found = Object.entries({ ...live, ...atLineStart }).filter(([, pattern]) => pattern.test(bare))
  return found.map(([name]) => name)
}

/** The texts of a message in which Discord reads marks. */
interface MarkedTexts {
  readonly content?: string | null | undefined
  readonly embeds?:
    | readonly { readonly title?: string | undefined; readonly description?: string | undefined }[]
    | null
    | undefined
}

/** The same for a whole message. */
export function liveInMessage({ content, embeds }: MarkedTexts): readonly string[] {
  const texts = [content ?? '', ...(embeds ?? []).flatMap(({ title, description }) => [title ?? '', description ?? ''])]
  return texts.flatMap(liveMarkup)
}
