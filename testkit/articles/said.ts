import { readQuotations } from '../../src/reading/statements/read-quotations.ts'
import { articleOf } from './article-of.ts'

/** The quotations of an article with these body paragraphs: the words and their speaker, null if unclear. */
export const said = (...texts: readonly string[]): readonly [string, string | null][] =>
  readQuotations(articleOf(...texts)).map(({ text, speaker }) => [text, speaker])
