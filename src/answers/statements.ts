import type { Generation, Utterance } from '../library/generation.ts'
import { readSentences } from '../reading/read-sentences.ts'
import { containment, overlap } from '../reading/similar.ts'
import { inverseFrequency } from '../search/paragraph-index.ts'
import { samePerson } from '../text/names.ts'
import type { Range } from '../text/range.ts'
import { terms } from '../text/terms.ts'
import type { AnswerItem } from './answer.ts'
import { cite, snip } from './cite.ts'

/** The stretch of whole sentences in which a quotation stands. */
export function sentencesAround({ paragraph, quotation }: Utterance): Range {
  const touched = readSentences(paragraph.text).filter(
    ({ start, end }) => start < quotation.end && end > quotation.start,
  )
  const first = touched[0]
  const last = touched.at(-1)
  // A quotation always touches a sentence: together they hold every visible character.
  return first && last ? { start: first.start, end: last.end } : { start: 0, end: paragraph.text.length }
}

function termSet(utterance: Utterance): ReadonlySet<string> {
  return new Set(terms(utterance.quotation.text).map(({ term }) => term))
}

const leastOverlap = 0.6
const leastContainment = 0.85
const fewestTerms = 3

/** Whether two quotations are one utterance: copies, other punctuation, another translation, a longer and a shorter excerpt. */
export function isSameStatement(generation: Generation, a: Utterance, b: Utterance): boolean {
  const [left, right] = [a.quotation.speaker, b.quotation.speaker]
  if (left !== null && right !== null && !samePerson(left, right)) return false
  const weight = (term: string) => inverseFrequency(generation.index, term)
  const [mine, other] = [termSet(a), termSet(b)]
  if (overlap(mine, other, weight) >= leastOverlap) return true
  return Math.min(mine.size, other.size) >= fewestTerms && containment(mine, other, weight) >= leastContainment
}

/** Utterances in the order given, those of one statement together under the first of it. */
export function groupStatements(
  generation: Generation,
  utterances: readonly Utterance[],
): readonly (readonly [Utterance, ...Utterance[]])[] {
  const groups: [Utterance, ...Utterance[]][] = []
  for (const utterance of utterances) {
    const group = groups.find(([first]) => isSameStatement(generation, first, utterance))
    if (group) group.push(utterance)
    else groups.push([utterance])
  }
  return groups
}

/** A statement as an item: the sentences of its first utterance, and where the others stand. `matched` are offsets in the first one's paragraph. */
export function statementItem(
  generation: Generation,
  [first, ...others]: readonly [Utterance, ...Utterance[]],
  matched: readonly Range[] = [],
): AnswerItem {
  const range = sentencesAround(first)
  const { quotation } = first
  const start = Math.max(quotation.start, range.start) - range.start
  const end = Math.min(quotation.end, range.end) - range.start
  const snippet = snip(generation, first, range, matched)
  const seen = new Set([`${snippet.citation.file}#${snippet.citation.paragraph}`])
  const alsoIn = others
    .map((other) => cite(generation, other, sentencesAround(other)))
    .filter(({ file, paragraph }) => !seen.has(`${file}#${paragraph}`) && seen.add(`${file}#${paragraph}`))
  return {
    snippet,
    alsoIn,
    speaker: quotation.speaker,
    role: quotation.role,
    quotation: { start, end, text: snippet.text.slice(start, end) },
  }
}
