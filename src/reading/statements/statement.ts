import { samePerson } from '../../language/names/names.ts'
import type { TermWeight } from '../term-weight.ts'
import { isSameQuotation, mayBeOneUtterance, type Said, said } from './same-utterance.ts'
import type { Utterance } from './utterances.ts'

/** The quotations of one utterance, across articles, in the order of the articles. */
export type Statement = readonly [Utterance, ...Utterance[]]

const minOverlap = 0.6
const minContainment = 0.85
const minTerms = 3
/** At or above this overlap, check for the same words with other spellings or number formats. */
const minSpelled = 0.35
/** At or above this overlap, with at least this many terms, two quotations are the same even if the articles name different speakers. */
const copyOverlap = 0.9
const minCopiedTerms = 5
/** Quotations of one utterance share one of their rarest terms; only such pairs are compared. */
const rareTerms = 6

/** An utterance with the weights of its terms. */
interface Weighed {
  readonly utterance: Utterance
  readonly said: Said
  readonly total: number
}

function sharedWeight(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: TermWeight): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared += weight(term)
  return shared
}

/** The overlap of two quotations: as a share of the weight of both, and whether it is enough for one utterance. */
function sharedBy(a: Weighed, b: Weighed, weight: TermWeight): { readonly alike: number; readonly isEnough: boolean } {
  const [mine, others] = [a.utterance.termSet, b.utterance.termSet]
  const shared = sharedWeight(mine, others, weight)
  if (shared === 0) return { alike: 0, isEnough: false }
  const alike = (2 * shared) / (a.total + b.total)
  const isLong = Math.min(mine.size, others.size) >= minTerms
  const isContained = isLong && shared / Math.min(a.total, b.total) >= minContainment
  return { alike, isEnough: alike >= minOverlap || isContained }
}

/** Whether both may have the same speaker: different speakers rule it out unless the words are the same. */
function mayBeOneSpeaker(a: Weighed, b: Weighed, alike: number): boolean {
  const [left, right] = [a.utterance.content.speaker, b.utterance.content.speaker]
  const fewest = Math.min(a.utterance.termSet.size, b.utterance.termSet.size)
  const isCopy = alike >= copyOverlap && fewest >= minCopiedTerms
  return left === null || right === null || isCopy || samePerson(left, right)
}

/** A statement under construction. */
interface Gathered {
  readonly members: [Weighed, ...Weighed[]]
  /** The first utterance of each wording. */
  readonly wordings: Map<string, Weighed>
}

/**
 * Whether a quotation belongs to a statement: it matches one member by words and speaker, and does not contradict any member that
 * has most of its words.
 */
function belongsTo({ members, wordings }: Gathered, one: Weighed, weight: TermWeight): boolean {
  const isMember = members.some((other) => {
    const { alike, isEnough } = sharedBy(other, one, weight)
    if (!mayBeOneSpeaker(other, one, alike)) return false
    return isEnough || (alike >= minSpelled && isSameQuotation(other.said, one.said))
  })
  if (!isMember) return false
  if (wordings.has(wordingOf(one))) return true
  return [...wordings.values()].every(
    (other) => !sharedBy(other, one, weight).isEnough || mayBeOneUtterance(other.said, one.said),
  )
}

function wordingOf({ said: { text, isDeniedBefore } }: Weighed): string {
  return `${isDeniedBefore} ${text}`
}

/** Caches the weight of each term, because utterances repeat the same terms. */
function remembered(weight: TermWeight): TermWeight {
  const known = new Map<string, number>()
  return (term) => {
    const found = known.get(term) ?? weight(term)
    known.set(term, found)
    return found
  }
}

/** Groups utterances into statements: each joins the first statement it belongs to. */
export function groupStatements(utterances: readonly Utterance[], weightOf: TermWeight): readonly Statement[] {
  const weight = remembered(weightOf)
  const byTerm = new Map<string, Set<Gathered>>()
  const find = (weighed: Weighed, rare: readonly string[]) => {
    const passed = new Set<Gathered>()
    for (const term of rare) {
      for (const near of byTerm.get(term) ?? []) {
        if (!passed.has(near) && belongsTo(near, weighed, weight)) return near
        passed.add(near)
      }
    }
    return undefined
  }
  const statements = new Set<Gathered>()
  for (const utterance of utterances) {
    const terms = [...utterance.termSet]
    const total = terms.reduce((sum, term) => sum + weight(term), 0)
    const weighed = { utterance, said: said(utterance), total }
    const rare = terms.sort((a, b) => weight(b) - weight(a)).slice(0, rareTerms)
    const known = find(weighed, rare)
    known?.members.push(weighed)
    const statement = known ?? { members: [weighed], wordings: new Map() }
    const wording = wordingOf(weighed)
    if (!statement.wordings.has(wording)) statement.wordings.set(wording, weighed)
    statements.add(statement)
    for (const term of rare) {
      const others = byTerm.get(term)
      if (others) others.add(statement)
      else byTerm.set(term, new Set([statement]))
    }
  }
  return [...statements].map(({ members: [first, ...others] }) => [
    first.utterance,
    ...others.map((other) => other.utterance),
  ])
}
