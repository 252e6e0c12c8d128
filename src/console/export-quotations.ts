import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { ArticlePlaces } from '../library/changes/article-places.ts'
import { readArticles } from '../library/read-articles.ts'
import { readQuotations } from '../reading/quotations/read-quotations.ts'
import { jsonForTerminal } from './escape.ts'

/**
 * Writes every quotation of the articles, by file and offset, one JSON object a line; files of equal content are
 * not skipped.
 * @returns the files that could not be read.
 * @throws CorpusError or LibraryError as `readArticles` does.
 */
export async function exportQuotations(places: ArticlePlaces, output: Writable) {
  const { articles, skipped } = await readArticles(places, { keepDuplicates: true })
  for (const article of articles) {
    const fileStarts = new Map(article.paragraphs.map(({ number, fileStart }) => [number, fileStart]))
    const quotations = readQuotations(article).toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start)
    for (const { paragraph, start, end, text, speaker, cue, kind, confidence } of quotations) {
      const fileStart = fileStarts.get(paragraph) ?? null
      const line = {
        file: article.file,
        paragraph,
        start,
        end,
        fileStart: fileStart === null ? null : fileStart + start,
        fileEnd: fileStart === null ? null : fileStart + end,
        text,
        speaker,
        cue,
        kind,
        confidence,
      }
      if (!output.write(`${jsonForTerminal(line)}\n`)) await once(output, 'drain')
    }
  }
  return skipped
}
