import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Article, Paragraph } from '../corpus/article/article.ts'
import type { SkippedFile } from '../corpus/article/bad-file.ts'
import type { Range } from '../language/text/range.ts'
import type { ArticlePlaces } from '../library/changes/article-places.ts'
import { asBadFile } from '../library/reader/faults.ts'
import { createFileReader, type ReadingOptions } from '../library/reader/file-reader.ts'
import { readArticles } from '../library/reindex/read-articles.ts'
import { readQuotations } from '../reading/statements/read-quotations.ts'
import { exactThresholds, readStatements } from '../reading/statements/read-statements.ts'
import { jsonForTerminal } from './escape.ts'
import type { ExportedKind } from './exported.ts'

/** One line of an export: a stretch of a paragraph, and what is known about it. */
interface Line extends Range {
  readonly paragraph: number
  readonly facts: Readonly<Record<string, unknown>>
}

const readers: Readonly<Record<ExportedKind, (article: Article) => readonly Line[]>> = {
  quotations: (article) =>
    readQuotations(article).map(({ paragraph, start, end, speaker, cue, kind, confidence }) => ({
      paragraph,
      start,
      end,
      facts: { speaker, cue, kind, confidence },
    })),
  statements: (article) =>
    readStatements(article, exactThresholds).flatMap(({ stretches, speaker, cue, form, force, confidence }, index) => {
      const facts = {
        speaker,
        cue,
        kind: form,
        force,
        confidence: Math.round(confidence * 1000) / 1000,
        group: index + 1,
      }
      return stretches.map((stretch) => ({ ...stretch, facts }))
    }),
}

/** The lines of an article, or why it is skipped. */
function linesOf(article: Article, exported: ExportedKind): readonly string[] | SkippedFile {
  const paragraphs = new Map(article.paragraphs.map((paragraph) => [paragraph.number, paragraph]))
  try {
    return readers[exported](article)
      .toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start)
      .map((line) => lineText(article.file, paragraphs.get(line.paragraph), line))
  } catch (error) {
    const { code, reason } = asBadFile(error)
    return { file: article.file, code, reason }
  }
}

function lineText(file: string, home: Paragraph | undefined, { paragraph, start, end, facts }: Line): string {
  const { text = '', fileStart = null } = home ?? {}
  const place = {
    fileStart: fileStart === null ? null : fileStart + start,
    fileEnd: fileStart === null ? null : fileStart + end,
  }
  return `${jsonForTerminal({ file, paragraph, start, end, ...place, text: text.slice(start, end), ...facts })}\n`
}

/**
 * Writes every quotation or statement of the articles, one JSON object for each unbroken stretch of words, ordered by file and offset.
 * The stretches of one statement share a `group` within their file. Files with the same content are not skipped.
 * @returns the files that could not be read.
 * @throws CorpusError or LibraryError as `readArticles` does.
 */
export async function exportLines(
  exported: ExportedKind,
  places: ArticlePlaces,
  reading: ReadingOptions,
  output: Writable,
): Promise<readonly SkippedFile[]> {
  const reader = createFileReader(reading)
  try {
    const { articles, skipped } = await readArticles(places, { keepDuplicates: true, parse: reader.parse })
    const left = [...skipped]
    for (const article of articles) {
      const lines = linesOf(article, exported)
      if ('reason' in lines) left.push(lines)
      else for (const line of lines) if (!output.write(line)) await once(output, 'drain')
    }
    return left
  } finally {
    await reader.close()
  }
}
