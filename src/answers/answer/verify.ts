import type { Generation } from '../../library/generation/generation.ts'
import type { Answer, AnswerItem, Citation } from './answer.ts'
import { paragraphHash } from './citation.ts'

/** An answer would have said something that does not stand in the articles. It is a fault of the program, never shown. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError'
  readonly citation: Citation

  constructor(citation: Citation, message: string) {
    super(`${message}: ${citation.file}, paragraph ${citation.paragraph}, ${citation.start}-${citation.end}`)
    this.citation = citation
  }
}

function citedText(generation: Generation, citation: Citation): string {
  const article = generation.articles.find(({ file }) => file === citation.file)
  const paragraph = article?.paragraphs[citation.paragraph - 1]
  if (paragraph === undefined) throw new VerificationError(citation, 'a citation of no paragraph')
  if (citation.hash !== paragraphHash(paragraph.text))
    throw new VerificationError(citation, 'a citation of another text')
  const inside = 0 <= citation.start && citation.start < citation.end && citation.end <= paragraph.text.length
  if (!inside) throw new VerificationError(citation, 'a citation beyond its paragraph')
  return paragraph.text.slice(citation.start, citation.end)
}

/** The words of an item that stand apart from its snippet: what differs, other wordings, and whom the reports cite. */
function verifyCitedText(generation: Generation, { differences = [], variants = [], attributedTo }: AnswerItem): void {
  const values = differences.flatMap((difference) => difference.values)
  const shown = [...values, ...variants, ...(attributedTo ? [attributedTo] : [])]
  for (const { text, citation } of shown) {
    if (citedText(generation, citation) !== text)
      throw new VerificationError(citation, 'words that are not word for word')
  }
}

function verifyItem(generation: Generation, item: AnswerItem): void {
  const { snippet, quotation, focus, alsoIn, otherSpeakers = [], variants = [], part } = item
  verifyCitedText(generation, item)
  const { text, citation, highlights } = snippet
  if (citedText(generation, citation) !== text)
    throw new VerificationError(citation, 'a snippet that is not word for word')
  if (quotation !== undefined && text.slice(quotation.start, quotation.end) !== quotation.text) {
    throw new VerificationError(citation, 'a quotation that is not in its snippet')
  }
  if (part?.onlyInSnippet.some((words) => !text.includes(words)) === true) {
    throw new VerificationError(citation, 'words of a snippet that it does not have')
  }
  if (focus !== undefined && (focus.start < 0 || focus.start >= focus.end || focus.end > text.length)) {
    throw new VerificationError(citation, 'a focus beyond its snippet')
  }
  if (highlights.some(({ start, end }) => start < 0 || start >= end || end > text.length)) {
    throw new VerificationError(citation, 'a highlight beyond its snippet')
  }
  const further = [...otherSpeakers.map((other) => other.citation), ...variants.flatMap((other) => other.alsoIn)]
  for (const other of [...alsoIn, ...further]) citedText(generation, other)
}

/**
 * Holds the first promise for a whole answer: every snippet is, unit for unit, what its paragraph holds there.
 * @throws VerificationError for the first that is not.
 */
export function verify<A extends Answer>(generation: Generation, answer: A): A {
  for (const item of answer.status === 'answered' ? answer.items : answer.nearest) verifyItem(generation, item)
  return answer
}
