import { isNameVariant } from '../../language/names/names.ts'
import { opensWithNumber } from '../../language/sentences/opening.ts'
import type { Range } from '../../language/text/range.ts'
import { stopWords } from '../../language/tokens/stop-words.ts'
import { stem } from '../../language/tokens/terms.ts'
import { compareWording } from '../../reading/alignment/compare-wording.ts'
import { significant } from '../../reading/alignment/harmless.ts'
import { exactWords } from '../answer/exact-words.ts'
import { hasFigures, hasForce, isOfFigure, sameFigures } from './says-otherwise.ts'

/**
 * Two texts compared word by word: the words that only one of them has. In the second text, only those between the first and the last
 * shared word count.
 */
export interface Comparison {
  /** The share of the longer span's words that both have, 0 to 1. */
  readonly alike: number
  /** The shared words in the second text. */
  readonly matched: readonly Range[]
  readonly onlyLeft: readonly string[]
  readonly onlyRight: readonly string[]
  /** Content words that only the first text has, in any form, and those that only the second has between the shared words. */
  missingRight(): readonly string[]
  missingLeft(): readonly string[]
  /** Whether they differ only in spelling, the form of numbers, and words that do not change the meaning. */
  readonly isNear: boolean
}

const maxWords = 120

// Who a sentence is about. No other function word changes that.
const persons = new Set('i me my we us our you your he him his she her they them their'.split(' '))

interface Token extends Range {
  readonly folded: string
}

const contraction = /^(.+?)(n't|'ll|'re|'ve|'m|'d)$/
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

// Contractions of more than one word.
const shortFor: Readonly<Record<string, readonly string[]>> = { "'s": ['is', 'has'], "'d": ['would', 'had'] }

function isSameWord(a: string, b: string): boolean {
  return a === b || (shortFor[a] ?? []).includes(b) || (shortFor[b] ?? []).includes(a)
}

type Pair = readonly [left: number, right: number]

/** The longest common subsequence of words, as pairs of indexes. */
function commonRow(left: readonly Token[], right: readonly Token[]): readonly Pair[] {
  const width = right.length + 1
  const longest = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const isSame = isSameWord(left[i]?.folded ?? '', right[j]?.folded ?? '')
      longest[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length) {
    if (isSameWord(left[i]?.folded ?? '', right[j]?.folded ?? '')) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** Whether two words are spellings or forms of the same word. */
function isSpelling(a: string, b: string): boolean {
  if (opensWithNumber(a) || opensWithNumber(b)) return false
  return isNameVariant(a, b) || stem(a) === stem(b)
}

/** The words between two shared words, in one text and in the other. */
interface Gap {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
}

function gapsOf(left: readonly Token[], right: readonly Token[], pairs: readonly Pair[]): readonly Gap[] {
  // Words of the second text before the first shared word and after the last one do not matter.
  const ends: readonly Pair[] = [[-1, (pairs[0]?.[1] ?? 0) - 1], ...pairs, [left.length, (pairs.at(-1)?.[1] ?? -1) + 1]]
  return ends.slice(1).map(([i, j], at) => {
    const [beforeI, beforeJ] = ends[at] ?? [-1, -1]
    return { left: left.slice(beforeI + 1, i), right: right.slice(beforeJ + 1, j) }
  })
}

/** Whether a word is a content word that is not in a text in any form. */
function isMissing({ folded }: Token, there: readonly Token[], ofFigures: boolean): boolean {
  if (stopWords.has(folded) && !hasForce(folded) && !persons.has(folded)) return false
  if (folded in shortFor || (ofFigures && isOfFigure(folded))) return false
  return !there.some((word) => isSameWord(word.folded, folded) || isSpelling(word.folded, folded))
}

function shown(text: string, some: readonly Token[]): readonly string[] {
  return [...new Set(some.map(({ start, end }) => text.slice(start, end)))]
}

/**
 * Whether two texts make the same claim in the same words, possibly in other forms. The forms that differ are listed ("ally", "allies").
 */
function isNearly(leftText: string, rightText: string): boolean {
  const { left, right, differences, additions } = compareWording(
    { text: leftText, date: null },
    { text: rightText, date: null },
  )
  return (
    additions.length === 0 &&
    differences.every((gap) => {
      const [a, ...more] = significant(left, gap.left)
      const [b, ...others] = significant(right, gap.right)
      const isOne = a !== undefined && b !== undefined && more.length + others.length === 0
      return gap.kind === 'word' && isOne && stem(a.folded) === stem(b.folded)
    })
  )
}

/** Compares a text with another that may be longer. */
export function compareWords(leftText: string, rightText: string): Comparison {
  const [left, right] = [tokensOf(leftText), tokensOf(rightText)]
  const pairs = commonRow(left, right)
  const gaps = gapsOf(left, right, pairs)
  const [first, last] = [pairs[0]?.[1] ?? 0, pairs.at(-1)?.[1] ?? -1]
  const stretch = rightText.slice(right[first]?.start, right[last]?.end)
  const ofFigures = sameFigures(leftText, stretch)
  const [onlyLeft, onlyRight] = [gaps.flatMap((gap) => gap.left), gaps.flatMap((gap) => gap.right)]
  const length = Math.max(left.length, last - first + 1)
  return {
    alike: length === 0 ? 0 : pairs.length / length,
    matched: pairs.flatMap(([, j]) => right[j] ?? []).map(({ start, end }) => ({ start, end })),
    onlyLeft: shown(leftText, onlyLeft),
    onlyRight: shown(rightText, onlyRight),
    missingRight() {
      const hasAll = hasFigures(rightText, leftText)
      return shown(
        leftText,
        left.filter((word) => isMissing(word, right, hasAll)),
      )
    },
    missingLeft: () =>
      shown(
        rightText,
        onlyRight.filter((word) => isMissing(word, left, ofFigures)),
      ),
    isNear: isNearly(leftText, stretch),
  }
}
