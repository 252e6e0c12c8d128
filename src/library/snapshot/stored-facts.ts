import type { Article } from '../../corpus/article/article.ts'
import { changedClaim, changesOf } from '../../reading/facts/extract/changed-claim.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { readGraph } from './graph-reader.ts'
import { writeGraph } from './graph-writer.ts'

/**
 * Reports by their places, five numbers each: the index of the article, that of the report in it, start and end of its focus, and 1 if its
 * first word turned out to be a name, otherwise 0.
 */
type StoredMembers = Uint32Array

const perMember = 5

/** The reports of one article. */
export type ReportsOf = (article: number) => readonly Claim[]

/** All reports that a fact refers to. */
function* reportsIn({ reports, differences, sources }: Fact): Generator<Claim> {
  yield* reports
  for (const { variants } of differences) {
    for (const { report, others = [] } of variants) {
      yield report
      for (const other of others) yield other.report
    }
  }
  if (sources.attributedTo !== null) yield sources.attributedTo.report
}

/** The objects of reports that facts share with them. */
function targetsIn(reports: readonly Claim[]): readonly object[] {
  return reports.flatMap((report) => {
    const { article, paragraph, sentence, setting, source } = report
    const cited = source === null ? [] : [source, source.paragraph]
    return [report, article, paragraph, sentence, setting, ...cited]
  })
}

function membersOf(reports: readonly Claim[], indexOf: (article: Article) => number): StoredMembers {
  return Uint32Array.from(
    reports.flatMap((report) => {
      const { article, index, focus } = report
      return [indexOf(article), index, focus.start, focus.end, Number(changesOf(report).opensWithName)]
    }),
  )
}

function restoreMembers(members: StoredMembers, reportsOf: ReportsOf): readonly Claim[] {
  return Array.from({ length: members.length / perMember }, (_, at): Claim => {
    const [article = 0, index = 0, start = 0, end = 0, name] = members.subarray(at * perMember, (at + 1) * perMember)
    const report = reportsOf(article)[index]
    if (report === undefined) throw new RangeError('a fact has a report that does not exist')
    const isWhole = start === report.focus.start && end === report.focus.end
    const opensWithName = name === 1
    if (isWhole && !opensWithName) return report
    return changedClaim(report, { focus: isWhole ? null : { start, end }, opensWithName })
  })
}

/** Encodes facts, so many at a time, in pairs of pieces: their reports, and the rest. `indexOf` is the index of an article. */
export function* storeFacts(
  facts: readonly Fact[],
  atATime: number,
  indexOf: (article: Article) => number,
): Generator<Buffer> {
  for (let first = 0; first < facts.length; first += atATime) {
    const some = facts.slice(first, first + atATime)
    const reports = [...new Set(some.flatMap((fact) => [...reportsIn(fact)]))]
    yield writeGraph(membersOf(reports, indexOf), [])
    yield writeGraph(some, targetsIn(reports))
  }
}

/** Decodes the facts of pieces in the same order. */
export function restoreFacts(pieces: Iterable<Buffer>, reportsOf: ReportsOf): readonly Fact[] {
  const facts: Fact[] = []
  let reports: readonly Claim[] | null = null
  for (const piece of pieces) {
    if (reports === null) reports = restoreMembers(readGraph<StoredMembers>(piece, []), reportsOf)
    else {
      for (const fact of readGraph<readonly Fact[]>(piece, targetsIn(reports))) facts.push(fact)
      reports = null
    }
  }
  return facts
}
