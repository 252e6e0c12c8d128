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

/** From here on two sentences are worded alike: what denies, doubts or conditions one of them does so for what both say. */
const minAlike = 0.6
/** From here on they are one but for a word or two: whatever other word it is, it is another thing. */
const minCopy = 0.75

// Function words of which another one makes another claim. Source: the prepositions of time and direction, and the quantifiers,
// of Quirk et al., A Comprehensive Grammar of the English Language (1985), 5.10-25 and 9.15-45.
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

/** Whether two texts have the same words that say something, in whatever order. */
function haveSameWords({ left, right }: WordingComparison): boolean {
  const keys = (tokens: readonly Token[]) =>
    content(tokens, { from: 0, to: tokens.length })
      .map(({ key }) => key)
      .sort()
      .join(' ')
  return keys(left) === keys(right)
}

/** Whether both sides of a difference name things, and no word of one may be another writer's for one of the other. */
function isAnotherThing({ left, right }: WordingComparison, gap: WordingDifference): boolean {
  const [mine, others] = [content(left, gap.left), content(right, gap.right)]
  if (mine.length === 0 || others.length === 0) return false
  return !mine.some((a) => others.some((b) => isSlip(a.folded, b.folded) || mayBeOtherWord(a.folded, b.folded)))
}

/** Whether both sides have function words, of which one makes another claim of it ("by June", "in June"). */
function isAnotherRelation({ left, right }: WordingComparison, gap: WordingDifference): boolean {
  const [mine, others] = [left.slice(gap.left.from, gap.left.to), right.slice(gap.right.from, gap.right.to)]
  const only = (some: readonly Token[], other: readonly Token[]) =>
    some.some(({ key }) => telling.has(key) && !other.some((token) => token.key === key))
  return mine.length > 0 && others.length > 0 && (only(mine, others) || only(others, mine))
}

/**
 * Whether one side denies, doubts or conditions what the other does not. Where the two are worded freely, a word of that kind at
 * another place is no difference; where they are one but for that word, another word of that kind is one.
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

/** Whether all that differs is how, or whether, the two say who says it, and they may mean the same source. */
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

/** Whether one side gives a figure that both have in another unit by a word more ("3%", "3 percentage points"). */
function isOtherUnit({ left, right }: WordingComparison, gap: WordingDifference): boolean {
  const first = left[gap.left.from] ?? right[gap.right.from]
  const more = gap.left.from === gap.left.to ? right[gap.right.from] : first
  return left[gap.left.from - 1]?.kind === 'figure' && more !== undefined && points.has(more.key)
}

/** Whether a figure of a gap is in another gap of the other text: two figures have changed places ("2-1", "1-2"). */
function isFigureMoved({ left, right, differences }: WordingComparison, gap: WordingDifference): boolean {
  const figures = (side: 'left' | 'right', some: readonly WordingDifference[]) => {
    const tokens = side === 'left' ? left : right
    return some.flatMap((one) => tokens.slice(one[side].from, one[side].to)).filter(({ kind }) => kind === 'figure')
  }
  const moved = (side: 'left' | 'right', other: 'left' | 'right') =>
    figures(side, [gap]).some(({ key }) => figures(other, differences).some((figure) => figure.key === key))
  return moved('left', 'right') || moved('right', 'left')
}

/** The kind under which a difference is shown, or null if it makes no other claim, or is compared as a figure or a time. */
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

/** A span of the tokens of a report as it is shown; all of the report where nothing of it is there. */
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
 * Where two reports of one fact claim another thing: what one denies, doubts or conditions, another unit, another thing in the
 * same place, who does it to whom.
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
