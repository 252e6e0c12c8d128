import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Range } from '../../../language/text/range.ts'
import { maxPrecedingLength, precedingSentence } from '../../answer/preceding-sentence.ts'
import type { Candidate } from '../retrieve/candidate-sentences.ts'

const openingMarks = /\u201c/g
const closingMarks = /\u201d/g
const straightMarks = /"/g
const count = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0
/** How many sentences are added at most to show a quotation as a whole. */
const maxAdded = 4

/** Whether a text neither begins nor ends inside quotation marks. */
export function hasWholeQuotations(text: string): boolean {
  return count(text, openingMarks) === count(text, closingMarks) && count(text, straightMarks) % 2 === 0
}

/**
 * A range of sentences, widened so that it neither begins nor ends inside quotation marks; unchanged if the paragraph does not close them
 * nearby.
 */
export function withWholeQuotations(sentences: readonly Sentence[], text: string, range: Range): Range {
  let first = sentences.findIndex(({ end }) => end > range.start)
  let last = sentences.findLastIndex(({ start }) => start < range.end)
  for (let added = 0; added <= maxAdded; added++) {
    const start = sentences[first]?.start ?? range.start
    const end = sentences[last]?.end ?? range.end
    const shown = text.slice(start, end)
    const open = count(shown, openingMarks) - count(shown, closingMarks)
    const isOdd = count(shown, straightMarks) % 2 === 1
    if (open === 0 && !isOdd) return added === 0 ? range : { start, end }
    // An odd mark opens a quotation if the text before has no open one.
    const begins = open > 0 || (open === 0 && count(text.slice(0, start), straightMarks) % 2 === 0)
    if (begins && last < sentences.length - 1) last++
    else if (!begins && first > 0) first--
    else return range
  }
  return range
}

/**
 * What is shown of a candidate: its sentence, the one before if the sentence cannot be understood without it, and the rest of a quotation
 * that would otherwise be cut. `followers`: how many sentences after it are shown, if they are not too long.
 */
export function snippetRange({ sentence, paragraph, at, passage }: Candidate, followers = 0): Range {
  const before = precedingSentence(paragraph.sentences, at)
  const after = paragraph.sentences
    .slice(at, at + 1 + followers)
    .findLast(({ end }) => end - sentence.end <= maxPrecedingLength)
  const range = { start: before?.start ?? sentence.start, end: after?.end ?? sentence.end }
  return withWholeQuotations(paragraph.sentences, passage.paragraph.text, range)
}
