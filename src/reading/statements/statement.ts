import { samePerson } from '../../language/names/names.ts'
import type { TermWeight } from '../term-weight.ts'
import { isSameQuotation, mayBeOneUtterance, mayBeReport, type Said, said } from './same-utterance.ts'
import { isReport, type Utterance } from './utterances.ts'

/**
 * What articles have of one statement: its quotations, then the reports of it without quotation marks, each in the order of the
 * articles.
 */
export type Statement = readonly [Utterance, ...Utterance[]]

const minOverlap = 0.6
const minContainment = 0.85
const minTerms = 3
/** At or above this overlap, check for the same words with other spellings or number formats. */
const minSpelled = 0.35
/** At or above this overlap, with at least this many terms, two utterances are the same even if the articles name different speakers. */
const copyOverlap = 0.9
const minCopiedTerms = 5
/** Utterances of one statement share one of their rarest terms; only such pairs are compared. */
const rareTerms = 6

/** An utterance with the weights of its terms. */
interface Weighed {
  readonly utterance: Utterance
  readonly said: Said
  readonly terms: ReadonlySet<string>
  /** The weight of all terms. */
  readonly total: number
  /** The rarest terms, rarest first. */
  readonly rare: readonly string[]
}

function sharedWeight(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: TermWeight): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared += weight(term)
  return shared
}

/** The overlap of two utterances: as a share of the weight of both, and whether it is enough for one statement. */
function sharedBy(a: Weighed, b: Weighed, weight: TermWeight): { readonly alike: number; readonly isEnough: boolean } {
  const shared = sharedWeight(a.terms, b.terms, weight)
  if (shared === 0) return { alike: 0, isEnough: false }
  const alike = (2 * shared) / (a.total + b.total)
  const isLong = Math.min(a.terms.size, b.terms.size) >= minTerms
  const isContained = isLong && shared / Math.min(a.total, b.total) >= minContainment
  return { alike, isEnough: alike >= minOverlap || isContained }
}

const isCopy = (a: Weighed, b: Weighed, alike: number): boolean =>
  alike >= copyOverlap && Math.min(a.terms.size, b.terms.size) >= minCopiedTerms

/** Whether both may have the same speaker: different speakers rule it out unless the words are the same. */
function mayBeOneSpeaker(a: Weighed, b: Weighed, alike: number): boolean {
  const [left, right] = [a.utterance.content.speaker, b.utterance.content.speaker]
  return left === null || right === null || isCopy(a, b, alike) || samePerson(left, right)
}

/** Whether both have the same speaker. If one names none, the words must be the same. */
function isOneSpeaker(a: Weighed, b: Weighed, alike: number): boolean {
  const [left, right] = [a.utterance.content.speaker, b.utterance.content.speaker]
  return left === null || right === null ? isCopy(a, b, alike) : samePerson(left, right)
}

/** A statement under construction. */
interface Gathered {
  readonly members: [Weighed, ...Weighed[]]
  /** The first utterance of each wording. */
  readonly wordings: Map<string, Weighed>
}

/** Whether an utterance belongs to a statement. */
type Belongs = (statement: Gathered, one: Weighed) => boolean

/** Whether no wording of a statement that shares most terms with an utterance rules out that both say the same. */
function fitsAll({ wordings }: Gathered, one: Weighed, weight: TermWeight, maySay: typeof mayBeOneUtterance): boolean {
  if (wordings.has(wordingOf(one))) return true
  return [...wordings.values()].every((other) => !sharedBy(other, one, weight).isEnough || maySay(other.said, one.said))
}

/** A quotation matches one member by words and speaker, and does not contradict any member that has most of its words. */
const quotationBelongs =
  (weight: TermWeight): Belongs =>
  (statement, one) => {
    const isMember = statement.members.some((other) => {
      const { alike, isEnough } = sharedBy(other, one, weight)
      if (!mayBeOneSpeaker(other, one, alike)) return false
      return isEnough || (alike >= minSpelled && isSameQuotation(other.said, one.said))
    })
    return isMember && fitsAll(statement, one, weight, mayBeOneUtterance)
  }

/** A report matches one member by words and has its speaker, and does not contradict any member that has most of its words. */
const reportBelongs =
  (weight: TermWeight): Belongs =>
  (statement, one) => {
    const isMember = statement.members.some((other) => {
      const { alike, isEnough } = sharedBy(other, one, weight)
      return isEnough && isOneSpeaker(other, one, alike)
    })
    return isMember && fitsAll(statement, one, weight, mayBeReport)
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

function weigh(utterance: Utterance, termSet: ReadonlySet<string>, weight: TermWeight): Weighed {
  const terms = [...termSet]
  return {
    utterance,
    said: said(utterance),
    terms: termSet,
    total: terms.reduce((sum, term) => sum + weight(term), 0),
    rare: terms.sort((a, b) => weight(b) - weight(a)).slice(0, rareTerms),
  }
}

/** Adds utterances to statements: each to the first one it belongs to, or to a new one at the end. */
function gather(known: readonly Gathered[], added: readonly Weighed[], belongs: Belongs): readonly Gathered[] {
  const statements = [...known]
  const byTerm = new Map<string, Set<Gathered>>()
  const enter = (statement: Gathered, { rare }: Weighed) => {
    for (const term of rare) {
      const others = byTerm.get(term)
      if (others) others.add(statement)
      else byTerm.set(term, new Set([statement]))
    }
  }
  const find = (one: Weighed): Gathered | undefined => {
    const passed = new Set<Gathered>()
    for (const term of one.rare) {
      for (const near of byTerm.get(term) ?? []) {
        if (!passed.has(near) && belongs(near, one)) return near
        passed.add(near)
      }
    }
    return undefined
  }
  for (const statement of known) for (const member of statement.members) enter(statement, member)
  for (const one of added) {
    const found = find(one)
    found?.members.push(one)
    const statement = found ?? { members: [one], wordings: new Map() }
    if (found === undefined) statements.push(statement)
    const wording = wordingOf(one)
    if (!statement.wordings.has(wording)) statement.wordings.set(wording, one)
    enter(statement, one)
  }
  return statements
}

/**
 * Groups utterances into statements. Quotations are grouped first, so that no report joins two quotations that differ; the
 * statements that are only reported come last.
 */
export function groupStatements(utterances: readonly Utterance[], weightOf: TermWeight): readonly Statement[] {
  const weight = remembered(weightOf)
  const quotations = utterances.filter((utterance) => !isReport(utterance))
  const reports = utterances.filter(isReport)
  const quoted = gather(
    [],
    quotations.map((one) => weigh(one, one.termSet, weight)),
    quotationBelongs(weight),
  )
  // What the article itself says around the quoted words counts when a report is compared with them.
  const stated = quoted.map(({ members: [first, ...others], wordings }): Gathered => {
    const all = (one: Weighed) => weigh(one.utterance, one.utterance.statedTerms, weight)
    return {
      members: [all(first), ...others.map(all)],
      wordings: new Map([...wordings].map(([wording, one]) => [wording, all(one)])),
    }
  })
  const statements = gather(
    stated,
    reports.map((one) => weigh(one, one.termSet, weight)),
    reportBelongs(weight),
  )
  return statements.map(({ members: [first, ...others] }) => [
    first.utterance,
    ...others.map((other) => other.utterance),
  ])
}
