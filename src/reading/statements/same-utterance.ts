import { asSentence } from '../../language/analysis/sentence.ts'
import type { Span } from '../alignment/align.ts'
import { forceOf } from '../alignment/claim-force.ts'
import {
  compareWording,
  isSameWording,
  type Wording,
  type WordingComparison,
  type WordingDifference,
} from '../alignment/compare-wording.ts'
import { significant } from '../alignment/harmless.ts'
import { mayBeOtherWord } from '../alignment/other-word.ts'
import type { Token } from '../alignment/token.ts'
import { tokensOf } from '../alignment/tokens.ts'
import { isClosedWord, keysOf } from '../alignment/word-key.ts'
import type { Utterance } from './utterances.ts'

// Words that make a clause a condition of another, and words that only join the two.
const conditions = keysOf('if unless until till except only lest whether pending assuming')
const joiners = keysOf('and but though although so because yet or nor now then')

/** How many tokens before a quotation can negate it ("vowed never to “raise the fares”"). */
const reach = 6
/** Wordings that share less may be two translations; if they share more, a different word is a different claim. */
const maxTranslated = 0.5

/** A quotation prepared for comparison. Keep the object: results are cached per object. */
export interface Said extends Wording {
  /** Whether it starts mid-sentence, so that the words before it can negate it. */
  readonly isFragment: boolean
  readonly isDeniedBefore: boolean
}

/** Prepares a quotation for comparison. Its relative times are not resolved because the day it was spoken is unknown. */
export function said({ content: { start, text }, around, paragraph }: Utterance): Said {
  const isFragment = /^\p{Ll}/u.test(text)
  const before = isFragment ? tokensOf(asSentence(paragraph.text.slice(around.start, start)), null).slice(-reach) : []
  return {
    text,
    date: null,
    isFragment,
    isDeniedBefore: before.some(({ key }) => forceOf(key) === 'negation'),
  }
}

/** Whether two quotations have the same words, and neither one alone is negated by the words before it. */
export function isSameQuotation(a: Said, b: Said): boolean {
  return a.isDeniedBefore === b.isDeniedBefore && isSameWording(a, b)
}

const content = (tokens: readonly Token[], span: Span) =>
  significant(tokens, span).filter(({ folded }) => !isClosedWord(folded))

/** The rest of a leading span after its last complete clause: "I turned on the lights, and now I am" becomes "I am". */
function headless(stretch: readonly Token[], next: Token | undefined): readonly Token[] {
  if (next?.isAfterBreak === true) return []
  const at = stretch.findLastIndex(({ isAfterBreak }) => isAfterBreak)
  return at <= 0 ? stretch : stretch.slice(at)
}

/** Whether leading words of the longer excerpt do not change the meaning of the rest. */
function isHead(stretch: readonly Token[], next: Token | undefined, shorter: Said): boolean {
  if (stretch.some(({ key }) => conditions.has(key))) return false
  const forces = headless(stretch, next).map(({ key }) => forceOf(key))
  return forces.includes('negation') === shorter.isDeniedBefore && (shorter.isFragment || !forces.includes('modality'))
}

/** The same for trailing words: an unconditional clause, or words without force. */
function isTail(stretch: readonly Token[]): boolean {
  const [first, second] = stretch
  if (first === undefined || stretch.some(({ key }) => conditions.has(key))) return false
  const isClause = first.isAfterBreak || joiners.has(first.key)
  const denies = first.key === 'not' || (joiners.has(first.key) && second?.key === 'not')
  return isClause ? !denies : stretch.every(({ key }) => forceOf(key) === null)
}

/** Whether a difference is only that one of two excerpts begins earlier or ends later. */
function isExcerpt({ left, right }: WordingComparison, gap: WordingDifference, a: Said, b: Said): boolean {
  const onlyJoins = (tokens: readonly Token[]) => tokens.every(({ key }) => joiners.has(key))
  const [mine, others] = [left.slice(gap.left.from, gap.left.to), right.slice(gap.right.from, gap.right.to)]
  const isLeftLonger = onlyJoins(others)
  if (!isLeftLonger && !onlyJoins(mine)) return false
  const [stretch, next, shorter] = isLeftLonger ? [mine, left[gap.left.to], b] : [others, right[gap.right.to], a]
  if (gap.left.from === 0 && gap.right.from === 0) return isHead(stretch, next, shorter)
  return gap.left.to === left.length && gap.right.to === right.length && isTail(stretch)
}

const persons = keysOf('i we you he she it they me us him her them my our your his their mine ours yours theirs')

/** Whether the two are about different persons ("we", "they"). */
function isOtherPerson([a, ...more]: readonly Token[], [b, ...others]: readonly Token[]): boolean {
  return (
    a !== undefined && b !== undefined && more.length + others.length === 0 && persons.has(a.key) && persons.has(b.key)
  )
}

/** Whether a difference makes two quotations different statements, however similar they are. */
function parts(comparison: WordingComparison, gap: WordingDifference): boolean {
  const { left, right, alike } = comparison
  const [mine, others] = [content(left, gap.left), content(right, gap.right)]
  if (gap.kind === 'order') return false
  if (isOtherPerson(left.slice(gap.left.from, gap.left.to), right.slice(gap.right.from, gap.right.to))) return true
  if (gap.kind === 'name') return mine.some(({ isName }) => isName) && others.some(({ isName }) => isName)
  if (gap.kind !== 'word') return true
  const [a, b] = [mine[0], others[0]]
  const isOneWord = mine.length === 1 && others.length === 1
  return (
    isOneWord && alike >= maxTranslated && a !== undefined && b !== undefined && !mayBeOtherWord(a.folded, b.folded)
  )
}

// A report gives another person's words later: "we will" becomes "they would".
const backshifted = new Map([
  ['would', 'will'],
  ['could', 'can'],
  ['might', 'may'],
])

/** Whether a difference is more than the shift of persons and tenses between someone's words and a report of them. */
function isBeyondReport({ left, right }: WordingComparison, gap: WordingDifference): boolean {
  const [mine, others] = [content(left, gap.left), content(right, gap.right)]
  switch (gap.kind) {
    case 'word':
    case 'order':
      return false
    case 'name':
      return mine.some(({ isName }) => isName) && others.some(({ isName }) => isName)
    case 'modality': {
      const modals = (span: Span, tokens: readonly Token[]) =>
        tokens
          .slice(span.from, span.to)
          .filter(({ key }) => forceOf(key) !== null)
          .map(({ key }) => backshifted.get(key) ?? key)
          .join(' ')
      return modals(gap.left, left) !== modals(gap.right, right)
    }
    default:
      return true
  }
}

/**
 * Whether a report may be of the same statement as a quotation or another report: they do not differ in a negation, an opposite, a
 * figure, a day, a condition, a name, or in a modal other than by the shift of tenses ("will", "would").
 */
export function mayBeReport(a: Said, b: Said): boolean {
  if (a.isDeniedBefore !== b.isDeniedBefore) return false
  const comparison = compareWording(a, b)
  return comparison.differences.every((difference) => !isBeyondReport(comparison, difference))
}

/**
 * Whether two quotations that share most of their words may be one utterance in two wordings: another translation, a longer and a
 * shorter excerpt. False if they differ in a negation, a modal, a condition, a figure, a day, a name, or in one word that changes
 * the claim.
 */
export function mayBeOneUtterance(a: Said, b: Said): boolean {
  const comparison = compareWording(a, b)
  const isFromStart = !comparison.differences.some(({ left, right }) => left.from === 0 && right.from === 0)
  if (isFromStart && a.isDeniedBefore !== b.isDeniedBefore) return false
  return comparison.differences.every(
    (difference) => isExcerpt(comparison, difference, a, b) || !parts(comparison, difference),
  )
}
