import { words } from '../../text/words.ts'
import { clashingTimes } from './compare-times.ts'
import { type Difference, differenceOf, type Variant } from './difference.ts'
import { figureDifferences } from './figure-differences.ts'
import { overlaps } from './marked-sentence.ts'
import { negationDifferences } from './negation-differences.ts'
import type { Report } from './report.ts'
import { wordingDifferences } from './wording.ts'

const mostReports = 12
const mostWordings = 3

function timeDifferences(reports: readonly Report[]): Difference[] {
  const found = new Map<string, Variant>()
  reports.forEach((left, at) => {
    for (const right of reports.slice(at + 1)) {
      for (const [x, y] of clashingTimes(left.content, right.content)) {
        for (const [report, time] of [
          [left, x],
          [right, y],
        ] as const) {
          const { interval, weekday, clock } = time
          const key = interval === null ? `${weekday}:${clock}` : `${interval.start}/${interval.end}`
          if (!found.has(key)) found.set(key, { report, range: { start: time.start, end: time.end } })
        }
      }
    }
  })
  return differenceOf('date', [...found.values()])
}

function textOf({ report, range }: Variant): string {
  return words(report.sentence.text.slice(range.start, range.end))
    .map(({ folded }) => folded)
    .join(' ')
}

/** Differences of wording between the first report and each other, the same variants together. */
function wordings(reports: readonly Report[]): Difference[] {
  const [first, ...others] = reports
  if (first === undefined) return []
  const found = new Map<string, Difference>()
  for (const other of others) {
    for (const difference of wordingDifferences(first, other)) {
      const key = difference.variants.map(textOf).join('|')
      if (!found.has(key)) found.set(key, difference)
    }
  }
  return [...found.values()].slice(0, mostWordings)
}

/** Whether a wording is of what another figure counts ("two vans", "a van"). */
function isOfFigure({ variants }: Difference, figures: readonly Difference[]): boolean {
  return figures.some((difference) => {
    const isOfBoth = variants.every(({ report }) => difference.variants.some((variant) => variant.report === report))
    const isCounted = difference.variants.some(({ report, range }) => {
      const phrase = report.content.figures.find(({ start }) => start === range.start)?.phrase
      return variants.some((variant) => variant.report === report && phrase && overlaps(variant.range, phrase))
    })
    return isOfBoth && isCounted
  })
}

/** Where the reports of a fact differ, what contradicts first. Only reports of different articles are compared, the first twelve of them. */
export function differencesOf(reports: readonly Report[]): readonly Difference[] {
  const byArticle = [...new Map(reports.toReversed().map((report) => [report.article, report])).values()].reverse()
  const compared = byArticle.slice(0, mostReports)
  if (compared.length < 2) return []
  const figures = figureDifferences(compared)
  return [
    ...figures,
    ...timeDifferences(compared),
    ...negationDifferences(compared),
    ...wordings(compared).filter((wording) => !isOfFigure(wording, figures)),
  ]
}
