import { groupBy } from '../../resources/group-by.ts'
import { clausesIn } from './cluster/clauses-in.ts'
import { groupClaims } from './cluster/group-claims.ts'
import { resolveNames } from './cluster/resolve-names.ts'
import { type ContradictingClaims, contradictingValues } from './contradictions/contradicting-values.ts'
import type { Contradiction } from './contradictions/find-contradictions.ts'
import { differencesOf } from './differences/differences.ts'
import { withoutClause } from './differences/shown-focus.ts'
import type { Claim } from './extract/claim.ts'
import type { Fact } from './fact.ts'
import { type FactModels, trainedFactModels } from './models/fact-models.ts'
import { readOrigins, sourcesOf } from './sources/independent-sources.ts'

/** Looks up the contradictions between the sentences of some reports, the surest first. */
function contradictionsAmong(
  claims: readonly Claim[],
  contradictions: readonly Contradiction[],
): (reports: readonly Claim[]) => readonly ContradictingClaims[] {
  const known = groupBy(
    contradictions.flatMap((contradiction): ContradictingClaims[] => {
      const [leftClaim, rightClaim] = [claims[contradiction.a], claims[contradiction.b]]
      return leftClaim && rightClaim ? [{ ...contradiction, leftClaim, rightClaim }] : []
    }),
    ({ leftClaim }) => leftClaim.sentence,
  )
  return (reports) => {
    const sentences = new Set(reports.map(({ sentence }) => sentence))
    return [...sentences]
      .flatMap((sentence) => known.get(sentence) ?? [])
      .filter(({ rightClaim }) => sentences.has(rightClaim.sentence))
      .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  }
}

/** Groups reports into facts, with their differences and sources. `read` is in the order of the articles, the reports of a sentence together. */
export function groupFacts(read: readonly Claim[], models: FactModels = trainedFactModels()): readonly Fact[] {
  const reports = resolveNames(read)
  const clausesOf = clausesIn(reports)
  const { groups, contradictions, ruled } = groupClaims(reports, clausesOf, models)
  const contradicting = contradictionsAmong(reports, contradictions)
  // A clause that is its own fact is not shown again as part of the rest of its sentence.
  const shown = reports.map((report, main) => {
    if (!report.isMain) return report
    return clausesOf(main).reduce((rest, at) => {
      const clause = reports[at]
      const isFact = clause !== undefined && !clause.isMain && groups.of(at).members.length > 1
      return isFact ? withoutClause(rest, clause.focus) : rest
    }, report)
  })
  const origins = readOrigins(reports)
  const areRuled = (a: Claim, b: Claim) => ruled.has(a.sentence, b.sentence)
  const facts: Fact[] = []
  for (const { members } of groups.all()) {
    const [first, ...others] = members.toSorted((a, b) => a - b).flatMap((at) => shown[at] ?? [])
    if (first === undefined || (others.length === 0 && !first.isMain)) continue
    const all: Fact['reports'] = [first, ...others]
    const found = contradictingValues(contradicting(all), all)
    facts.push({ reports: all, differences: differencesOf(all, found, areRuled), sources: sourcesOf(all, origins) })
  }
  return facts
}
