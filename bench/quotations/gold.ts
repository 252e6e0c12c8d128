import { readFileSync } from 'node:fs'
import type { Article } from '../../src/corpus/article/article.ts'
import { bareArticle } from '../../testkit/articles/article-of.ts'

/** A quotation as the data set has it; offsets are UTF-16 in the document's text. */
export interface GoldQuote {
  readonly start: number
  readonly end: number
  readonly kind: 'direct' | 'partial'
  readonly speaker: string | null
  readonly speakerHead: string | null
  readonly speakerType: string
  readonly speakerStart?: number
  readonly speakerEnd?: number
  readonly mention: string | null
  readonly cue: string | null
}

/** A stretch of a document's text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** One line of the data set. `ignore` is neither right nor wrong, `scare` are marked words of no one. */
export interface GoldDocument {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly quotes: readonly GoldQuote[]
  readonly ignore?: readonly Stretch[]
  readonly scare?: readonly Stretch[]
}

/** Reads a data set: JSON Lines, one document a line. */
export function readGold(file: string): readonly GoldDocument[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldDocument)
}

/** The document as an article whose paragraphs are its non-empty lines, all of them body. */
export function articleOf({ id, title, text: whole }: Pick<GoldDocument, 'id' | 'title' | 'text'>): Article {
  const paragraphs = [...whole.matchAll(/[^\n]*\S[^\n]*/g)].map((match, index) => {
    const text = match[0].trim()
    const fileStart = match.index + match[0].indexOf(text)
    return { number: index + 1, kind: 'body' as const, text, fileStart, fileEnd: fileStart + text.length }
  })
  return bareArticle(id, paragraphs, { file: id, title, titleIsOwn: true })
}
