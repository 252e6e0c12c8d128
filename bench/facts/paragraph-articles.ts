import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Article } from '../../src/corpus/article/article.ts'
import { bareArticle, paragraphsOf } from '../../testkit/articles/article-of.ts'

const line = z.object({ id: z.string(), docId: z.string(), text: z.string() })

/** Reads a file of paragraphs, a JSON object `{id, docId, text}` a line, as articles: one a paragraph, or one a document. */
export function readParagraphArticles(path: string, by: 'paragraph' | 'document'): Article[] {
  const groups = new Map<string, string[]>()
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    if (text.trim() === '') continue
    const entry = line.parse(JSON.parse(text))
    const key = by === 'paragraph' ? entry.id : entry.docId
    groups.set(key, [...(groups.get(key) ?? []), entry.text])
  }
  return [...groups].map(([id, texts]) => bareArticle(id, paragraphsOf(texts)))
}
