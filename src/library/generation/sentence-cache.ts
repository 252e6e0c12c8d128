import type { Paragraph } from '../../corpus/article/article.ts'
import { readSentences, type Sentence } from '../../language/sentences/read-sentences.ts'

// Paragraphs never change, and those of unchanged articles pass from one generation to the next.
const read = new WeakMap<Paragraph, readonly Sentence[]>()

/** The sentences of a paragraph, read when they are first asked for. */
export function sentencesOf(paragraph: Paragraph): readonly Sentence[] {
  const known = read.get(paragraph)
  if (known !== undefined) return known
  const found = readSentences(paragraph.text)
  read.set(paragraph, found)
  return found
}
