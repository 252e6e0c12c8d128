import type { Span } from './align.ts'
import { forceOf } from './claim-force.ts'
import { isParticiple, isReportingVerb, significant } from './harmless.ts'
import { isSameToken, type Token } from './token.ts'
import { keysOf } from './word-key.ts'

const relatives = keysOf('who whom whose which where')
const openers = keysOf('a an the its his her their our my one and as after following since while because')
/** Participles that introduce a condition or an exception. */
const conditional = keysOf('provided providing assuming supposing granted barring excluding pending failing')
const listed = new Set(['and', 'or'])

/** Whether tokens have no negation, condition or doubt about the rest; a relative clause may be about the future. */
function isForceless(stretch: readonly Token[]): boolean {
  const isRelative = relatives.has(stretch[0]?.key ?? '')
  return stretch.every(({ key }) => {
    const force = forceOf(key)
    return force === null || (isRelative && force === 'modality')
  })
}

/** Whether a leading span only attributes the rest: "The mayor said that". */
function isLeadingAttribution(tokens: readonly Token[], { from, to }: Span): boolean {
  const last = tokens[to - 1]
  const verb = last?.key === 'that' ? tokens[to - 2] : last
  return from === 0 && verb !== undefined && isReportingVerb(verb)
}

/**
 * Whether a span is a clause that could be left out: set off by punctuation, and a relative clause, a participle, an apposition,
 * a further clause, or an attribution.
 */
export function isAddedClause(tokens: readonly Token[], span: Span): boolean {
  const { from, to } = span
  const stretch = tokens.slice(from, to)
  const [first, next] = [stretch[0], tokens[to]]
  if (first === undefined || !isForceless(stretch)) return false
  if (isLeadingAttribution(tokens, span)) return true
  const isSetOff = (from === 0 || first.isAfterBreak) && (next === undefined || next.isAfterBreak)
  // "…, the loan, and the plan": another item of a list.
  if (!isSetOff || (from === 0 && next === undefined) || (next !== undefined && listed.has(next.key))) return false
  if (stretch.some(isReportingVerb)) return true
  if (conditional.has(first.key)) return false
  return relatives.has(first.key) || openers.has(first.key) || first.isName || isParticiple(first)
}

const maxSpeakerTokens = 6

/** Whether verb and speaker are in opposite order on the two sides ("said the mayor", "the mayor said"). */
function isInverted(before: readonly Token[], at: number, behind: readonly Token[], other: number): boolean {
  const isEnd = (tokens: readonly Token[], end: number) => tokens[end] === undefined || tokens[end].isAfterBreak
  for (let length = 1; length <= maxSpeakerTokens; length++) {
    const [named, again] = [before.slice(at + 1, at + 1 + length), behind.slice(Math.max(0, other - length), other)]
    const isSame =
      named.length === again.length && named.every((token, n) => again[n] !== undefined && isSameToken(token, again[n]))
    if (!isSame || before[at]?.isAfterBreak !== true || again[0]?.isAfterBreak !== true) continue
    if (isEnd(before, at + 1 + length) && isEnd(behind, other + 1)) return true
  }
  return false
}

const maxApposition = 8

/**
 * Whether a name comes before its description ("Nordlys, the ferry company,") in one and after it in the other ("the ferry
 * company Nordlys").
 */
function isTurnedRound(before: readonly Token[], span: Span, behind: readonly Token[], other: Span): boolean {
  if (!before.slice(span.from, span.to).every(({ capital }) => capital) || before[span.to]?.isAfterBreak !== true)
    return false
  for (let length = 1; length <= Math.min(maxApposition, other.from); length++) {
    const called = before.slice(span.to, span.to + length)
    const again = behind.slice(other.from - length, other.from)
    const isSame = called.every((token, n) => again[n] !== undefined && isSameToken(token, again[n]))
    if (isSame && called.length === length && before[span.to + length]?.isAfterBreak === true) return true
  }
  return false
}

/** Whether two spans are the same movable phrase: a time, a name in apposition, or an attribution. */
export function isMovable(left: readonly Token[], span: Span, right: readonly Token[], other: Span): boolean {
  const [mine, others] = [significant(left, span), significant(right, other)]
  if (mine.length === 0 || mine.length !== others.length) return false
  const isEqual = mine.every((token, at) => {
    const twin = others[at]
    return twin !== undefined && isSameToken(token, twin)
  })
  if (!isEqual) return false
  const [only] = mine
  if (mine.length === 1 && only !== undefined && isReportingVerb(only)) {
    const [at, twin] = [left.indexOf(only), others[0] === undefined ? -1 : right.indexOf(others[0])]
    if (isInverted(left, at, right, twin) || isInverted(right, twin, left, at)) return true
  }
  if (isTurnedRound(left, span, right, other) || isTurnedRound(right, other, left, span)) return true
  const isEdge = ({ length }: readonly Token[], { from, to }: Span) => from === 0 || to === length
  if (!isEdge(left, span) || !isEdge(right, other)) return false
  if (mine.some(isReportingVerb)) return isForceless(mine)
  // Next to a reporting verb it is unclear whether the time belongs to the reported event.
  return mine.every(({ kind }) => kind === 'time') && ![...left, ...right].some(isReportingVerb)
}
