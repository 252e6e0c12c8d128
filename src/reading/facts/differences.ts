import type { Range } from '../../text/range.ts'
import { words } from '../../text/words.ts'
import { clashingTimes } from './compare.ts'
import { conceptOf, isEvent, oppositeOf } from './concepts.ts'
import { countsTheSame, type EventFigure, isCompatible } from './counted.ts'
import { type Difference, differenceOf, type Variant } from './difference.ts'
import type { Report } from './report.ts'
import { wordingDifferences } from './wording.ts'

const mostReports = 12
const mostWordings = 3

interface Slot {
  readonly entries: { readonly report: Report; readonly figure: EventFigure }[]
}

/** The figures of the reports, those of one count together; a report has one figure in each. */
function figureSlots(reports: readonly Report[]): readonly Slot[] {
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

function figureDifferences(reports: readonly Report[]): Difference[] {
  return figureSlots(reports).flatMap(({ entries }) => {
    const distinct: typeof entries = []
    for (const entry of entries) {
      if (!distinct.some(({ figure }) => isCompatible(figure, entry.figure))) distinct.push(entry)
    }
    const bare = ({ report, figure: { start, end } }: (typeof entries)[number]): Variant => ({
      report,
      range: { start, end },
    })
    if (distinct.length > 1) return differenceOf('figure', distinct.map(bare))
    // "More than 30,000" and "31,000" agree and are worded differently.
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

function timeDifferences(reports: readonly Report[]): Difference[] {
  const found = new Map<string, Variant>()
  reports.forEach((left, at) => {
    for (const right of reports.slice(at + 1)) {
      for (const [x, y] of clashingTimes(left.content, right.content)) {
        for (const [report, time] of [
          [left, x],
          [right, y],
        ] as const) {
          const key = time.days === null ? `${time.weekday}:${time.clock}` : `${time.days.from}/${time.days.to}`
          if (!found.has(key)) found.set(key, { report, range: { start: time.start, end: time.end } })
        }
      }
    }
  })
  return differenceOf('date', [...found.values()])
}

/** The word of a report that tells an event, or its first event, as offsets in the sentence. */
function eventIn({ sentence: { text }, focus, content }: Report, concept: string | null): Range | null {
  const inside = words(text).filter(({ start, end }) => start >= focus.start && end <= focus.end)
  const asked = concept === null ? undefined : inside.find(({ folded }) => conceptOf(folded) === concept)
  const main =
    inside.find(({ folded }) => conceptOf(folded) === content.mainEvent) ?? inside.find(({ folded }) => isEvent(folded))
  const word = asked ?? main
  return word === undefined ? null : { start: word.start, end: word.end }
}

interface Denial {
  readonly range: Range
  /** What is denied. */
  readonly concept: string | null
  /** Whether it says that there was none. */
  readonly isNone: boolean
}

/** A denial with the words that it denies, up to the event. */
function denialIn(report: Report): Denial | null {
  const [first] = report.content.negations
  if (first === undefined) return null
  const isNone = /^no$/iu.test(report.sentence.text.slice(first.start, first.end))
  const following = words(report.sentence.text).filter(({ start }) => start >= first.end)
  const next = following.slice(0, 3).find(({ folded }) => report.content.events.has(conceptOf(folded))) ?? following[0]
  if (next === undefined) return { range: first, concept: null, isNone }
  return { range: { start: first.start, end: next.end }, concept: conceptOf(next.folded), isNone }
}

const shortStatement = 80

/** What a report says where another denies it: the event, or all up to it where the other says that there was none. */
function affirmedIn(report: Report, { concept, isNone }: Denial): Range {
  const { focus } = report
  const event = eventIn(report, concept)
  if (event === null) return focus
  return isNone && event.end - focus.start <= shortStatement ? { start: focus.start, end: event.end } : event
}

function negationDifferences(reports: readonly Report[]): Difference[] {
  const denying = reports.find(({ content }) => content.negations.length > 0)
  const affirming = reports.find(({ content }) => content.negations.length === 0)
  if (denying !== undefined && affirming !== undefined) {
    const denial = denialIn(denying)
    if (denial === null) return []
    const affirmed = affirmedIn(affirming, denial)
    const variants = [
      { report: affirming, range: affirmed },
      { report: denying, range: denial.range },
    ]
    return differenceOf(
      'negation',
      variants.sort((a, b) => reports.indexOf(a.report) - reports.indexOf(b.report)),
    )
  }
  for (const left of reports) {
    for (const event of left.content.events) {
      const contrary = oppositeOf(event)
      const right = reports.find(
        ({ content }) => contrary !== undefined && content.events.has(contrary) && !content.events.has(event),
      )
      if (contrary === undefined || right === undefined || left.content.events.has(contrary)) continue
      const [a, b] = [eventIn(left, event), eventIn(right, contrary)]
      if (a !== null && b !== null)
        return differenceOf('negation', [
          { report: left, range: a },
          { report: right, range: b },
        ])
    }
  }
  return []
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

/** Where the reports of a fact differ, what contradicts first. Only reports of different articles are compared, the first twelve of them. */
export function differencesOf(reports: readonly Report[]): readonly Difference[] {
  const byArticle = [...new Map(reports.toReversed().map((report) => [report.article, report])).values()].reverse()
  const compared = byArticle.slice(0, mostReports)
  if (compared.length < 2) return []
  return [
    ...figureDifferences(compared),
    ...timeDifferences(compared),
    ...negationDifferences(compared),
    ...wordings(compared),
  ]
}
