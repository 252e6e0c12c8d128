import { isNameVariant } from '../../text/names.ts'
import { opensWithNumber } from '../../text/opening.ts'
import type { Range } from '../../text/range.ts'
import { stopWords } from '../../text/stop-words.ts'
import { stem } from '../../text/terms.ts'
import { exactWords } from './exact-words.ts'
import { hasForce, isOfFigure, sameFigures } from './force.ts'

/** Two texts word by word: what each has that the other has not, the second only between the first and the last word shared. */
export interface Comparison {
  /** The share of the longer stretch's words that both have, 0 to 1. */
  readonly alike: number
  /** The shared words in the second text. */
  readonly matched: readonly Range[]
  readonly onlyLeft: readonly string[]
  readonly onlyRight: readonly string[]
  /** Whether they differ in nothing but spelling, the form of numbers, and words that change nothing. */
  readonly isNear: boolean
}

const maxWords = 120

// Words that a quotation may gain or lose without saying anything else: articles, "that", forms of "be", "have" and "do"
// beside a verb, and prepositions that a verb brings along.
const light = new Set(
  "a an the that this these those is are was were be been being am has have had do does did and also so very just then there of in on at it its 's".split(
    ' ',
  ),
)

interface Token extends Range {
  readonly folded: string
}

const contraction = /^(.+?)(n't|'ll|'re|'ve|'m)$/
const irregular: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', sha: 'shall' }
const expanded: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
}

/** The words of a text with contractions written out: "won't" as "will", "not". */
function tokensOf(text: string): readonly Token[] {
  return exactWords(text)
    .flatMap((word): Token[] => {
      const { start, end, folded } = word
      if (folded === 'cannot') return ['can', 'not'].map((part) => ({ start, end, folded: part }))
      const [, base, ending] = contraction.exec(folded) ?? []
      if (base === undefined || ending === undefined) return [word]
      return [irregular[base] ?? base, expanded[ending] ?? ending].map((part) => ({ start, end, folded: part }))
    })
    .slice(0, maxWords)
}

type Pair = readonly [left: number, right: number]

/** The longest row of words that both have in the same order, as pairs of indexes. */
function commonRow(left: readonly Token[], right: readonly Token[]): readonly Pair[] {
  const width = right.length + 1
  const longest = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const isSame = left[i]?.folded === right[j]?.folded
      longest[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length) {
    if (left[i]?.folded === right[j]?.folded) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** Whether two words are one in another spelling or form. */
function isSpelling(a: string, b: string): boolean {
  if (opensWithNumber(a) || opensWithNumber(b)) return false
  return isNameVariant(a, b) || stem(a) === stem(b)
}

/** What stands between two shared words, in one text and in the other. */
interface Gap {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
}

function gapsOf(left: readonly Token[], right: readonly Token[], pairs: readonly Pair[]): readonly Gap[] {
  // What the second text has before the first shared word and behind the last is no matter.
  const ends: readonly Pair[] = [[-1, (pairs[0]?.[1] ?? 0) - 1], ...pairs, [left.length, (pairs.at(-1)?.[1] ?? -1) + 1]]
  return ends.slice(1).map(([i, j], at) => {
    const [beforeI, beforeJ] = ends[at] ?? [-1, -1]
    return { left: left.slice(beforeI + 1, i), right: right.slice(beforeJ + 1, j) }
  })
}

/** Compares a text with another that may be longer. */
export function compareWords(leftText: string, rightText: string): Comparison {
  const [left, right] = [tokensOf(leftText), tokensOf(rightText)]
  const pairs = commonRow(left, right)
  const gaps = gapsOf(left, right, pairs)
  const [first, last] = [pairs[0]?.[1] ?? 0, pairs.at(-1)?.[1] ?? -1]
  const ofFigures = sameFigures(leftText, rightText.slice(right[first]?.start, right[last]?.end))
  const tells = (some: readonly Token[], others: readonly Token[]) =>
    some.some(
      ({ folded }) =>
        !light.has(folded) &&
        !others.some((other) => other.folded !== folded && isSpelling(folded, other.folded)) &&
        !(ofFigures && isOfFigure(folded)),
    )
  const shown = (text: string, some: readonly Token[]) => [
    ...new Set(some.map(({ start, end }) => text.slice(start, end))),
  ]
  const length = Math.max(left.length, last - first + 1)
  return {
    alike: length === 0 ? 0 : pairs.length / length,
    matched: pairs.flatMap(([, j]) => right[j] ?? []).map(({ start, end }) => ({ start, end })),
    onlyLeft: shown(
      leftText,
      gaps.flatMap((gap) => gap.left),
    ),
    onlyRight: shown(
      rightText,
      gaps.flatMap((gap) => gap.right),
    ),
    isNear: !gaps.some((gap) => tells(gap.left, gap.right) || tells(gap.right, gap.left)),
  }
}

/** The words of a text that another has in no form, those that only join others left out. */
export function wordsMissing(text: string, other: string): readonly string[] {
  const there = tokensOf(other)
  const ofFigures = sameFigures(text, other)
  const missing = tokensOf(text).filter(
    ({ folded }) =>
      (!stopWords.has(folded) || hasForce(folded)) &&
      !there.some((word) => word.folded === folded || isSpelling(word.folded, folded)) &&
      !(ofFigures && isOfFigure(folded)),
  )
  return [...new Set(missing.map(({ start, end }) => text.slice(start, end)))]
}
