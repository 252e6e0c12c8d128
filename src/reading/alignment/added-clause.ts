import type { Span } from './align.ts'
import { forceOf } from './claim-force.ts'
import { isParticiple, isReportingVerb, significant } from './harmless.ts'
import { isSameToken, type Token } from './token.ts'
import { keysOf } from './word-key.ts'

const relatives = keysOf('who whom whose which where')
const openers = keysOf('a an the its his her their our my one and as after following since while because')
/** Participles that make a condition or an exception of what follows. */
const conditional = keysOf('provided providing assuming supposing granted barring excluding pending failing')
const listed = new Set(['and', 'or'])

/** Whether a stretch claims nothing of the rest: no denial, no condition, no doubt; a relative clause may tell what will be. */
function isForceless(stretch: readonly Token[]): boolean {
  const isRelative = relatives.has(stretch[0]?.key ?? '')
  return stretch.every(({ key }) => {
    const force = forceOf(key)
    return force === null || (isRelative && force === 'modality')
  })
}

/** Whether a stretch at the very beginning only says who says the rest: "The mayor said that". */
function isLeadingAttribution(tokens: readonly Token[], { from, to }: Span): boolean {
  const last = tokens[to - 1]
  const verb = last?.key === 'that' ? tokens[to - 2] : last
  return from === 0 && verb !== undefined && isReportingVerb(verb)
}

/**
 * Whether a stretch of a sentence is a clause that could be left out: set off by marks of punctuation, and a relative clause, a
 * participle, an apposition, a further clause, or what attributes the rest to someone.
 */
export function isAddedClause(tokens: readonly Token[], span: Span): boolean {
  const { from, to } = span
  const stretch = tokens.slice(from, to)
  const [first, next] = [stretch[0], tokens[to]]
  if (first === undefined || !isForceless(stretch)) return false
  if (isLeadingAttribution(tokens, span)) return true
  const isSetOff = (from === 0 || first.isAfterBreak) && (next === undefined || next.isAfterBreak)
  // "…, the loan, and the plan": one more of a list.
  if (!isSetOff || (from === 0 && next === undefined) || (next !== undefined && listed.has(next.key))) return false
  if (stretch.some(isReportingVerb)) return true
  if (conditional.has(first.key)) return false
  return relatives.has(first.key) || openers.has(first.key) || first.isName || isParticiple(first)
}

const maxSpeakerTokens = 6

/** Whether a verb of saying before the speaker on one side is that after the speaker on the other ("said the mayor", "the mayor said"). */
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

/** Whether a name in front of what it is ("Nordlys, the ferry company,") comes after it in the other ("the ferry company Nordlys"). */
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

/** Whether two stretches are one that may be at either place: a time, a name in apposition, or what attributes the rest to someone. */
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
  // With a verb of saying it is not clear whether the time is that of what is said.
  return mine.every(({ kind }) => kind === 'time') && ![...left, ...right].some(isReportingVerb)
}
