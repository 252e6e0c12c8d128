import type { Paragraph } from './article.ts'
import { BadFile } from './bad-file.ts'

/** The longest paragraph that is read, in UTF-16 units. The time to read one grows with the square of its length. */
export const longestParagraph = 50_000

/** @throws BadFile when a paragraph is longer than is read. */
export function checkParagraphLength(paragraphs: readonly Paragraph[]): void {
  const long = paragraphs.find(({ text }) => text.length > longestParagraph)
  if (long === undefined) return
  const what = `has a paragraph of over 50,000 characters (¶${long.number})`
  throw new BadFile('too-large', `${what}; break it into shorter ones`)
}
