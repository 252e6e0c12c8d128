import { createHash } from 'node:crypto'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { buildGeneration, type Generation } from '../../src/library/generation.ts'
import type { SetParagraph } from './question-set.ts'

/** A generation made of a set's documents, and how to get from what it cites to the set's paragraphs. */
export interface SetGeneration {
  readonly generation: Generation
  /** The id of a set's paragraph by article file and paragraph number, as `file#number`. */
  readonly paragraphIds: ReadonlyMap<string, string>
}

/** Builds the articles of a set, one a document with its title in front matter, through the code that reads files. */
export async function generationOfSet(paragraphs: readonly SetParagraph[]): Promise<SetGeneration> {
  const byDocument = new Map<string, SetParagraph[]>()
  for (const paragraph of paragraphs) {
    const own = byDocument.get(paragraph.docId)
    if (own) own.push(paragraph)
    else byDocument.set(paragraph.docId, [paragraph])
  }
  const ids = new Map<string, string>()
  const articles = await Promise.all(
    [...byDocument].map(([docId, own], at) => {
      const file = `${String(at).padStart(6, '0')}.md`
      const title = JSON.stringify(own[0]?.docTitle ?? docId)
      const body = own.map(({ text }) => text.replace(/\s+/g, ' ').trim())
      own.forEach(({ id }, n) => {
        ids.set(`${file}#${n + 1}`, id)
      })
      const text = `---\ntitle: ${title}\n---\n\n${body.join('\n\n')}\n`
      return parseArticle(file, text, createHash('sha256').update(text).digest('hex'))
    }),
  )
  return { generation: buildGeneration({ articles, skipped: [] }, 'bench'), paragraphIds: ids }
}
