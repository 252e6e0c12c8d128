/** Mentions of users, roles, channels and commands, emoji of a server, and timestamps. */
export const references = /<(?:@[!&]?|#|a?:\w+:|\/[^:>]+:|id:|t:)[^<>\s]*>/g

const fence = /```(?:[\w+#-]*\n)?([\s\S]*?)```/g
/** Blocks and spans of code, in which Discord sees no mentions. */
export const codeSpans = /```[\s\S]*?```|(`{1,2})[^`]+\1/g
const allQuoted = /^>>>\s/
const lineStart = /^((?:>\s)?)\s*(?:#{1,3}\s+|-#\s+|[-*+]\s+|\d{1,3}[.)]\s+)/
// In this order: escaped characters, code, masked links, other links, mentions and the like, and marks.
const inline = new RegExp(
  [
    String.raw`\\(?<escaped>[^0-9A-Za-z\s])`,
    String.raw`(?<ticks>\x60{1,2})(?<code>[^\x60\n]+)\k<ticks>`,
    String.raw`\[(?<label>[^\[\]\n]+)\]\(<?https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*>?(?:\s+"[^"\n]*")?\)`,
    String.raw`(?<gone><?https?:\/\/[^\s<>"\u201c\u201d\u00ab\u00bb|]+>?|${references.source})`,
    String.raw`(?<mark>\*{2,3}|_{2,3}|~~|\|\||(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}]))`,
  ].join('|'),
  'gu',
)

function readInline(text: string): string {
  let shown = ''
  let at = 0
  for (const { index, 0: whole, groups = {} } of text.matchAll(inline)) {
    shown += text.slice(at, index)
    at = index + whole.length
    const { escaped, code, label, gone } = groups
    if (label !== undefined) shown += readInline(label)
    else shown += escaped ?? code ?? (gone === undefined ? '' : ' ')
  }
  return shown + text.slice(at)
}

/**
 * The plain text of a message's Markdown: without marks, links, mentions and emoji, and with the text of code blocks and spoilers.
 * Lines of block quotes start with `> `.
 */
export function readMarkup(markup: string): string {
  let isQuoted = false
  return markup
    .split(fence)
    .flatMap((part, at) => {
      const isCode = at % 2 === 1
      return part.split('\n').map((line) => {
        if (isCode) return isQuoted ? `> ${line}` : line
        isQuoted ||= allQuoted.test(line)
        const shown = isQuoted ? `> ${line.replace(allQuoted, '')}` : line
        return readInline(shown.replace(lineStart, '$1'))
      })
    })
    .join('\n')
}
