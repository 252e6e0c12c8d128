import type { Paragraph } from '../article/article.ts'

// Project Gutenberg puts a notice before and after the text of a book. A header in the first one states its title and author.

const startLine = /^\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT)/i
const endLine = /^\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT)/i
const field = /^(Title|Author):\s+(.+)/s
/** The line that ends the first notice is looked for in this many paragraphs. */
const maxHeaderParagraphs = 100

/** The paragraphs of a text, and what the notice at its start states. */
export interface FramedText {
  readonly paragraphs: readonly Paragraph[]
  readonly title: string | null
  readonly author: string | null
}

/** Marks the notices around an electronic book as boilerplate, and reads the header in the first one. */
export function readEbookFrame(paragraphs: readonly Paragraph[]): FramedText {
  const start = paragraphs.slice(0, maxHeaderParagraphs).findIndex(({ text }) => startLine.test(text))
  const end = paragraphs.findLastIndex(({ text }) => endLine.test(text))
  if (start < 0 && end < 0) return { paragraphs, title: null, author: null }
  const fields = new Map<string, string>()
  for (const { text } of paragraphs.slice(0, Math.max(0, start))) {
    const [, key, value] = field.exec(text) ?? []
    if (key !== undefined && value !== undefined && !fields.has(key)) fields.set(key, value)
  }
  return {
    paragraphs: paragraphs.map((paragraph, at): Paragraph => {
      const isFrame = at <= start || (end >= 0 && at >= end)
      return isFrame ? { ...paragraph, kind: 'boilerplate' } : paragraph
    }),
    title: fields.get('Title') ?? null,
    author: fields.get('Author') ?? null,
  }
}
