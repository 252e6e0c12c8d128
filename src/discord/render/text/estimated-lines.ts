/** Characters that a phone shows on one line of an embed, more or less: plain, and in small print. */
const lineLengths = { normal: 42, small: 50 } as const

const smallPrint = /^(?:> )?-# /
const target = /\]\(<[^>]*>\)/g
const marks = /^> |^-# |\*\*|\\(?=[^0-9A-Za-z\s])|\[/g

/** About how many lines a text in Markdown takes on a phone. */
export function estimatedLines(markdown: string): number {
  return markdown.split('\n').reduce((sum, line) => {
    const shown = line.replace(target, '').replace(marks, '')
    return sum + Math.max(1, Math.ceil(shown.length / lineLengths[smallPrint.test(line) ? 'small' : 'normal']))
  }, 0)
}
