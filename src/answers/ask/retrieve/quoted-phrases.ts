import type { Article } from '../../../corpus/article/article.ts'
import type { Generation, Passage } from '../../../library/generation/generation.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'
import { exactRow, exactWords } from '../../answer/exact-words.ts'
import { phraseIndex } from '../../answer/phrase-index.ts'

const marked = /["\u201c\u201d\u201e\u00ab\u00bb]([^"\u201c\u201d\u201e\u00ab\u00bb]+)["\u201c\u201d\u00ab\u00bb]/gu

/** The phrases of a question that are in double quotation marks, as typed. They are searched for word for word, function words included. */
export function quotedPhrases(text: string): readonly string[] {
  return [...text.matchAll(marked)].flatMap(([, phrase = '']) => (exactWords(phrase).length > 0 ? [phrase.trim()] : []))
}

/** A question without its quoted phrases. */
export const withoutQuoted = (text: string): string => text.replace(marked, ' ')

/** The words of each title, and all of them as one text: most phrases are in no title, and one search shows that. */
const titleRows = oncePerObject((articles: readonly Article[]) => {
  const rows = articles.map(({ title }) => exactRow(title))
  return { rows, all: rows.join('\n') }
})

/** Selects the passages that have a phrase word for word, or whose article has it in its title; null if no passage does. */
export function havingPhrase(generation: Generation, phrase: string): ((passage: Passage) => boolean) | null {
  const paragraphs = phraseIndex(generation).paragraphs(exactWords(phrase).map(({ folded }) => folded))
  const { rows, all } = titleRows(generation.articles)
  const wanted = exactRow(phrase)
  const titled = new Set(all.includes(wanted) ? generation.articles.filter((_, at) => rows[at]?.includes(wanted)) : [])
  if (paragraphs.size + titled.size === 0) return null
  return ({ article, paragraph }) => paragraphs.has(paragraph) || titled.has(article)
}
