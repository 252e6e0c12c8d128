import type { MetadataField } from '../../src/answers/answer/item.ts'
import type { MetadataSource } from '../../src/corpus/article/article.ts'

/** What a detail of an article is called. */
export const fieldNames: Readonly<Record<MetadataField, string>> = {
  author: 'Author',
  date: 'Date',
  outlet: 'Outlet',
  url: 'Link',
}

const sources: Readonly<Record<MetadataSource, string>> = {
  'front matter': 'in the front matter',
  'date line': 'in the date line',
  heading: 'in the heading',
  byline: 'in the byline',
  dateline: 'in the dateline',
  page: "in the page's metadata",
  'file name': "in the file's name",
  'opening words': 'in the opening words',
}

/** Where a detail was read, and that it is no text of the article. */
export function sourceText(readFrom: MetadataSource): string {
  return `read ${sources[readFrom]}, not quoted from the text`
}

const absences: Readonly<Record<MetadataField, string>> = {
  author: 'who wrote',
  date: 'the date of',
  outlet: 'which outlet published',
  url: 'a link to',
}

/** That a detail of the article with this title is not known, as a sentence. */
export function absenceSentence(field: MetadataField, title: string): string {
  return `I do not know ${absences[field]} "${title}": neither the file nor its name says it.`
}
