import { asSentence, type Sentence } from '../../language/analysis/sentence.ts'
import { stem } from '../../language/tokens/terms.ts'
import { antonyms } from '../../language/vocabulary/related-words.ts'
import { oncePerKey, oncePerObject } from '../../resources/once-per-key.ts'
import { isAddedClause, isMovable } from './added-clause.ts'
import { align, type Gap, type Span } from './align.ts'
import { type Force, forceOf } from './claim-force.ts'
import { areOtherPlaces, completesName, isReportingVerb, significant } from './harmless.ts'
import { isSameToken, type Token } from './token.ts'
import { tokensOf } from './tokens.ts'
import { keysOf } from './word-key.ts'

/** A text with the ISO date that its relative times refer to, or null if unknown. */
export interface Wording {
  readonly text: string
  readonly date: string | null
  /** The text as an analysed sentence, if it is one. */
  readonly sentence?: Sentence
}

/** A point where two texts differ in meaning, as spans of their tokens. */
export interface WordingDifference extends Gap {
  readonly kind: Force | 'figure' | 'time' | 'name' | 'opposite' | 'word' | 'order' | 'question'
}

/** A clause that only one text has and that does not change what both say. The other text's span is empty. */
export interface Addition extends Gap {
  readonly side: 'left' | 'right'
  /** Whether it contains a figure, a time or a name. */
  readonly isDiscriminative: boolean
}

/** Two aligned texts and their differences in meaning. */
export interface WordingComparison {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
  /** The share of the longer text's tokens that both have in the same order, 0 to 1. */
  readonly alike: number
  readonly differences: readonly WordingDifference[]
  readonly additions: readonly Addition[]
}

const negativePrefix = /^(?:un|in|im|il|ir|dis|non|mis)(?=..)/u

function areOpposite({ folded: a }: Token, { folded: b }: Token): boolean {
  if (a === b) return false
  if (a.replace(negativePrefix, '') === b || b.replace(negativePrefix, '') === a) return true
  return antonyms(stem(a)).includes(stem(b))
}

const tells = ({ kind, isName }: Token) => kind !== 'word' || isName

/** The kind of a difference between the tokens of two texts. */
function kindOf(left: readonly Token[], right: readonly Token[], behindFigure: boolean): WordingDifference['kind'] {
  const only = (some: readonly Token[], others: readonly Token[]) =>
    some.filter(({ key }) => !others.some((other) => other.key === key))
  const [mine, others] = [only(left, right), only(right, left)]
  const all = [...mine, ...others]
  if (all.length === 0) return 'order'
  const forces = new Set(all.map(({ key }) => forceOf(key)))
  if (all[0] !== undefined && forceOf(all[0].key) === 'condition') return 'condition'
  if (forces.has('negation')) return 'negation'
  if (mine.some((a) => others.some((b) => areOpposite(a, b)))) return 'opposite'
  if (behindFigure || all.some(({ kind }) => kind === 'figure' || kind === 'sign')) return 'figure'
  if (forces.has('modality')) return 'modality'
  if (forces.has('condition')) return 'condition'
  if (all.some(({ kind }) => kind === 'time')) return 'time'
  return all.some(({ isName }) => isName) ? 'name' : 'word'
}

const isQuestion = (text: string): boolean => /\?["'\u2019\u201d)\s]*$/u.test(text)

/** Equivalent spans shifted left, as far as the tokens repeat: an added clause begins at its comma. */
function* shifted(tokens: readonly Token[], span: Span): Generator<Span> {
  yield span
  for (let { from, to } = span; from > 0; from--, to--) {
    const [before, last] = [tokens[from - 1], tokens[to - 1]]
    if (before === undefined || last === undefined || !isSameToken(before, last)) return
    yield { from: from - 1, to: to - 1 }
  }
}

interface Sides {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
}

/** A one-sided gap as an added clause, or null. */
function additionIn({ left, right }: Sides, gap: Gap, side: Addition['side']): Addition | null {
  const tokens = side === 'left' ? left : right
  for (const span of shifted(tokens, gap[side])) {
    if (!isAddedClause(tokens, span)) continue
    return { ...gap, [side]: span, side, isDiscriminative: tokens.slice(span.from, span.to).some(tells) }
  }
  return null
}

/** Whether tokens differ only in being written as one word or two ("cease-fire", "ceasefire"). */
function isWrittenTogether(left: readonly Token[], right: readonly Token[]): boolean {
  const together = (tokens: readonly Token[]) => tokens.map(({ folded }) => folded).join('')
  return (
    [...left, ...right].every(({ kind }) => kind === 'word') &&
    together(left) !== '' &&
    together(left) === together(right)
  )
}

const relatives = keysOf('that which who whom')
const isOne = ([token, ...others]: readonly Token[]) => others.length === 0 && token?.key === '1 count '
const isArticle = ([token, ...others]: readonly Token[]) => others.length === 0 && /^an?$/u.test(token?.key ?? '')
const isRelative = ([token, ...others]: readonly Token[]) => others.length === 0 && relatives.has(token?.key ?? '')

/** Whether both sides of a gap mean the same. */
function isHarmless(mine: readonly Token[], others: readonly Token[]): boolean {
  return (
    isWrittenTogether(mine, others) ||
    (isOne(mine) && isArticle(others)) ||
    (isOne(others) && isArticle(mine)) ||
    (isRelative(mine) && isRelative(others))
  )
}

interface GapReading {
  readonly differences: readonly WordingDifference[]
  readonly additions: readonly Addition[]
}

const nothing: GapReading = { differences: [], additions: [] }

function readGap(sides: Sides, gap: Gap): GapReading {
  const { left, right } = sides
  const [mine, others] = [left.slice(gap.left.from, gap.left.to), right.slice(gap.right.from, gap.right.to)]
  if (isHarmless(mine, others)) return nothing
  const [a, b] = [significant(left, gap.left), significant(right, gap.right)]
  if (a.length === 0 && b.length === 0) {
    const isOther = left[gap.left.to]?.isName === true && areOtherPlaces(mine, others)
    return isOther ? { differences: [{ ...gap, kind: 'word' }], additions: [] } : nothing
  }
  if (b.length === 0 && completesName(left, gap.left)) return nothing
  if (a.length === 0 && completesName(right, gap.right)) return nothing
  const added = [
    ...(a.length > 0 ? [additionIn(sides, gap, 'left')] : []),
    ...(b.length > 0 ? [additionIn(sides, gap, 'right')] : []),
  ]
  const additions = added.filter((addition) => addition !== null)
  if (additions.length === added.length) return { differences: [], additions }
  const behindFigure = left[gap.left.from - 1]?.kind === 'figure' && a[0]?.kind === 'word' && b[0]?.kind === 'word'
  return { differences: [{ ...gap, kind: kindOf(a, b, behindFigure) }], additions: [] }
}

const maxSpeakerTokens = 5

/** Whether a reporting verb and the speaker after it are set off from the rest: "The mayor, said the clerk, lied." */
function isSetOff(tokens: readonly Token[], at: number): boolean {
  const behind = tokens.slice(at + 1, at + 1 + maxSpeakerTokens)
  return tokens[at]?.isAfterBreak === true && behind.some(({ isAfterBreak }) => isAfterBreak)
}

/** Attributions that are set off in one text, but attribute the whole sentence in the other. */
function reportsElsewhere({ left, right }: Sides, gaps: readonly Gap[]): WordingDifference | null {
  let [i, j] = [0, 0]
  for (const gap of [...gaps, { left: { from: left.length, to: 0 }, right: { from: right.length, to: 0 } }]) {
    for (; i < gap.left.from; i++, j++) {
      const [a, b] = [left[i], right[j]]
      if (a === undefined || b === undefined || !isReportingVerb(a) || isSetOff(left, i) === isSetOff(right, j))
        continue
      return { kind: 'order', left: { from: i, to: i + 1 }, right: { from: j, to: j + 1 } }
    }
    i = gap.left.to
    j = gap.right.to
  }
  return null
}

/** The differences without phrases that only moved, if the move does not change the meaning. */
function withoutMoved(sides: Sides, found: readonly WordingDifference[], added: readonly Addition[]) {
  const isEmpty = ({ from, to }: Span) => from === to
  const ofLeft = [...found, ...added].filter(({ right }) => isEmpty(right))
  const ofRight = [...found, ...added].filter(({ left }) => isEmpty(left))
  const moved = new Set<Gap>()
  for (const one of ofLeft) {
    const other = ofRight.find((gap) => !moved.has(gap) && isMovable(sides.left, one.left, sides.right, gap.right))
    if (other !== undefined) moved.add(one).add(other)
  }
  return {
    differences: found.filter((gap) => !moved.has(gap)),
    additions: added.filter((gap) => !moved.has(gap)),
  }
}

/** The tokens of a wording with and without its date, cached because one text is compared with many. */
const tokensIn = oncePerObject(({ sentence, text }: Wording) =>
  oncePerKey((date: string | null): readonly Token[] => tokensOf(sentence ?? asSentence(text), date)),
)

/** A longer text, in UTF-16 units, is not a real sentence: it only equals an exact copy. */
const maxLength = 4_000
const nowhere = { from: 0, to: 0 }
const copy: WordingComparison = { left: [], right: [], alike: 1, differences: [], additions: [] }
const tooLong: WordingComparison = {
  ...copy,
  alike: 0,
  differences: [{ kind: 'word', left: nowhere, right: nowhere }],
}

/**
 * Aligns two texts word by word and finds where they differ in meaning. Copies, and texts of over 4,000 characters, are compared
 * as strings, without tokens.
 */
export function compareWording(one: Wording, other: Wording): WordingComparison {
  const isDated = one.date !== null && other.date !== null
  if (one.text === other.text && (!isDated || one.date === other.date)) return copy
  if (Math.max(one.text.length, other.text.length) > maxLength) return tooLong
  const left = tokensIn(one)(isDated ? one.date : null)
  const right = tokensIn(other)(isDated ? other.date : null)
  const sides = { left, right }
  const { gaps, shared } = align(left, right, isSameToken)
  const read = gaps.map((gap) => readGap(sides, gap))
  const differences = read.flatMap((gap) => gap.differences)
  const additions = read.flatMap((gap) => gap.additions)
  const elsewhere = reportsElsewhere(sides, gaps)
  if (elsewhere !== null) differences.push(elsewhere)
  if (isQuestion(one.text) !== isQuestion(other.text)) {
    const last = ({ length }: readonly Token[]) => ({ from: Math.max(0, length - 1), to: length })
    differences.push({ kind: 'question', left: last(left), right: last(right) })
  }
  const longest = Math.max(left.length, right.length)
  return {
    left,
    right,
    alike: longest === 0 ? 1 : shared / longest,
    ...withoutMoved(sides, differences, additions),
  }
}

/**
 * Whether `other` says what `shown` says, so that it may be cited for it: they differ only in spelling, number format, function
 * words without force, and added clauses; and `other` has every figure, time and name of `shown`.
 */
export function isSameStatement(shown: Wording, other: Wording): boolean {
  const { differences, additions } = compareWording(shown, other)
  return (
    differences.length === 0 && !additions.some(({ side, isDiscriminative }) => side === 'left' && isDiscriminative)
  )
}

/** Whether two texts have the same words apart from spelling, punctuation, number format, and function words without force. */
export function isSameWording(one: Wording, other: Wording): boolean {
  const { differences, additions } = compareWording(one, other)
  return differences.length === 0 && additions.length === 0
}
