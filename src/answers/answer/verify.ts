import type { Article } from '../../corpus/article/article.ts'
import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'
import type { Answered, NothingFound } from './answer.ts'
import { paragraphHash } from './citation.ts'
import type { ArticleReference, Citation, CitedText } from './cited-text.ts'
import type {
  FactItem,
  Item,
  ItemDifference,
  MatchItem,
  MetadataItem,
  QuotedStatement,
  RepeatedText,
  StatementSource,
  TextItem,
} from './item.ts'

/** An answer contains text that the articles do not have. This is a bug, and the answer is never shown. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError'
  /** The citation that is wrong, or the article whose metadata is wrong. */
  readonly place: Citation | ArticleReference

  constructor(place: Citation | ArticleReference, message: string) {
    const where = 'paragraph' in place ? `, paragraph ${place.paragraph}, ${place.start}-${place.end}` : ''
    super(`${message}: ${place.file}${where}`)
    this.place = place
  }
}

const articlesByFile = oncePerObject(
  (articles: readonly Article[]): ReadonlyMap<string, Article> =>
    new Map(articles.map((article) => [article.file, article])),
)

function citedText(generation: Generation, citation: Citation): string {
  const article = articlesByFile(generation.articles).get(citation.file)
  const paragraph = article?.paragraphs[citation.paragraph - 1]
  if (paragraph === undefined) throw new VerificationError(citation, 'a citation of a paragraph that does not exist')
  if (citation.hash !== paragraphHash(paragraph)) throw new VerificationError(citation, 'a citation of another text')
  const inside = 0 <= citation.start && citation.start < citation.end && citation.end <= paragraph.text.length
  if (!inside) throw new VerificationError(citation, 'a citation outside its paragraph')
  return paragraph.text.slice(citation.start, citation.end)
}

function verifyRange({ snippet }: TextItem, { start, end }: Range, what: string): void {
  if (start < 0 || start >= end || end > snippet.text.length)
    throw new VerificationError(snippet.citation, `${what} outside its snippet`)
}

function verifyText(generation: Generation, { text, citation }: CitedText, what: string): void {
  if (citedText(generation, citation) !== text)
    throw new VerificationError(citation, `${what} that is not word for word`)
}

function verifyRepeated(generation: Generation, texts: readonly RepeatedText[], what: string): void {
  for (const text of texts) {
    verifyText(generation, text, what)
    for (const citation of text.alsoIn) citedText(generation, citation)
  }
}

function verifySource(
  generation: Generation,
  { snippet }: TextItem,
  { speaker, source, reports }: StatementSource,
): void {
  if (source !== null && !snippet.text.includes(source))
    throw new VerificationError(snippet.citation, 'a source that is not in its snippet')
  verifyRepeated(generation, reports, 'a wording')
  for (const { citation } of speaker?.others ?? []) citedText(generation, citation)
}

function verifyQuotation(generation: Generation, item: TextItem, statement: QuotedStatement): void {
  const { snippet } = item
  const { quotation, variants } = statement
  if (snippet.text.slice(quotation.start, quotation.end) !== quotation.text)
    throw new VerificationError(snippet.citation, 'a quotation that is not in its snippet')
  verifyRepeated(generation, variants, 'a wording')
  verifySource(generation, item, statement)
}

function verifyDifferences(generation: Generation, differences: readonly ItemDifference[]): void {
  for (const { values } of differences) verifyRepeated(generation, values, 'a difference')
}

function verifyFact(generation: Generation, item: FactItem): void {
  verifyRange(item, item.focus, 'a focus')
  verifyDifferences(generation, item.differences)
  const source = item.support?.attribution?.source
  if (source !== undefined) verifyText(generation, source, 'a source')
}

function verifyMatch(generation: Generation, item: MatchItem): void {
  const { snippet, part, statement } = item
  if (part.onlyInSnippet.some((words) => !snippet.text.includes(words)))
    throw new VerificationError(snippet.citation, 'words that are not in their snippet')
  if (statement !== null) verifyQuotation(generation, item, statement)
}

function verifyMetadata(generation: Generation, { field, value, article, readFrom }: MetadataItem): void {
  const known = articlesByFile(generation.articles).get(article.file)
  if (known === undefined || known[field] !== value || known.sources[field] !== readFrom)
    throw new VerificationError(article, `metadata that the article does not have (${field})`)
}

function verifyItem(generation: Generation, item: Item): void {
  if (item.kind === 'metadata') {
    verifyMetadata(generation, item)
    return
  }
  const { snippet, alsoIn } = item
  verifyText(generation, snippet, 'a snippet')
  for (const context of snippet.context) verifyText(generation, context, 'a context')
  for (const highlight of snippet.highlights) verifyRange(item, highlight, 'a highlight')
  for (const citation of alsoIn) citedText(generation, citation)
  if (item.kind === 'quotation') verifyQuotation(generation, item, item.statement)
  if (item.kind === 'report') verifySource(generation, item, item.statement)
  if (item.kind === 'fact') verifyFact(generation, item)
  if (item.kind === 'sentence') verifyDifferences(generation, item.differences)
  if (item.kind === 'match') verifyMatch(generation, item)
}

/**
 * Checks that every text of an answer that is shown as an article's matches its source paragraph, UTF-16 unit for unit, and
 * that all metadata is that of its article.
 * @throws VerificationError for the first one that does not.
 */
export function verify<A extends Answered<Item> | NothingFound>(generation: Generation, answer: A): A {
  for (const item of answer.status === 'answered' ? answer.items : answer.nearest) verifyItem(generation, item)
  return answer
}
