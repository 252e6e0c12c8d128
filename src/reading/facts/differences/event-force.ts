import type { Token } from '../../alignment/token.ts'
import { keysOf } from '../../alignment/word-key.ts'
import { conceptOf } from '../lexicon/synonym-classes.ts'

const reach = 4

/** Words that make an event only possible. */
const doubts = keysOf('may might could possibly perhaps maybe allegedly')

/** An event in a text and the doubt before it, as token indexes. */
interface ToldEvent {
  readonly from: number
  readonly to: number
  readonly isDoubtful: boolean
}

/** The first occurrence of an event, or null. */
function toldEvent(tokens: readonly Token[], concept: string): ToldEvent | null {
  const at = tokens.findIndex(({ kind, folded }) => kind === 'word' && conceptOf(folded) === concept)
  if (at < 0) return null
  const from = Math.max(0, at - reach)
  const doubt = tokens.slice(from, at).findLastIndex(({ key }) => doubts.has(key))
  return doubt < 0 ? { from: at, to: at + 1, isDoubtful: false } : { from: from + doubt, to: at + 1, isDoubtful: true }
}

/** An event that one text states and the other presents as only possible, even if the wording differs; or null. */
export function doubtedEvent(
  left: readonly Token[],
  right: readonly Token[],
  events: Iterable<string>,
): { readonly left: ToldEvent; readonly right: ToldEvent } | null {
  for (const concept of events) {
    const [a, b] = [toldEvent(left, concept), toldEvent(right, concept)]
    if (a !== null && b !== null && a.isDoubtful !== b.isDoubtful) return { left: a, right: b }
  }
  return null
}
