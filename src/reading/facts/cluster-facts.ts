import type { Sentence } from '../../language/analysis/sentence.ts'
import { type IndexPair, pairLikelihoods } from './cluster/pair-likelihoods.ts'
import { resolveNames } from './cluster/resolve-names.ts'
import { reportWeights } from './cluster/term-weights.ts'
import { createGroups, type Group, type Groups } from './cluster/union-groups.ts'
import { type ContradictingClaims, contradictingValues } from './contradictions/contradicting-values.ts'
import type { Contradiction } from './contradictions/find-contradictions.ts'
import { differencesOf } from './differences/differences.ts'
import { withoutClause } from './differences/shown-focus.ts'
import type { Claim } from './extract/claim.ts'
import type { Fact } from './fact.ts'
import { type FactModels, trainedFactModels } from './models/fact-models.ts'
import { readOrigins, sourcesOf } from './sources/independent-sources.ts'

/** A new report is compared with at most this many members before it joins a group. */
const maxCompared = 8
/** Minimum probability of a pair that joins two groups, and minimum mean over the pairs of their members. Chosen by cross-validation. */
const minProbability = 0.86
const minMean = 0.8
/** Whole sentences are joined before clauses, unless the rules find that clauses overlap much more. */
const clausePenalty = 0.03
const ruledClausePenalty = 0.15
const timePenalty = 0.15

/** The order in which pairs are joined: those that the rules accept come first, by their overlap, then by the model's probability. */
function confidence({ a, b, probability, isByRule, overlap }: IndexPair, reports: readonly Claim[]): number {
  const [x, y] = [reports[a], reports[b]]
  const clauses = (x?.isMain ? 0 : 1) + (y?.isMain ? 0 : 1)
  if (!isByRule) return probability - clausePenalty * clauses
  return 2 + overlap - ruledClausePenalty * clauses - (x?.content.isAhead === y?.content.isAhead ? 0 : timePenalty)
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

/** Groups that contradict each other are joined if their members are at least this likely to report one fact. */
const minMeanOfContradicting = 0.35

/** The groups of reports, and the contradictions between members of one group. */
interface Grouping {
  readonly groups: Groups
  readonly contradictions: readonly Contradiction[]
  /** Whether the rules accept that the sentences of two reports tell of one fact. */
  readonly areByRule: (a: Claim, b: Claim) => boolean
}

/** Names the sentences of two reports. */
function sentencesKey(a: Claim | undefined, b: Claim | undefined): string {
  const place = (claim: Claim | undefined) =>
    `${claim?.article.file}\n${claim?.paragraph.number}:${claim?.sentence.start}`
  return `${place(a)}\n${place(b)}`
}

/** Groups reports, the most likely pairs first. No group has two sentences of one article unless one repeats the other. */
function group(
  reports: readonly Claim[],
  clauses: ReadonlyMap<Sentence, readonly number[]>,
  models: FactModels,
): Grouping {
  const weight = reportWeights(reports.filter(({ isMain }) => isMain))
  const likelihoods = pairLikelihoods(reports, weight, models)
  let minJoined = minMean
  let isByRule = false
  const mayJoin = (larger: Group, smaller: Group): boolean => {
    for (const [article, at] of smaller.byArticle) {
      const twin = larger.byArticle.get(article)
      if (twin === undefined) continue
      if (reports[at]?.sentence === reports[twin]?.sentence || likelihoods.of(at, twin) < minProbability) return false
    }
    const [some, others] = [larger.members.slice(0, maxCompared), smaller.members.slice(0, maxCompared)]
    if (isByRule && some.every((a) => others.every((b) => likelihoods.canBeMembers(a, b)))) return true
    let sum = 0
    for (const a of some) for (const b of others) sum += likelihoods.of(a, b)
    return sum >= minJoined * some.length * others.length
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
  const isClause = (at: number) => reports[at]?.isMain === false
  const pairs = likelihoods.pairs
    .map((pair) => ({ ...pair, sure: confidence(pair, reports) }))
    .filter(({ sure }) => sure >= minProbability)
    .sort((x, y) => y.sure - x.sure || x.a - y.a || x.b - y.b)
  for (const pair of pairs) {
    const { a, b } = pair
    if ((isClause(a) || isClause(b)) && isTogether(a, b)) continue
    isByRule = pair.isByRule
    groups.join(a, b)
  }
  isByRule = false
  minJoined = minMeanOfContradicting
  for (const { a, b } of likelihoods.contradictions) if (!isTogether(a, b)) groups.join(a, b)
  const ruled = new Set(
    likelihoods.pairs.flatMap(({ a, b, isByRule }) =>
      isByRule ? [sentencesKey(reports[a], reports[b]), sentencesKey(reports[b], reports[a])] : [],
    ),
  )
  return {
    groups,
    contradictions: likelihoods.contradictions.filter(({ a, b }) => isTogether(a, b)),
    areByRule: (a, b) => ruled.has(sentencesKey(a, b)),
  }
}

/** Looks up the contradictions between the sentences of some reports. */
function contradictionsBySentence(
  claims: readonly Claim[],
  contradictions: readonly Contradiction[],
): (reports: readonly Claim[]) => readonly ContradictingClaims[] {
  const known = new Map<Sentence, ContradictingClaims[]>()
  for (const contradiction of contradictions) {
    const [leftClaim, rightClaim] = [claims[contradiction.a], claims[contradiction.b]]
    if (leftClaim === undefined || rightClaim === undefined) continue
    const own = known.get(leftClaim.sentence) ?? []
    known.set(leftClaim.sentence, [...own, { ...contradiction, leftClaim, rightClaim }])
  }
  return (reports) => {
    const sentences = new Set(reports.map(({ sentence }) => sentence))
    return [...sentences]
      .flatMap((sentence) => known.get(sentence) ?? [])
      .filter(({ rightClaim }) => sentences.has(rightClaim.sentence))
      .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  }
}

/** The facts of all reports in article order, with their differences and sources. */
export function groupFacts(read: readonly Claim[], models: FactModels = trainedFactModels()): readonly Fact[] {
  const reports = resolveNames(read)
  const clauses = bySentence(reports)
  const { groups, contradictions, areByRule } = group(reports, clauses, models)
  const contradicting = contradictionsBySentence(reports, contradictions)
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
    const found = contradictingValues(contradicting(all), all)
    return [{ reports: all, differences: differencesOf(all, found, areByRule), sources: sourcesOf(all, origins) }]
  })
}
