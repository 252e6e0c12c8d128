import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { overlaps } from '../../../language/text/range.ts'
import { alignWords } from '../compare/align-words.ts'
import { clashingTimes } from '../compare/compare-times.ts'
import type { Claim } from '../extract/claim.ts'
import type { EventTime } from '../extract/claim-content.ts'
import { compareSlots, slotsOf } from '../pairs/claims/slots.ts'
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
        const key = interval === null ? `${weekday}:${clock?.minutes}` : `${interval.start}/${interval.end}`
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

/** Reports with less of their words in common, in the same order, differ in wording only. */
const minAligned = 0.4

/** Whether each further variant of a difference is from a report that is worded like the first variant's, or comparable to it. */
function isAlike({ variants: [first, ...others] }: Difference, areComparable: AreComparable): boolean {
  return others.every(
    ({ report }) =>
      areComparable(first.report, report) ||
      alignWords(first.report.sentence, first.report.focus, report.sentence, report.focus).alike >= minAligned,
  )
}

/** Whether two reports can be compared word by word although they are not worded alike. */
type AreComparable = (a: Claim, b: Claim) => boolean

/** Whether the values of a difference are the same amount in two units ("500 meters", "550 yards"). */
function isConverted({ kind, variants }: Difference): boolean {
  if (kind !== 'figure') return false
  const slots = variants.map(({ report, range }) =>
    slotsOf(report).filter((slot) => slot.value.kind === 'figure' && overlaps(slot.range, range)),
  )
  const [first, ...others] = slots
  return (
    first !== undefined &&
    others.every((other) => first.some((one) => other.some((two) => compareSlots(one, two) === 'equal')))
  )
}

/**
 * The differences between the reports of a fact, contradictions first: those of `found`, and those of reports that are worded alike or that
 * `areComparable` accepts. Only reports of different articles are compared.
 */
export function differencesOf(
  reports: readonly Claim[],
  found: readonly Difference[] = [],
  areComparable: AreComparable = () => true,
): readonly Difference[] {
  const compared = [...new Map(reports.toReversed().map((report) => [report.article, report])).values()].reverse()
  if (compared.length < 2) return []
  const figures = figureDifferences(compared)
  const contradicting = [...figures, ...timeDifferences(compared), ...negationDifferences(compared)]
    .filter((difference) => isAlike(difference, areComparable))
    .filter((difference) => !isShown(difference, found))
  const first = [...found, ...contradicting]
  const claims = fromFirst(compared, claimDifferences)
    .filter((difference) => isAlike(difference, areComparable))
    .filter((difference) => !isShown(difference, first) && !isConverted(difference))
  const known = [...first, ...claims]
  const worded = fromFirst(compared, wordingDifferences)
    .filter((difference) => isAlike(difference, areComparable))
    .filter((wording) => !isOfFigure(wording, figures) && !isShown(wording, known))
    .slice(0, maxWordings)
  return [...known, ...worded]
}
