import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { readCorpus } from '../corpus/folder.ts'
import { readQuotations } from '../reading/quotations/read-quotations.ts'

/**
 * Writes every quotation of a folder's articles, by file and offset, one JSON object a line; files of equal content are
 * not skipped.
 * @returns the files that could not be read.
 * @throws CorpusError when the folder is missing or holds no article.
 */
export async function exportQuotations(folder: string, output: Writable) {
  const { articles, skipped } = await readCorpus(folder, { keepDuplicates: true })
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
      if (!output.write(`${JSON.stringify(line)}\n`)) await once(output, 'drain')
    }
  }
  return skipped
}
