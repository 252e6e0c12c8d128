import { overlaps } from '../../src/language/text/range.ts'
import type { Difference, Variant } from '../../src/reading/facts/differences/difference.ts'
import type { Claim } from '../../src/reading/facts/extract/claim.ts'
import type { Fact } from '../../src/reading/facts/fact.ts'
import { type EventFact, type EventGold, locate, type Place } from './event-gold.ts'

/** Counts of what is right, wrong and missed, and a line for each error. Scores of several corpora add up. */
export interface EventScore {
  readonly members: { right: number; wrong: number; missed: number }
  readonly nearMisses: { merged: number; all: number }
  readonly differences: { found: number; all: number; shown: number; real: number }
  readonly separately: { right: number; all: number }
  readonly errors: string[]
}

/** A score without any counts. */
export function emptyScore(): EventScore {
  return {
    members: { right: 0, wrong: 0, missed: 0 },
    nearMisses: { merged: 0, all: 0 },
    differences: { found: 0, all: 0, shown: 0, real: 0 },
    separately: { right: 0, all: 0 },
    errors: [],
  }
}

/** A fact with one report per sentence, because a sentence is what is cited. */
interface Cited {
  readonly fact: Fact
  readonly claims: readonly Claim[]
}

function citedOf(fact: Fact): Cited {
  return { fact, claims: [...new Map(fact.reports.map((report) => [report.sentence, report])).values()] }
}

function isIn(claim: Claim, place: Place): boolean {
  const range = locate(place, claim)
  return range !== null && overlaps(range, claim.sentence)
}

const cites = ({ claims }: Cited, place: Place): boolean => claims.some((claim) => isIn(claim, place))

function touches({ report, range }: Variant, place: Place): boolean {
  const found = locate(place, report)
  const { start } = report.sentence
  return found !== null && overlaps(found, { start: start + range.start, end: start + range.end })
}

/** Whether a shown difference has two sides of a gold difference. */
function isShownIn({ variants }: Difference, { values }: EventFact['differences'][number]): boolean {
  const sides = values.filter((value) => variants.some((variant) => touches(variant, value)))
  return new Set(sides.map(({ side }) => side)).size > 1
}

const textsOf = (claims: readonly Claim[]) => claims.map(({ sentence }) => sentence.text).join(' | ')
const wordsOf = (places: readonly Place[]) => places.map(({ text }) => text).join(' | ')

/** Scores the fact that has most of the members of a gold fact. */
function scoreMembers(gold: EventFact, shown: readonly Cited[], { members, separately, errors }: EventScore): void {
  const known = [...gold.members, ...gold.optional]
  const [best] = shown
    .map((cited) => ({
      cited,
      hits: gold.members.filter((place) => cites(cited, place)),
      foreign: cited.claims.filter((claim) => !known.some((place) => isIn(claim, place))),
    }))
    .filter(({ hits }) => hits.length > 0)
    .sort((a, b) => b.hits.length - a.hits.length || a.foreign.length - b.foreign.length)
  const { hits = [], foreign = [], cited } = best ?? {}
  const missed = gold.members.filter((place) => !hits.includes(place))
  members.right += hits.length
  members.missed += missed.length
  members.wrong += foreign.length
  const context = textsOf(cited?.claims ?? [])
  if (foreign.length > 0) errors.push(`${gold.id}: wrong members ${textsOf(foreign)} in ${context}`)
  if (missed.length > 0) errors.push(`${gold.id}: missed members ${wordsOf(missed)} beside ${context}`)
  if (gold.members.length === 1) return
  separately.all++
  const count = cited?.fact.sources.independent ?? 0
  if (count === gold.separately) separately.right++
  else errors.push(`${gold.id}: ${count} written separately, in the gold ${gold.separately}`)
}

/** Scores which of a gold fact's differences are shown. */
function scoreFound(gold: EventFact, facts: readonly Fact[], { differences, errors }: EventScore): void {
  for (const wanted of gold.differences) {
    differences.all++
    const isFound = facts.some((fact) => fact.differences.some((one) => isShownIn(one, wanted)))
    if (isFound) differences.found++
    else errors.push(`${gold.id}: no difference (${wanted.kind}) between ${wordsOf(wanted.values)}`)
  }
}

/** Scores which of the shown differences are real. */
function scoreShown({ fact, claims }: Cited, gold: EventGold, { differences, errors }: EventScore): void {
  for (const shown of fact.differences) {
    differences.shown++
    const isReal = gold.facts.some((one) => one.differences.some((difference) => isShownIn(shown, difference)))
    if (isReal) differences.real++
    else {
      const values = shown.variants.map(({ report, range }) => report.sentence.text.slice(range.start, range.end))
      errors.push(`shown (${shown.kind}): ${values.join(' | ')} in ${textsOf(claims)}`)
    }
  }
}

/** Adds the scores of the facts of a corpus for the files that `isScored` accepts. */
export function scoreEvents(
  gold: EventGold,
  facts: readonly Fact[],
  isScored: (file: string) => boolean,
  score: EventScore,
): void {
  const shown = facts.map(citedOf)
  for (const wanted of gold.facts) {
    if (!wanted.members.some(({ file }) => isScored(file))) continue
    scoreMembers(wanted, shown, score)
    scoreFound(wanted, facts, score)
  }
  for (const cited of shown)
    if (cited.claims.some(({ article }) => isScored(article.file))) scoreShown(cited, gold, score)
  for (const { a, b } of gold.nearMisses) {
    if (!isScored(a.file)) continue
    score.nearMisses.all++
    if (!shown.some((cited) => cites(cited, a) && cites(cited, b))) continue
    score.nearMisses.merged++
    score.errors.push(`merged: ${a.text} + ${b.text}`)
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)
}

/** The figures as one line. */
export function scoreLine({ members, nearMisses, differences, separately }: EventScore): string {
  const { right, wrong, missed } = members
  const { found, all, real, shown } = differences
  return [
    `members: precision ${percent(right, right + wrong)}, recall ${percent(right, right + missed)}`,
    `near-misses merged: ${percent(nearMisses.merged, nearMisses.all)} of ${nearMisses.all}`,
    `differences: found ${percent(found, all)} of ${all}, real ${percent(real, shown)} of ${shown} shown`,
    `written separately: right ${percent(separately.right, separately.all)} of ${separately.all}`,
  ].join('; ')
}
