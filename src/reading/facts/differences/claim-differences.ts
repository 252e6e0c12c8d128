import { overlaps, type Range } from '../../../language/text/range.ts'
import { isSlip } from '../../../language/tokens/slip.ts'
import type { Gap, Span } from '../../alignment/align.ts'
import { forceOf } from '../../alignment/claim-force.ts'
import type { WordingComparison, WordingDifference } from '../../alignment/compare-wording.ts'
import { isReportingVerb, significant } from '../../alignment/harmless.ts'
import { mayBeOtherWord } from '../../alignment/other-word.ts'
import type { Token } from '../../alignment/token.ts'
import { isClosedWord, keysOf } from '../../alignment/word-key.ts'
import { compareReports, inSentence } from '../compare/compare-reports.ts'
import type { Claim } from '../extract/claim.ts'
import { type Difference, differenceOf } from './difference.ts'
import { doubtedEvent } from './event-force.ts'
import { inContext } from './in-context.ts'
import { swapsRoles } from './role-swap.ts'

/** At or above this similarity the wording is alike: a negation, doubt or condition in one applies to what both say. */
const minAlike = 0.6
/** At or above this similarity they differ in a word or two: any different word is a different claim. */
const minCopy = 0.75

// Function words that change the claim when replaced. Source: the prepositions of time and direction, and the quantifiers, of
// Quirk et al., A Comprehensive Grammar of the English Language (1985), 5.10-25 and 9.15-45.
const telling = keysOf(`
before after since until till by from to for against over under above below into onto out off every each all some any both most
many few several another one`)

const points = keysOf('point points')

interface Sides {
  readonly left: Claim
  readonly right: Claim
}

const content = (tokens: readonly Token[], span: Span) =>
  significant(tokens, span).filter(({ kind, folded }) => kind !== 'word' || !isClosedWord(folded))

/** Whether two texts have the same content words in any order. */
function haveSameWords({ left, right }: WordingComparison): boolean {
  const keys = (tokens: readonly Token[]) =>
    content(tokens, { from: 0, to: tokens.length })
      .map(({ key }) => key)
      .sort()
      .join(' ')
  return keys(left) === keys(right)
}

/** Whether both sides of a difference name things and no word of one may be a synonym of a word of the other. */
function isAnotherThing({ left, right }: WordingComparison, gap: WordingDifference): boolean {
  const [mine, others] = [content(left, gap.left), content(right, gap.right)]
  if (mine.length === 0 || others.length === 0) return false
  return !mine.some((a) => others.some((b) => isSlip(a.folded, b.folded) || mayBeOtherWord(a.folded, b.folded)))
}

/** Whether both sides have function words that change the claim ("by June", "in June"). */
function isAnotherRelation({ left, right }: WordingComparison, gap: WordingDifference): boolean {
  const [mine, others] = [left.slice(gap.left.from, gap.left.to), right.slice(gap.right.from, gap.right.to)]
  const only = (some: readonly Token[], other: readonly Token[]) =>
    some.some(({ key }) => telling.has(key) && !other.some((token) => token.key === key))
  return mine.length > 0 && others.length > 0 && (only(mine, others) || only(others, mine))
}

/**
 * Whether one side has a negation, doubt or condition that the other lacks. In freely worded texts, such a word at a different
 * place is no difference; in near copies, a different word of that kind is one.
 */
function isOtherForce(comparison: WordingComparison, gap: WordingDifference, isCopy: boolean): boolean {
  const { left, right, differences } = comparison
  const forces = (tokens: readonly Token[], side: 'left' | 'right') =>
    (isCopy ? [gap] : differences)
      .flatMap((one) => tokens.slice(one[side].from, one[side].to))
      .filter(({ key }) => forceOf(key) === gap.kind)
  const [mine, others] = [forces(left, 'left'), forces(right, 'right')]
  if (mine.length === 0 || others.length === 0) return mine.length !== others.length
  return isCopy && !mine.some((a) => others.some((b) => mayBeOtherWord(a.folded, b.folded)))
}

/** Whether the texts differ only in the attribution, and may mean the same source. */
function isOneSource(comparison: WordingComparison, gap: WordingDifference, { left, right }: Sides): boolean {
  const mine = significant(comparison.left, gap.left)
  const others = significant(comparison.right, gap.right)
  const attributes = (tokens: readonly Token[], report: Claim) =>
    tokens.some(isReportingVerb) ||
    (tokens.length > 0 &&
      tokens.every((token) => report.content.attributed.some((range) => overlaps(range, inSentence(report, token)))))
  if (!attributes(mine, left) && !attributes(others, right)) return false
  const names = new Set(right.content.speakers.map(({ key }) => key))
  return mine.length === 0 || others.length === 0 || left.content.speakers.some(({ key }) => names.has(key))
}

/** Whether one extra word gives a shared figure a different unit ("3%", "3 percentage points"). */
function isOtherUnit({ left, right }: WordingComparison, gap: WordingDifference): boolean {
  const first = left[gap.left.from] ?? right[gap.right.from]
  const more = gap.left.from === gap.left.to ? right[gap.right.from] : first
  return left[gap.left.from - 1]?.kind === 'figure' && more !== undefined && points.has(more.key)
}

/** Whether a figure of a gap is in another gap of the other text: two figures are swapped ("2-1", "1-2"). */
function isFigureMoved({ left, right, differences }: WordingComparison, gap: WordingDifference): boolean {
  const figures = (side: 'left' | 'right', some: readonly WordingDifference[]) => {
    const tokens = side === 'left' ? left : right
    return some.flatMap((one) => tokens.slice(one[side].from, one[side].to)).filter(({ kind }) => kind === 'figure')
  }
  const moved = (side: 'left' | 'right', other: 'left' | 'right') =>
    figures(side, [gap]).some(({ key }) => figures(other, differences).some((figure) => figure.key === key))
  return moved('left', 'right') || moved('right', 'left')
}

/** The kind of difference to show, or null if the claim is the same, or if it is compared as a figure or a time. */
function shownKind(comparison: WordingComparison, gap: WordingDifference, isCopy: boolean): Difference['kind'] | null {
  const isOther = isCopy && (isAnotherThing(comparison, gap) || isAnotherRelation(comparison, gap))
  switch (gap.kind) {
    case 'opposite':
      return 'negation'
    case 'question':
      return 'wording'
    case 'negation':
      return isOtherForce(comparison, gap, isCopy) ? 'negation' : isOther ? 'wording' : null
    case 'modality':
    case 'condition':
      return isOther || isOtherForce(comparison, gap, isCopy) ? 'wording' : null
    case 'figure':
      return isOther || (isCopy && isFigureMoved(comparison, gap)) ? 'figure' : null
    case 'time':
      return isCopy && isAnotherRelation(comparison, gap) ? 'wording' : null
    case 'order':
      return isCopy ? 'wording' : null
    default:
      return isOther || (isCopy && isOtherUnit(comparison, gap)) ? 'wording' : null
  }
}

/** The range to show for a span of a report's tokens; the whole report if the span is empty. */
function shownRange(report: Claim, tokens: readonly Token[], span: Span, isInsertion: boolean): Range {
  const { sentence, focus } = report
  const range = inContext(sentence.text.slice(focus.start, focus.end), tokens, span, isInsertion)
  return range === null ? focus : inSentence(report, range)
}

function shown(
  { left, right }: Sides,
  kind: Difference['kind'],
  comparison: WordingComparison,
  gap: Gap,
): Difference[] {
  const isInsertion = gap.left.from === gap.left.to || gap.right.from === gap.right.to
  return differenceOf(kind, [
    { report: left, range: shownRange(left, comparison.left, gap.left, isInsertion) },
    { report: right, range: shownRange(right, comparison.right, gap.right, isInsertion) },
  ])
}

/**
 * Where two reports of one fact make different claims: negation, doubt, condition, unit, a different thing in the same place,
 * swapped roles.
 */
export function claimDifferences(left: Claim, right: Claim): Difference[] {
  const sides = { left, right }
  const comparison = compareReports(left, right)
  if (comparison.differences.length === 0) return []
  if (swapsRoles(comparison.left, comparison.right)) {
    return differenceOf('wording', [
      { report: left, range: left.focus },
      { report: right, range: right.focus },
    ])
  }
  const isCopy = comparison.alike >= minCopy || haveSameWords(comparison)
  if (comparison.alike >= minAlike || isCopy) {
    return comparison.differences.flatMap((gap) => {
      const kind = shownKind(comparison, gap, isCopy)
      return kind === null || isOneSource(comparison, gap, sides) ? [] : shown(sides, kind, comparison, gap)
    })
  }
  const event = doubtedEvent(comparison.left, comparison.right, left.content.events)
  return event === null ? [] : shown(sides, 'wording', comparison, event)
}
