import type { Sentence } from '../../language/analysis/sentence.ts'
import { overlaps } from '../../language/text/range.ts'
import { resolveNames } from './cluster/resolve-names.ts'
import { type Pair, samePairs } from './cluster/scored-pairs.ts'
import { reportWeights } from './cluster/term-weights.ts'
import { createGroups, type Group, type Groups } from './cluster/union-groups.ts'
import { compare } from './compare/compare-claims.ts'
import { canBeMembers, isRepeat, secondFact } from './compare/same-fact-rules.ts'
import { differencesOf } from './differences/differences.ts'
import { withoutClause } from './differences/shown-focus.ts'
import type { Claim } from './extract/claim.ts'
import type { Fact } from './fact.ts'
import { readOrigins, sourcesOf } from './sources/independent-sources.ts'

/** A new report is compared with at most this many members before it joins a group. */
const maxCompared = 8
const clausePenalty = 0.15
const timePenalty = 0.15

/**
 * A pair's score, minus penalties for clauses and for pairing a future with a past event: whole sentences win unless a clause
 * scores much higher.
 */
function confidence({ a, b, found }: Pair, reports: readonly Claim[]): number {
  const [x, y] = [reports[a], reports[b]]
  const clauses = (x?.isMain ? 0 : 1) + (y?.isMain ? 0 : 1)
  return found.score - clausePenalty * clauses - (x?.content.isAhead === y?.content.isAhead ? 0 : timePenalty)
}

/** Indexes of the reports of each sentence. */
function bySentence(reports: readonly Claim[]): ReadonlyMap<Sentence, readonly number[]> {
  const found = new Map<Sentence, number[]>()
  for (const [at, { sentence }] of reports.entries()) {
    const known = found.get(sentence)
    if (known === undefined) found.set(sentence, [at])
    else known.push(at)
  }
  return found
}

/** Groups reports, most confident pairs first. No group has members that contradict each other, or two sentences of one article. */
function group(reports: readonly Claim[], clauses: ReadonlyMap<Sentence, readonly number[]>): Groups {
  const weight = reportWeights(reports.filter(({ isMain }) => isMain))
  const fits = (a: number, b: number): boolean => {
    const [x, y] = [reports[a], reports[b]]
    if (x === undefined || y === undefined) return false
    return canBeMembers(compare(x, y, weight))
  }
  const mayJoin = (larger: Group, smaller: Group): boolean => {
    for (const [article, at] of smaller.byArticle) {
      const twin = larger.byArticle.get(article)
      const [x, y] = [reports[at], twin === undefined ? undefined : reports[twin]]
      if (x && y && (x.sentence === y.sentence || !isRepeat(compare(x, y, weight)))) return false
    }
    const few = larger.members.slice(0, maxCompared)
    return smaller.members.slice(0, maxCompared).every((a) => few.every((b) => fits(a, b)))
  }
  const groups = createGroups(reports, mayJoin)
  const siblings = (at: number): readonly number[] => {
    const report = reports[at]
    return report === undefined ? [] : (clauses.get(report.sentence) ?? [])
  }
  /** Whether some clauses of the two sentences already share a group. */
  const isTogether = (a: number, b: number): boolean => {
    const other = reports[b]?.sentence
    return siblings(a).some((at) => groups.of(at).members.some((member) => reports[member]?.sentence === other))
  }
  /** Whether an overlapping report of the same sentence (the whole or a part of it) already has a group with other members. */
  const isPlaced = (at: number): boolean =>
    siblings(at).some((other) => {
      const [own, twin] = [reports[at], reports[other]]
      return other !== at && own && twin && overlaps(own.focus, twin.focus) && groups.of(other).members.length > 1
    })
  const pairs = samePairs(reports, weight)
    .map((pair) => ({ ...pair, sure: confidence(pair, reports) }))
    .sort((x, y) => y.sure - x.sure || x.a - y.a || x.b - y.b)
  for (const { a, b, found } of pairs) {
    const areSentences = reports[a]?.isMain && reports[b]?.isMain
    if (!areSentences && isTogether(a, b)) continue
    if (found.score < secondFact && (isPlaced(a) || isPlaced(b))) continue
    groups.join(a, b)
  }
  return groups
}

/** The facts of all reports in article order, with their differences and sources. */
export function groupFacts(read: readonly Claim[]): readonly Fact[] {
  const reports = resolveNames(read)
  const clauses = bySentence(reports)
  const groups = group(reports, clauses)
  // A clause that is its own fact is not shown again as part of the rest of its sentence.
  const shown = reports.map((report) => {
    if (!report.isMain) return report
    return (clauses.get(report.sentence) ?? []).reduce((rest, at) => {
      const clause = reports[at]
      const isFact = clause !== undefined && !clause.isMain && groups.of(at).members.length > 1
      return isFact ? withoutClause(rest, clause.focus) : rest
    }, report)
  })
  const origins = readOrigins(reports)
  return groups.all().flatMap(({ members }): Fact[] => {
    const [first, ...others] = members.toSorted((a, b) => a - b).flatMap((at) => shown[at] ?? [])
    if (first === undefined || (others.length === 0 && !first.isMain)) return []
    const all: Fact['reports'] = [first, ...others]
    return [{ reports: all, differences: differencesOf(all), sources: sourcesOf(all, origins) }]
  })
}
