import type { TokenView } from './token-view.ts'
import { wordClass } from './word-class.ts'

/** A stretch of tokens of a sentence, end exclusive. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/**
 * Where the content of a statement can be, seen from its cue: after it ("said that …"), before it ("…, Lima said"), on both
 * sides ("…, Lima said, …"), or a raised subject and what is said of it ("the law is expected to pass").
 */
export type Direction = 'after' | 'before' | 'around' | 'raised'

/** The first and the last tokens that each direction allows. */
export interface ContentBounds {
  /** For `after`: first tokens and ends, each first token with each later end. */
  readonly after: { readonly starts: readonly number[]; readonly ends: readonly number[] }
  readonly before: { readonly starts: readonly number[]; readonly ends: readonly number[] }
  /** The content of `around` goes from the sentence's first token to one of `ends`, and from one of `starts` to its last. */
  readonly around: {
    readonly first: number
    readonly ends: readonly number[]
    readonly starts: readonly number[]
    readonly last: number
  }
  readonly raised: { readonly starts: readonly number[]; readonly end: number; readonly ends: readonly number[] }
}

const { adverb, auxiliary, colon, comma, conjunction, dash, determiner, edge, mark, possessivePronoun } = wordClass
const { possessive, preposition, quote, relative, stop, that } = wordClass
const marks = comma | colon | stop | dash | mark
const clauseOpeners = conjunction | relative | preposition | that
const nounPhraseEdges =
  conjunction |
  that |
  relative |
  preposition |
  determiner |
  possessivePronoun |
  wordClass.verb |
  wordClass.speech |
  wordClass.judgement |
  auxiliary |
  marks

/** The farthest start of a content after its cue, in tokens: 99 in 100 of the annotated ones are nearer. */
const maxStart = 15
/** The farthest end of a content before its cue, in tokens. */
const maxGap = 13
const maxEnds = 30
const maxSubject = 10
const raisedEnds = 6

/** Conjunctions and prepositions that open an adverbial after a content, in addition to those of the word lists. */
const subordinators = new Set(
  'because as while after before if when although though since until unless whether than to'.split(' '),
)

export function contentBounds(view: TokenView, at: number): ContentBounds {
  const { from, to } = view
  let last = to
  while (last > at + 1 && (view.class(last - 1) & marks) !== 0) last--
  let first = from
  while (first < at && (view.class(first) & (marks | possessive)) !== 0) first++
  const starts: number[] = []
  for (let token = at + 1; token < Math.min(last, at + 1 + maxStart); token++)
    if (canOpen(view, token)) starts.push(token)
  const ends: number[] = []
  for (let end = at + 2; end <= last && ends.length < maxEnds; end++)
    if (end === last || endsClause(view, end)) ends.push(end)
  if (ends.at(-1) !== last && last > at + 1) ends.push(last)
  const beforeEnds: number[] = []
  for (let end = at; end > Math.max(first, at - maxGap); end--)
    if (canClose(view, end - 1) && (end === at || closesBefore(view, end))) beforeEnds.push(end)
  const beforeStarts: number[] = []
  for (let token = first; token < at; token++)
    if (
      canOpen(view, token) &&
      (token === first || (view.class(token - 1) & (marks | conjunction | that | relative)) !== 0)
    )
      beforeStarts.push(token)
  return {
    after: { starts, ends },
    before: { starts: beforeStarts.slice(-maxEnds), ends: beforeEnds },
    around: {
      first,
      ends: beforeEnds.filter((end) => view.class(end) === comma || view.class(end - 1) === quote),
      starts: starts.filter((token) => view.class(token) === quote || (view.class(token - 1) & (comma | quote)) !== 0),
      last,
    },
    raised: raised(view, at, ends),
  }
}

const canOpen = (view: TokenView, at: number): boolean => (view.class(at) & (marks | possessive | edge)) === 0
const canClose = canOpen

/** Whether a content before its cue can end before a token. */
const closesBefore = (view: TokenView, end: number): boolean =>
  view.class(end - 1) === quote || (view.class(end) & (marks | relative | conjunction | auxiliary | preposition)) !== 0

/** Whether a content can end before a token. */
function endsClause(view: TokenView, end: number): boolean {
  if (!canClose(view, end - 1)) return false
  const own = view.class(end)
  if ((own & (marks | clauseOpeners | quote)) !== 0 || view.class(end - 1) === quote) return true
  const token = view.frame.tokens[end]
  return token !== undefined && (subordinators.has(token.lower) || token.lower.endsWith('ing'))
}

function raised(view: TokenView, at: number, ends: readonly number[]): ContentBounds['raised'] {
  const { from } = view
  let end = at
  while (end > from && (view.class(end - 1) & (auxiliary | adverb)) !== 0) end--
  const starts: number[] = []
  for (let token = end - 1; token >= Math.max(from, end - maxSubject) && canOpenOrComma(view, token); token--) {
    const isEdge = token === from || (view.class(token - 1) & nounPhraseEdges) !== 0
    if (canOpen(view, token) && (isEdge || (view.class(token) & (determiner | possessivePronoun)) !== 0))
      starts.push(token)
  }
  return { starts, end, ends: ends.slice(-raisedEnds) }
}

const canOpenOrComma = (view: TokenView, at: number): boolean =>
  canOpen(view, at) || (view.class(at) & (comma | dash | possessive)) !== 0
