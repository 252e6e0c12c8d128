import { createHash } from 'node:crypto'
import type { Article, Paragraph } from '../../corpus/article/article.ts'
import type { Range } from '../../language/text/range.ts'
import { shortId } from '../../library/generation/article-ids.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Citation, Snippet } from './answer.ts'

/** The hash of a paragraph's text, as in its citations. */
export function paragraphHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** A paragraph in its article. */
export interface Place {
  readonly article: Article
  readonly paragraph: Paragraph
}

/** The citation of a part of a paragraph. */
export function cite(generation: Generation, { article, paragraph }: Place, { start, end }: Range): Citation {
  return {
    file: article.file,
    article: article.id,
    shortId: shortId(generation.articles, article.id),
    title: article.title,
    date: article.date,
    outlet: article.outlet,
    url: article.url,
    paragraph: paragraph.number,
    start,
    end,
    hash: paragraphHash(paragraph.text),
  }
}

/** A part of a paragraph as a snippet. `highlights` are offsets in the paragraph; those outside the part are dropped. */
export function toSnippet(generation: Generation, place: Place, range: Range, highlights: readonly Range[]): Snippet {
  return {
    text: place.paragraph.text.slice(range.start, range.end),
    citation: cite(generation, place, range),
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
