import { wordsOf } from '../../../language/analysis/recent-words.ts'
import type { Claim } from '../extract/claim.ts'
import { countsTheSame, type EventFigure, isCompatible } from '../extract/quantities.ts'
import { conceptOf } from '../lexicon/synonym-classes.ts'
import { type Difference, differenceOf, type Variant } from './difference.ts'

interface Slot {
  readonly entries: { readonly report: Claim; readonly figure: EventFigure }[]
}

/** The figures of the reports, grouped by what they count; at most one figure per report in each group. */
function figureSlots(reports: readonly Claim[]): readonly Slot[] {
  const slots: Slot[] = []
  for (const report of reports) {
    const taken = new Set<Slot>()
    const free = (slot: Slot) => !taken.has(slot)
    const { figures } = report.content
    const place = (figure: EventFigure, fits: (other: EventFigure) => boolean): boolean => {
      const slot = slots.find((known) => free(known) && known.entries.some((entry) => fits(entry.figure)))
      slot?.entries.push({ report, figure })
      if (slot) taken.add(slot)
      return slot !== undefined
    }
    const rest = figures.filter(
      (figure) => !place(figure, (other) => countsTheSame(figure, other) && isCompatible(figure, other)),
    )
    for (const figure of rest) {
      if (place(figure, (other) => countsTheSame(figure, other))) continue
      const slot = { entries: [{ report, figure }] }
      slots.push(slot)
      taken.add(slot)
    }
  }
  return slots
}

/** The article "a" of another report that has one of what this figure counts several of ("two diplomats", "a diplomat"). */
function singleOf(entry: Slot['entries'][number] | undefined, reports: readonly Claim[]): Variant | null {
  if (entry === undefined || entry.figure.unit !== 'count' || entry.figure.value < 2 || entry.figure.head === null)
    return null
  const { head } = entry.figure
  for (const report of reports) {
    const { sentence, focus, content } = report
    if (report === entry.report || content.figures.some(({ value }) => value === entry.figure.value)) continue
    const all = wordsOf(sentence).filter(({ start, end }) => start >= focus.start && end <= focus.end)
    const noun = all.findIndex(({ folded }) => conceptOf(folded) === head && !folded.endsWith('s'))
    const found = all.slice(Math.max(0, noun - 3), Math.max(0, noun)).findLast(({ folded }) => /^an?$/u.test(folded))
    if (noun > 0 && found !== undefined) return { report, range: { start: found.start, end: found.end } }
  }
  return null
}

/** Different figures for the same count, and the same figure with and without a bound. */
export function figureDifferences(reports: readonly Claim[]): Difference[] {
  return figureSlots(reports).flatMap(({ entries }) => {
    const distinct: typeof entries = []
    for (const entry of entries) {
      if (!distinct.some(({ figure }) => isCompatible(figure, entry.figure))) distinct.push(entry)
    }
    const bare = ({ report, figure: { start, end } }: (typeof entries)[number]): Variant => ({
      report,
      range: { start, end },
    })
    const single = distinct.length === 1 ? singleOf(distinct[0], reports) : null
    if (single !== null) return differenceOf('figure', [...distinct.map(bare), single])
    if (distinct.length > 1) return differenceOf('figure', distinct.map(bare))
    // "More than 30,000" and "31,000" are compatible but worded differently.
    const bounds: typeof entries = []
    for (const entry of entries) {
      const same = bounds.some(
        ({ figure }) => figure.bound === entry.figure.bound && figure.value === entry.figure.value,
      )
      if (!same) bounds.push(entry)
    }
    return differenceOf(
      'wording',
      bounds.map(({ report, figure: { phrase } }) => ({ report, range: phrase })),
    )
  })
}
