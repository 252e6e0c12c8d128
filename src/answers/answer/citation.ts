import { createHash } from 'node:crypto'
import type { Article, Paragraph } from '../../corpus/article/article.ts'
import type { Range } from '../../language/text/range.ts'
import { shortId } from '../../library/generation/article-ids.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'
import type { ArticleReference, Citation, ContextText, Snippet } from './cited-text.ts'

/** The hash of a paragraph's text, as in its citations. */
export const paragraphHash = oncePerObject(({ text }: Pick<Paragraph, 'text'>): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16),
)

/** A paragraph in its article. */
export interface Place {
  readonly article: Article
  readonly paragraph: Paragraph
}

/** An article as an answer names it. */
export function referTo(generation: Generation, article: Article): ArticleReference {
  return {
    file: article.file,
    article: article.id,
    shortId: shortId(generation.articles, article.id),
    title: article.title,
    date: article.date,
    outlet: article.outlet,
    url: article.url,
  }
}

/** The citation of a part of a paragraph. */
export function cite(generation: Generation, { article, paragraph }: Place, { start, end }: Range): Citation {
  return {
    ...referTo(generation, article),
    paragraph: paragraph.number,
    start,
    end,
    hash: paragraphHash(paragraph),
  }
}

/** The most context in one direction: paragraphs, and UTF-16 units of their texts. */
const maxContextParagraphs = 12
const maxContextLength = 900

/** The paragraphs that a part of a paragraph cannot be understood without, with citations of their own. */
function contextTexts(generation: Generation, { article, paragraph }: Place, range: Range): ContextText[] {
  const { paragraphs } = article
  const above: Paragraph[] = []
  for (let at = paragraph.introducedBy; at !== undefined && above.length < maxContextParagraphs; ) {
    const one: Paragraph | undefined = paragraphs[at - 1]
    if (one !== undefined) above.unshift(one)
    at = one?.introducedBy
  }
  const introduces = range.end === paragraph.text.length && paragraph.text.endsWith(':')
  const below: Paragraph[] = []
  let length = 0
  for (let at = paragraph.number; introduces && below.length < maxContextParagraphs; at++) {
    const one = paragraphs[at]
    if (one?.introducedBy === undefined || one.introducedBy < paragraph.number) break
    length += one.text.length
    if (length > maxContextLength) break
    below.push(one)
  }
  const asContext = (one: Paragraph, position: ContextText['position']): ContextText => ({
    position,
    text: one.text,
    citation: cite(generation, { article, paragraph: one }, { start: 0, end: one.text.length }),
  })
  return [...above.map((one) => asContext(one, 'above')), ...below.map((one) => asContext(one, 'below'))]
}

/** A part of a paragraph as a snippet. `highlights` are offsets in the paragraph; those outside the part are dropped. */
export function toSnippet(generation: Generation, place: Place, range: Range, highlights: readonly Range[]): Snippet {
  return {
    text: place.paragraph.text.slice(range.start, range.end),
    citation: cite(generation, place, range),
    context: contextTexts(generation, place, range),
    highlights: mergeRanges(highlights.filter(({ start, end }) => start >= range.start && end <= range.end)).map(
      ({ start, end }) => ({ start: start - range.start, end: end - range.start }),
    ),
  }
}

/** Sorts ranges, and merges those that overlap or touch. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else merged.push(range)
  }
  return merged
}
