import { wordsOf } from '../../../language/analysis/recent-words.ts'
import type { Range } from '../../../language/text/range.ts'
import type { Claim } from '../extract/claim.ts'
import { conceptOf, isEvent, oppositeOf } from '../lexicon/synonym-classes.ts'
import { type Difference, differenceOf } from './difference.ts'

/** The word for an event in a report, or its first event, as offsets in the sentence. */
function eventIn({ sentence, focus, content }: Claim, concept: string | null): Range | null {
  const inside = wordsOf(sentence).filter(({ start, end }) => start >= focus.start && end <= focus.end)
  const asked = concept === null ? undefined : inside.find(({ folded }) => conceptOf(folded) === concept)
  const main =
    inside.find(({ folded }) => conceptOf(folded) === content.mainEvent) ?? inside.find(({ folded }) => isEvent(folded))
  const word = asked ?? main
  return word === undefined ? null : { start: word.start, end: word.end }
}

interface Denial {
  readonly range: Range
  /** The concept that is denied. */
  readonly concept: string | null
  /** Whether it says that there was none. */
  readonly isNone: boolean
}

const auxiliaryBefore = /\b(?:did|does|do|was|were|is|are|be|been|has|have|had|will|would|could|can|should)\s+$/iu

/** A negation with the words it negates, up to the event. */
function denialIn(report: Claim): Denial | null {
  const [first] = report.content.negations
  if (first === undefined) return null
  const isNone = /^no$/iu.test(report.sentence.text.slice(first.start, first.end))
  const auxiliary = auxiliaryBefore.exec(report.sentence.text.slice(0, first.start))?.[0].length ?? 0
  const start = first.start - auxiliary
  const following = wordsOf(report.sentence).filter(({ start }) => start >= first.end)
  const told = following.slice(0, 4).find(({ folded }) => report.content.events.has(conceptOf(folded)))
  // "Denied that …": the denied content is in a clause after it.
  const isClause = /that$/iu.test(report.sentence.text.slice(first.start, first.end))
  const next = told ?? (isClause ? undefined : following[0])
  if (next === undefined) return { range: { start, end: first.end }, concept: null, isNone }
  return { range: { start, end: next.end }, concept: conceptOf(next.folded), isNone }
}

const shortStatement = 80

/** The counterpart of another report's negation: the event, or everything up to it if the other says that there was none. */
function affirmedIn(report: Claim, { concept, isNone }: Denial): Range {
  const { focus } = report
  const event = eventIn(report, concept)
  if (event === null) return focus
  return isNone && event.end - focus.start <= shortStatement ? { start: focus.start, end: event.end } : event
}

/** What one report negates and another affirms, or affirms the opposite of. */
export function negationDifferences(reports: readonly Claim[]): Difference[] {
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
