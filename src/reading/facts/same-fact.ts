import { containment, overlap, type TermWeight } from '../similar.ts'
import type { Fact, Report } from './fact.ts'

const sameWords = 0.55
const sameFigureWords = 0.35
const samePart = 0.6
const fewestShared = 3

/**
 * Whether two reports are of one fact: the same figures and part of the words, or most of the words; never with figures
 * that differ.
 */
export function isSameFact(a: Report, b: Report, weight: TermWeight): boolean {
  const both = a.values.size > 0 && b.values.size > 0
  const common = [...a.values].some((value) => b.values.has(value))
  if (both && !common) return false
  const alike = overlap(a.termSet, b.termSet, weight)
  if (both) return alike >= sameFigureWords
  if (alike >= sameWords) return true
  const shared = [...a.termSet].filter((term) => b.termSet.has(term)).length
  return shared >= fewestShared && alike >= sameWords - 0.1 && containment(a.termSet, b.termSet, weight) >= samePart
}

/** Reports grouped into facts, in order: each joins the first fact that holds a report of the same. */
export function groupFacts(reports: readonly Report[], weight: TermWeight): readonly Fact[] {
  const facts: { reports: [Report, ...Report[]] }[] = []
  const byTerm = new Map<string, Set<(typeof facts)[number]>>()
  // Two reports of one fact share a term that is not common: only those facts are compared.
  const rare = (report: Report) => [...report.termSet].toSorted((a, b) => weight(b) - weight(a)).slice(0, 8)
  for (const report of reports) {
    const near = new Set(rare(report).flatMap((term) => [...(byTerm.get(term) ?? [])]))
    const same =
      facts.length === 0
        ? undefined
        : [...near].find((fact) => fact.reports.some((other) => isSameFact(other, report, weight)))
    const fact = same ?? { reports: [report] }
    if (same) same.reports.push(report)
    else facts.push(fact)
    for (const term of rare(report)) {
      const known = byTerm.get(term)
      if (known) known.add(fact)
      else byTerm.set(term, new Set([fact]))
    }
  }
  return facts
}
