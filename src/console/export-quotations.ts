import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Article } from '../corpus/article/article.ts'
import type { SkippedFile } from '../corpus/article/bad-file.ts'
import type { ArticlePlaces } from '../library/changes/article-places.ts'
import { asBadFile } from '../library/reader/faults.ts'
import { createFileReader, type ReadingOptions } from '../library/reader/file-reader.ts'
import { readArticles } from '../library/reindex/read-articles.ts'
import { readQuotations } from '../reading/statements/read-quotations.ts'
import type { Quotation } from '../reading/statements/spans/quotation.ts'
import { jsonForTerminal } from './escape.ts'

/** The quotations of an article, or why it is skipped. */
function quotationsOf(article: Article): readonly Quotation[] | SkippedFile {
  try {
    return readQuotations(article)
  } catch (error) {
    const { code, reason } = asBadFile(error)
    return { file: article.file, code, reason }
  }
}

function isSkipped(read: readonly Quotation[] | SkippedFile): read is SkippedFile {
  return 'reason' in read
}

/**
 * Writes every quotation of the articles as one JSON object per line, ordered by file and offset. Files with the same content are
 * not skipped.
 * @returns the files that could not be read.
 * @throws CorpusError or LibraryError as `readArticles` does.
 */
export async function exportQuotations(
  places: ArticlePlaces,
  reading: ReadingOptions,
  output: Writable,
): Promise<readonly SkippedFile[]> {
  const reader = createFileReader(reading)
  try {
    const { articles, skipped } = await readArticles(places, { keepDuplicates: true, parse: reader.parse })
    const left = [...skipped]
    for (const article of articles) {
      const read = quotationsOf(article)
      if (isSkipped(read)) left.push(read)
      else for (const line of linesOf(article, read)) if (!output.write(line)) await once(output, 'drain')
    }
    return left
  } finally {
    await reader.close()
  }
}

function linesOf({ file, paragraphs }: Article, quotations: readonly Quotation[]): readonly string[] {
  const fileStarts = new Map(paragraphs.map(({ number, fileStart }) => [number, fileStart]))
  return quotations
    .toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start)
    .map(({ paragraph, start, end, text, speaker, cue, kind, confidence }) => {
      const fileStart = fileStarts.get(paragraph) ?? null
      const place = {
        fileStart: fileStart === null ? null : fileStart + start,
        fileEnd: fileStart === null ? null : fileStart + end,
      }
      return `${jsonForTerminal({ file, paragraph, start, end, ...place, text, speaker, cue, kind, confidence })}\n`
    })
}
