import type { Range } from '../../text/range.ts'
import type { Sentence } from '../read-sentences.ts'
import type { TermWeight } from '../similar.ts'
import { candidatePairs } from './candidates.ts'
import { type Comparison, compare } from './compare.ts'
import { differencesOf } from './differences.ts'
import type { Fact } from './fact.ts'
import type { Report } from './report.ts'
import { isRepeat, isSameFact, secondFact } from './same-fact.ts'
import { settleNames } from './settle-names.ts'
import { type Origins, readOrigins, sourcesOf } from './sources.ts'
import { createStories, isNearInTime } from './story.ts'

/** Most members of a group that a further one is compared with before it is let in. */
const mostCompared = 8
/** The least score of two members that contradict each other and are joined by a third. */
const leastAmongMembers = 0.4
const clausePenalty = 0.15
const timePenalty = 0.15

/** How much each term of the reports tells: ln(1 + (N - n + 0.5) / (n + 0.5)), the inverse document frequency of BM25. */
export function reportWeights(reports: readonly Report[]): TermWeight {
  const frequencies = new Map<string, number>()
  for (const { content } of reports)
    for (const term of content.terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const weights = new Map(
    [...frequencies].map(([term, n]) => [term, Math.log(1 + (reports.length - n + 0.5) / (n + 0.5))]),
  )
  const rarest = Math.log(1 + (reports.length + 0.5) / 0.5)
  return (term) => weights.get(term) ?? rarest
}

interface Edge {
  readonly a: number
  readonly b: number
  readonly found: Comparison
}

/** Groups that grow by being joined; each knows its members. */
function createGroups(reports: readonly Report[], mayJoin: (a: readonly number[], b: readonly number[]) => boolean) {
  const groupOf = reports.map((_, at) => at)
  const members = reports.map((_, at) => [at])
  return {
    join(a: number, b: number): void {
      const [left, right] = [groupOf[a] ?? a, groupOf[b] ?? b]
      if (left === right) return
      const [mine, others] = [members[left] ?? [], members[right] ?? []]
      if (!mayJoin(mine, others)) return
      const [from, to, kept] = mine.length >= others.length ? [others, mine, left] : [mine, others, right]
      for (const at of from) groupOf[at] = kept
      to.push(...from)
      members[kept === left ? right : left] = []
    },
    of: (at: number): readonly number[] => members[groupOf[at] ?? at] ?? [],
    all: (): readonly (readonly number[])[] => members.filter((group) => group.length > 0),
  }
}

/**
 * The facts of all reports, in the order of the articles. Two reports are compared where they share rare terms; the surest
 * pairs are joined first, and a pair joins two groups only where no member contradicts another and no article would
 * report the fact in two different sentences.
 */
export function groupFacts(read: readonly Report[]): readonly Fact[] {
  const reports = settleNames(read)
  const weight = reportWeights(reports.filter(({ isMain }) => isMain))
  const at = (index: number): Report | undefined => reports[index]
  const edges: Edge[] = []
  const stories = createStories()
  for (const [a, b] of candidatePairs(reports, weight)) {
    const [left, right] = [at(a), at(b)]
    if (left === undefined || right === undefined || left.sentence === right.sentence) continue
    const found = compare(left, right, weight)
    if (!found.isPossible) continue
    if (
      left.article === right.article ? !isRepeat(found) : !isSameFact(found, isNearInTime(left.article, right.article))
    )
      continue
    edges.push({ a, b, found })
    if (left.article !== right.article && isSameFact(found, false) && left.isMain && right.isMain)
      stories.add(left.article, right.article)
  }
  const accepted = edges.filter(({ a, b, found }) => {
    const [left, right] = [at(a), at(b)]
    if (left === undefined || right === undefined) return false
    return left.article === right.article || isSameFact(found, stories.isOne(left.article, right.article))
  })
  const mayJoin = (mine: readonly number[], others: readonly number[]): boolean => {
    const few = (group: readonly number[]) => group.slice(0, mostCompared)
    const ofArticle = new Map(mine.map((index) => [at(index)?.article, index]))
    for (const other of others) {
      const twin = ofArticle.get(at(other)?.article)
      const [x, y] = [at(other), twin === undefined ? undefined : at(twin)]
      if (x && y && (x.sentence === y.sentence || !isRepeat(compare(x, y, weight)))) return false
    }
    return few(mine).every((a) =>
      few(others).every((b) => {
        const [x, y] = [at(a), at(b)]
        if (x === undefined || y === undefined) return false
        const found = compare(x, y, weight)
        return (
          found.isPossible && (found.conflicts === 0 || (found.conflicts === 1 && found.score >= leastAmongMembers))
        )
      }),
    )
  }
  const groups = createGroups(reports, mayJoin)
  // A clause gives way to the whole sentence, and what is to come to what is done, unless it is much surer.
  const rank = ({ a, b, found }: Edge) => {
    const [x, y] = [at(a), at(b)]
    const clauses = (x?.isMain ? 0 : 1) + (y?.isMain ? 0 : 1)
    return found.score - clausePenalty * clauses - (x?.content.isAhead === y?.content.isAhead ? 0 : timePenalty)
  }
  const order = accepted.toSorted((x, y) => rank(y) - rank(x) || x.a - y.a || x.b - y.b)
  const bySentence = new Map<Sentence, number[]>()
  for (const [index, { sentence }] of reports.entries()) {
    const known = bySentence.get(sentence)
    if (known === undefined) bySentence.set(sentence, [index])
    else known.push(index)
  }
  /** Whether some clauses of the two sentences are in one group already. */
  const together = (a: number, b: number): boolean => {
    const [x, y] = [at(a)?.sentence, at(b)?.sentence]
    const mine = x === undefined ? [] : (bySentence.get(x) ?? [])
    return mine.some((index) => groups.of(index).some((other) => at(other)?.sentence === y))
  }
  /** Whether another clause, the whole sentence or a part of it, is in a group with others. */
  const isPlaced = (index: number): boolean => {
    const report = at(index)
    if (report === undefined) return false
    return (bySentence.get(report.sentence) ?? []).some((other) => {
      const twin = at(other)
      return other !== index && twin !== undefined && overlaps(twin.focus, report.focus) && groups.of(other).length > 1
    })
  }
  for (const { a, b, found } of order) {
    const both = at(a)?.isMain && at(b)?.isMain
    if (!both && together(a, b)) continue
    if (found.score < secondFact && (isPlaced(a) || isPlaced(b))) continue
    groups.join(a, b)
  }
  // A clause that is a fact of its own is not shown as part of the rest of its sentence.
  const shown = reports.map((report) => {
    if (!report.isMain) return report
    const own = (bySentence.get(report.sentence) ?? []).filter((other) => {
      const clause = at(other)
      return clause !== undefined && !clause.isMain && groups.of(other).length > 1
    })
    return own.reduce((rest, other) => without(rest, at(other)?.focus), report)
  })
  const origins = readOrigins(reports)
  return groups.all().flatMap((group) => factOf(group, shown, origins))
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

const leastRest = 20

/** A report without a clause at its beginning or end; as it is where little would be left. */
function without(report: Report, clause: Range | undefined): Report {
  const { focus, sentence } = report
  if (clause === undefined || !overlaps(focus, clause)) return report
  const start = clause.start <= focus.start ? clause.end : focus.start
  const end = clause.end >= focus.end - 1 ? clause.start : focus.end
  if (start !== focus.start && end !== focus.end) return report
  if (start === focus.start && end === focus.end) return report
  const text = sentence.text.slice(start, end)
  const from = start + text.length - text.trimStart().length
  const rest = { start: from, end: from + text.trim().length }
  return rest.end - rest.start < leastRest ? report : { ...report, focus: rest }
}

function factOf(group: readonly number[], reports: readonly Report[], origins: Origins): Fact[] {
  const [first, ...others] = group.toSorted((a, b) => a - b).flatMap((at) => reports[at] ?? [])
  if (first === undefined || (others.length === 0 && !first.isMain)) return []
  const all: Fact['reports'] = [first, ...others]
  return [{ reports: all, differences: differencesOf(all), sources: sourcesOf(all, origins) }]
}
