import { createHash } from 'node:crypto'
import type { Article, Paragraph, ParagraphKind } from '../../corpus/article/article.ts'
import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { paragraphHash, toSnippet } from '../answer/citation.ts'
import type { Citation, Snippet } from '../answer/cited-text.ts'

/** A paragraph with its neighbours, each in full. */
export interface ParagraphContext {
  readonly status: 'answered'
  readonly generation: string
  /** In the article's order. */
  readonly paragraphs: readonly Snippet[]
  /** Index of the requested paragraph. */
  readonly requested: number
}

/** The paragraph no longer exists, or its text has changed. */
export interface ParagraphGone {
  readonly status: 'gone'
  readonly generation: string
}

/** Bylines and boilerplate are not context: they say nothing about the story. */
const shown: ReadonlySet<ParagraphKind> = new Set(['body', 'caption', 'heading'])
const keyPattern = /^([0-9a-f]{8})\.(\d{1,6})\.([0-9a-f]{16})$/

function articleKey(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8)
}

/** A paragraph that an answer cites, and the parts that it cites. */
export interface CitedParagraph {
  /** Its key (`paragraphKey`). */
  readonly key: string
  /** The cited parts as offsets in the paragraph's text. */
  readonly ranges: readonly Range[]
}

/** A short key for a paragraph with its current text, at most 32 characters. `contextOf` takes it. */
export function paragraphKey({ article, paragraph, hash }: Citation): string {
  return `${articleKey(article)}.${paragraph}.${hash}`
}

/** The paragraph with this key, in its article; null if it is gone. */
export function paragraphOf(
  { articles }: Pick<Generation, 'articles'>,
  key: string,
): { readonly article: Article; readonly paragraph: Paragraph } | null {
  const [, wanted, digits, hash] = keyPattern.exec(key) ?? []
  const article = articles.find(({ id }) => articleKey(id) === wanted)
  const paragraph = article?.paragraphs[Number(digits) - 1]
  if (article === undefined || paragraph === undefined || paragraphHash(paragraph) !== hash) return null
  return { article, paragraph }
}

/** The paragraph with this key and its neighbours, or that it is gone. */
export function contextOf(generation: Generation, key: string): ParagraphContext | ParagraphGone {
  const found = paragraphOf(generation, key)
  if (found === null) return { status: 'gone', generation: generation.id }
  const { article, paragraph } = found
  const around = article.paragraphs.filter((other) => other === paragraph || shown.has(other.kind))
  const at = around.indexOf(paragraph)
  const first = Math.max(0, at - 1)
  return {
    status: 'answered',
    generation: generation.id,
    paragraphs: around
      .slice(first, at + 2)
      .map((one) => toSnippet(generation, { article, paragraph: one }, { start: 0, end: one.text.length }, [])),
    requested: at - first,
  }
}
