import { samePerson } from '../text/names.ts'
import type { TermWeight } from './similar.ts'
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

/** An utterance with what its terms weigh. */
interface Weighed {
  readonly utterance: Utterance
  readonly total: number
}

function sharedWeight(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: TermWeight): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared += weight(term)
  return shared
}

/**
 * Whether two quotations are one utterance: copies, other punctuation, another translation, a longer and a shorter excerpt.
 * A different speaker speaks against it unless the words are the same.
 */
function isSameStatement(a: Weighed, b: Weighed, weight: TermWeight): boolean {
  const [mine, others] = [a.utterance.termSet, b.utterance.termSet]
  const shared = sharedWeight(mine, others, weight)
  if (shared === 0) return false
  const alike = (2 * shared) / (a.total + b.total)
  const fewest = Math.min(mine.size, others.size)
  const isContained = fewest >= fewestTerms && shared / Math.min(a.total, b.total) >= leastContainment
  if (alike < leastOverlap && !isContained) return false
  const [left, right] = [a.utterance.quotation.speaker, b.utterance.quotation.speaker]
  return (
    left === null || right === null || (alike >= copyOverlap && fewest >= fewestCopiedTerms) || samePerson(left, right)
  )
}

/** A weight that is computed once a term: utterances are many, and their terms the same again and again. */
function remembered(weight: TermWeight): TermWeight {
  const known = new Map<string, number>()
  return (term) => {
    const found = known.get(term) ?? weight(term)
    known.set(term, found)
    return found
  }
}

/** Groups utterances into statements: each joins the first statement that holds the same one. */
export function groupStatements(utterances: readonly Utterance[], weightOf: TermWeight): readonly Statement[] {
  const weight = remembered(weightOf)
  const byTerm = new Map<string, Set<[Weighed, ...Weighed[]]>>()
  const find = (weighed: Weighed, rare: readonly string[]) => {
    const passed = new Set<object>()
    for (const term of rare) {
      for (const near of byTerm.get(term) ?? []) {
        if (!passed.has(near) && near.some((other) => isSameStatement(other, weighed, weight))) return near
        passed.add(near)
      }
    }
    return undefined
  }
  const statements = new Set<[Weighed, ...Weighed[]]>()
  for (const utterance of utterances) {
    const terms = [...utterance.termSet]
    const weighed = { utterance, total: terms.reduce((sum, term) => sum + weight(term), 0) }
    const rare = terms.sort((a, b) => weight(b) - weight(a)).slice(0, rareTerms)
    const known = find(weighed, rare)
    known?.push(weighed)
    const statement = known ?? [weighed]
    statements.add(statement)
    for (const term of rare) {
      const others = byTerm.get(term)
      if (others) others.add(statement)
      else byTerm.set(term, new Set([statement]))
    }
  }
  return [...statements].map(([first, ...others]) => [first.utterance, ...others.map((other) => other.utterance)])
}
