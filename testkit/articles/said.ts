import { readQuotations } from '../../src/reading/statements/read-quotations.ts'

/** The quotations of an article with these body paragraphs: the words and their speaker, null if unclear. */
export const said = (...texts: readonly string[]): readonly [string, string | null][] =>
  readQuotations({
    id: 'a',
    file: 'a.txt',
    titleIsOwn: false,
    title: 'A',
    date: null,
    outlet: null,
    author: null,
    authors: [],
    sources: {},
    warnings: [],
    url: null,
    hash: '',
    textHash: '',
    paragraphs: texts.map((text, index) => ({
      number: index + 1,
      kind: 'body' as const,
      text,
      fileStart: 0,
      fileEnd: text.length,
    })),
  }).map(({ text, speaker }) => [text, speaker])
