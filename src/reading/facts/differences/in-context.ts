import { opensWithNumber } from '../../../language/sentences/opening.ts'
import type { Range } from '../../../language/text/range.ts'
import { stopWords } from '../../../language/tokens/stop-words.ts'
import type { Span } from '../../alignment/align.ts'

interface Placed extends Range {
  readonly folded: string
}

const maxContext = 3
// A noun phrase continues after these.
const joining = new Set(['and', 'or'])

/** The range of a span of words plus enough context to understand it; null if it is empty. */
export function inContext(
  text: string,
  all: readonly Placed[],
  { from, to }: Span,
  isInsertion: boolean,
): Range | null {
  let [first, last] = [from, to - 1]
  const touches = (at: number) => /^[\s-]*$/u.test(text.slice(all[at]?.end ?? 0, all[at + 1]?.start ?? 0))
  const before = all[first - 1]
  const isPart = isInsertion || opensWithNumber(before?.folded ?? '') || !stopWords.has(before?.folded ?? '')
  if (before !== undefined && touches(first - 1) && isPart) first--
  for (let more = 0; more < maxContext; more++) {
    const next = all[last + 1]
    if (next === undefined || (last >= 0 && !touches(last))) break
    if (stopWords.has(next.folded) && !(joining.has(next.folded) && all[last + 2] !== undefined && touches(last + 1)))
      break
    last++
  }
  const [start, end] = [all[first]?.start, all[Math.max(first, last)]?.end]
  return start === undefined || end === undefined ? null : { start, end }
}
