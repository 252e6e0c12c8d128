import { createHash } from 'node:crypto'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { buildGeneration, type Generation } from '../../src/library/generation/generation.ts'
import type { SetParagraph } from './question-set.ts'

/** A generation made of a set's documents, and how to get from what it cites to the set's paragraphs. */
export interface SetGeneration {
  readonly generation: Generation
  /** The id of a set's paragraph by article file and paragraph number, as `file#number`. */
  readonly paragraphIds: ReadonlyMap<string, string>
}

/** A document of a set as the file of an article, and the ids of its paragraphs in their order. */
export interface SetFile {
  readonly file: string
  readonly text: string
  readonly ids: readonly string[]
}

/** The files that a set's documents make, each with its title in front matter. */
export function filesOfSet(paragraphs: readonly SetParagraph[]): readonly SetFile[] {
  const byDocument = new Map<string, SetParagraph[]>()
  for (const paragraph of paragraphs) {
    const own = byDocument.get(paragraph.docId)
    if (own) own.push(paragraph)
    else byDocument.set(paragraph.docId, [paragraph])
  }
  return [...byDocument].map(([docId, own], at) => {
    const title = JSON.stringify(own[0]?.docTitle ?? docId)
    const body = own.map(({ text }) => text.replace(/\s+/g, ' ').trim())
    return {
      file: `${String(at).padStart(6, '0')}.md`,
      text: `---\ntitle: ${title}\n---\n\n${body.join('\n\n')}\n`,
      ids: own.map(({ id }) => id),
    }
  })
}

/** Builds the articles of a set through the code that reads files. */
export async function generationOfSet(paragraphs: readonly SetParagraph[]): Promise<SetGeneration> {
  const files = filesOfSet(paragraphs)
  const paragraphIds = new Map(files.flatMap(({ file, ids }) => ids.map((id, n) => [`${file}#${n + 1}`, id])))
  const articles = await Promise.all(
    files.map(({ file, text }) => parseArticle(file, text, createHash('sha256').update(text).digest('hex'))),
  )
  return { generation: buildGeneration({ articles, skipped: [] }, 'bench'), paragraphIds }
}
