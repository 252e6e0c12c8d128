import { samePerson } from '../text/names.ts'
import { containment, overlap, type TermWeight } from './similar.ts'
import type { Utterance } from './utterances.ts'

/** The quotations, across articles, that are one utterance; in the order of the articles. */
export type Statement = readonly [Utterance, ...Utterance[]]

const leastOverlap = 0.6
const leastContainment = 0.85
const fewestTerms = 3
/** From this overlap on, of this many terms, two quotations are one though the articles name different speakers. */
const copyOverlap = 0.9
const fewestCopiedTerms = 5
/** Two quotations of one utterance share one of their rarest terms; only such pairs are compared. */
const rareTerms = 6

/**
 * Whether two quotations are one utterance: copies, other punctuation, another translation, a longer and a shorter excerpt.
 * A different speaker speaks against it unless the words are the same.
 */
export function isSameStatement(a: Utterance, b: Utterance, weight: TermWeight): boolean {
  const alike = overlap(a.termSet, b.termSet, weight)
  const fewest = Math.min(a.termSet.size, b.termSet.size)
  const [left, right] = [a.quotation.speaker, b.quotation.speaker]
  if (left !== null && right !== null && !samePerson(left, right)) {
    return alike >= copyOverlap && fewest >= fewestCopiedTerms
  }
  if (alike >= leastOverlap) return true
  return fewest >= fewestTerms && containment(a.termSet, b.termSet, weight) >= leastContainment
}

/** Groups utterances into statements: each joins the first statement that holds the same one. */
export function groupStatements(utterances: readonly Utterance[], weight: TermWeight): readonly Statement[] {
  const statements: [Utterance, ...Utterance[]][] = []
  const byTerm = new Map<string, Set<(typeof statements)[number]>>()
  for (const utterance of utterances) {
    const rare = [...utterance.termSet].toSorted((a, b) => weight(b) - weight(a)).slice(0, rareTerms)
    const near = new Set(rare.flatMap((term) => [...(byTerm.get(term) ?? [])]))
    let statement = [...near].find((others) => others.some((other) => isSameStatement(other, utterance, weight)))
    if (statement) statement.push(utterance)
    else {
      statement = [utterance]
      statements.push(statement)
    }
    for (const term of rare) {
      const known = byTerm.get(term)
      if (known) known.add(statement)
      else byTerm.set(term, new Set([statement]))
    }
  }
  return statements
}
