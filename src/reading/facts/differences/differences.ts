import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { overlaps } from '../../../language/text/range.ts'
import { clashingTimes } from '../compare/compare-times.ts'
import type { Claim } from '../extract/claim.ts'
import type { EventTime } from '../extract/claim-content.ts'
import { claimDifferences } from './claim-differences.ts'
import { type Difference, differenceOf, type Variant } from './difference.ts'
import { figureDifferences } from './figure-differences.ts'
import { negationDifferences } from './negation-differences.ts'
import { wordingDifferences } from './wording-differences.ts'

/** This many reports are compared pairwise; the rest only with the first. */
const maxPaired = 12
const maxWordings = 3

/** The pairs to compare: the first report with all others, and the first `maxPaired` with each other. */
function* pairsOf(reports: readonly Claim[]): Generator<readonly [Claim, Claim]> {
  for (const [at, left] of reports.slice(0, maxPaired).entries()) {
    for (const right of reports.slice(at + 1, at === 0 ? undefined : maxPaired)) yield [left, right]
  }
}

const variantOf = (report: Claim, { start, end }: EventTime): Variant => ({ report, range: { start, end } })

/**
 * Whether two articles of the same date give a time in the same words. Only the surrounding tense resolves it to two dates
 * ("approved on Monday", "may approve on Monday"): the tense differs, not the date.
 */
function isSameWordedTime(a: Variant, b: Variant): boolean {
  return a.report.article.date === b.report.article.date && textOf(a) === textOf(b)
}

function timeDifferences(reports: readonly Claim[]): Difference[] {
  const found = new Map<string, Variant>()
  for (const [left, right] of pairsOf(reports)) {
    for (const [x, y] of clashingTimes(left.content, right.content)) {
      const variants = [variantOf(left, x), variantOf(right, y)] as const
      if (isSameWordedTime(...variants)) continue
      for (const [at, { interval, weekday, clock }] of [x, y].entries()) {
        const key = interval === null ? `${weekday}:${clock}` : `${interval.start}/${interval.end}`
        const variant = variants[at]
        if (variant !== undefined && !found.has(key)) found.set(key, variant)
      }
    }
  }
  return differenceOf('date', [...found.values()])
}

function textOf({ report, range }: Variant): string {
  return wordsIn(report.sentence, range)
    .map(({ folded }) => folded)
    .join(' ')
}

/** Differences between the first report and the others, with equal variants merged. */
function fromFirst(
  [first, ...others]: readonly Claim[],
  differ: (left: Claim, right: Claim) => readonly Difference[],
): Difference[] {
  if (first === undefined) return []
  const found = new Map<string, Difference>()
  for (const difference of others.flatMap((other) => differ(first, other))) {
    const key = difference.variants.map(textOf).join('|')
    if (!found.has(key)) found.set(key, difference)
  }
  return [...found.values()]
}

/** Whether a wording difference is about what a differing figure counts ("two vans", "a van"). */
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

/** Whether another difference already shows this one for each of its reports. */
function isShown({ variants }: Difference, known: readonly Difference[]): boolean {
  return known.some((other) =>
    variants.every(({ report, range }) =>
      other.variants.some((variant) => variant.report === report && overlaps(variant.range, range)),
    ),
  )
}

/** The differences between the reports of a fact, contradictions first. Only reports of different articles are compared. */
export function differencesOf(reports: readonly Claim[]): readonly Difference[] {
  const compared = [...new Map(reports.toReversed().map((report) => [report.article, report])).values()].reverse()
  if (compared.length < 2) return []
  const figures = figureDifferences(compared)
  const contradicting = [...figures, ...timeDifferences(compared), ...negationDifferences(compared)]
  const claims = fromFirst(compared, claimDifferences).filter((difference) => !isShown(difference, contradicting))
  const found = [...contradicting, ...claims]
  const worded = fromFirst(compared, wordingDifferences)
    .filter((wording) => !isOfFigure(wording, figures) && !isShown(wording, found))
    .slice(0, maxWordings)
  return [...found, ...worded]
}
