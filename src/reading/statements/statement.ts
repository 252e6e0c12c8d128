import { samePerson } from '../../language/names/names.ts'
import type { TermWeight } from '../term-weight.ts'
import { isSameQuotation, mayBeOneUtterance, mayBeReport } from './same-utterance.ts'
import { createStatementFinder } from './statement-finder.ts'
import { isReport, type Utterance } from './utterances.ts'
import { createScale, mayShareEnough, type Scale, type Weighed } from './weighed-utterance.ts'

/**
 * What articles have of one statement: its quotations, then the reports of it without quotation marks, each in the order of the
 * articles.
 */
export type Statement = readonly [Utterance, ...Utterance[]]

/** At or above this overlap, check for the same words with other spellings or number formats. */
const minSpelled = 0.35
/** At or above this overlap, with at least this many terms, two utterances are the same even if the articles name different speakers. */
const copyOverlap = 0.9
const minCopiedTerms = 5

const isCopy = (a: Weighed, b: Weighed, alike: number): boolean =>
  alike >= copyOverlap && Math.min(a.terms.length, b.terms.length) >= minCopiedTerms

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
function fitsAll({ wordings }: Gathered, one: Weighed, { sharedBy }: Scale, maySay: typeof mayBeOneUtterance): boolean {
  if (wordings.has(wordingOf(one))) return true
  return [...wordings.values()].every((other) => !sharedBy(other, one).isEnough || maySay(other.said, one.said))
}

/** A quotation matches one member by words and speaker, and does not contradict any member that has most of its words. */
const quotationBelongs =
  (scale: Scale): Belongs =>
  (statement, one) => {
    const isMember = statement.members.some((other) => {
      const { alike, isEnough } = scale.sharedBy(other, one)
      if (!isEnough && alike < minSpelled) return false
      return mayBeOneSpeaker(other, one, alike) && (isEnough || isSameQuotation(other.said, one.said))
    })
    return isMember && fitsAll(statement, one, scale, mayBeOneUtterance)
  }

/** A report matches one member by words and has its speaker, and does not contradict any member that has most of its words. */
const reportBelongs =
  (scale: Scale): Belongs =>
  (statement, one) => {
    const isMember = statement.members.some((other) => {
      const { alike, isEnough } = scale.sharedBy(other, one)
      return isEnough && isOneSpeaker(other, one, alike)
    })
    return isMember && fitsAll(statement, one, scale, mayBeReport)
  }

function wordingOf({ said: { text, isDeniedBefore } }: Weighed): string {
  return `${isDeniedBefore} ${text}`
}

function firstOf<T>(all: Iterable<T>, fits: (one: T) => boolean): T | null {
  for (const one of all) if (fits(one)) return one
  return null
}

/** Adds utterances to statements: each to the first one it belongs to, or to a new one at the end. */
function gather(
  known: readonly Gathered[],
  added: readonly Weighed[],
  belongs: Belongs,
  { weightOf }: Scale,
): readonly Gathered[] {
  const statements = [...known]
  const all = [...known.flatMap(({ members }) => members), ...added]
  const finder = createStatementFinder<Gathered>(all, weightOf, (a, b, atMost) =>
    mayShareEnough(a, b, atMost, minSpelled),
  )
  for (const statement of known) for (const member of statement.members) finder.add(statement, member)
  for (const one of added) {
    const found = firstOf(finder.near(one), (statement) => belongs(statement, one))
    found?.members.push(one)
    const statement = found ?? { members: [one], wordings: new Map() }
    if (found === null) statements.push(statement)
    const wording = wordingOf(one)
    if (!statement.wordings.has(wording)) statement.wordings.set(wording, one)
    finder.add(statement, one)
  }
  return statements
}

/**
 * Groups utterances into statements. Quotations are grouped first, so that no report joins two quotations that differ; the
 * statements that are only reported come last.
 */
export function groupStatements(utterances: readonly Utterance[], weightOf: TermWeight): readonly Statement[] {
  const scale = createScale(weightOf)
  const quotations = utterances.filter((utterance) => !isReport(utterance))
  const reports = utterances.filter(isReport)
  const quoted = gather(
    [],
    quotations.map((one) => scale.weigh(one, one.termSet)),
    quotationBelongs(scale),
    scale,
  )
  // What the article itself says around the quoted words counts when a report is compared with them.
  const stated = quoted.map(({ members: [first, ...others], wordings }): Gathered => {
    const all = (one: Weighed) => scale.weigh(one.utterance, one.utterance.statedTerms)
    return {
      members: [all(first), ...others.map(all)],
      wordings: new Map([...wordings].map(([wording, one]) => [wording, all(one)])),
    }
  })
  const statements = gather(
    stated,
    reports.map((one) => scale.weigh(one, one.termSet)),
    reportBelongs(scale),
    scale,
  )
  return statements.map(({ members: [first, ...others] }) => [
    first.utterance,
    ...others.map((other) => other.utterance),
  ])
}
