import type { MetadataField } from '../../../src/answers/answer/item.ts'
import type { MetadataSource } from '../../../src/corpus/article/article.ts'
import { fixedText, type PlainTextKey } from '../../../src/messages/fixed-text.ts'

/** What a detail of an article is called. */
export const fieldNames: Readonly<Record<MetadataField, string>> = {
  author: fixedText('metadata.author'),
  date: fixedText('metadata.date'),
  outlet: fixedText('metadata.outlet'),
  url: fixedText('metadata.url'),
}

const sources: Readonly<Record<MetadataSource, PlainTextKey>> = {
  'front matter': 'metadata.read-in-front-matter',
  'date line': 'metadata.read-in-date-line',
  heading: 'metadata.read-in-heading',
  byline: 'metadata.read-in-byline',
  dateline: 'metadata.read-in-dateline',
  page: 'metadata.read-in-page',
  'file name': 'metadata.read-in-file-name',
  'opening words': 'metadata.read-in-opening-words',
}

/** Where a detail was read, and that it is no text of the article. */
export function sourceText(readFrom: MetadataSource): string {
  return fixedText(sources[readFrom])
}

const absences = {
  author: 'metadata.no-author',
  date: 'metadata.no-date',
  outlet: 'metadata.no-outlet',
  url: 'metadata.no-url',
} as const satisfies Readonly<Record<MetadataField, unknown>>

/** That a detail of the article with this title is not known, as a sentence. */
export function absenceSentence(field: MetadataField, title: string): string {
  return fixedText(absences[field], { title })
}
