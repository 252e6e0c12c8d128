import { isNameVariant, similarity } from '../../../language/names/names.ts'
import { opensWithNumber } from '../../../language/sentences/opening.ts'
import { overlaps, type Range } from '../../../language/text/range.ts'
import { stopWords } from '../../../language/tokens/stop-words.ts'
import { stem } from '../../../language/tokens/terms.ts'
import type { Word } from '../../../language/tokens/words.ts'
import { isFunctionWord } from '../../../language/vocabulary/function-words.ts'
import type { Gap } from '../../alignment/align.ts'
import { type Alignment, alignWords } from '../compare/align-words.ts'
import { compareReports, inSentence } from '../compare/compare-reports.ts'
import type { Claim } from '../extract/claim.ts'
import { isTitleWord } from '../extract/name-mentions.ts'
import { discourseWords, hedges, reportingVerbs } from '../lexicon/reporting-verbs.ts'
import { conceptOf, isEvent } from '../lexicon/synonym-classes.ts'
import { type Difference, differenceOf } from './difference.ts'
import { inContext } from './in-context.ts'

const minSimilarity = 0.6
const minQuotedSimilarity = 0.75
const maxGap = 3
const maxDifferences = 3
const slip = 0.9
const quoted = /[\u201c"]([^\u201c\u201d"]{8,})[\u201d"]/u

/** Whether two words are the same apart from a typo or a spelling variant, not an inflection. */
function isSpelling(a: string, b: string): boolean {
  if (isNameVariant(a, b)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long === `${short}s` || long === `${short}es`) return false
  return short.length > 4 && similarity(a, b) >= slip
}

/** Whether a word carries content and not just grammar. */
function tells(word: Word): boolean {
  const { folded } = word
  if (hedges.has(folded)) return true
  if (stopWords.has(folded) || isFunctionWord(folded) || discourseWords.has(folded) || reportingVerbs.has(folded))
    return false
  return !(word.capital && isTitleWord(word))
}

/** Whether two aligned words mean the same: another form of one concept, a typo, a name variant. */
function saysSame(a: Word, b: Word): boolean {
  if (isSpelling(a.folded, b.folded)) return true
  const isPlural = a.folded === `${b.folded}s` || b.folded === `${a.folded}s`
  if (isPlural) return /(?:ed|ing)s?$/u.test(a.folded)
  return conceptOf(a.folded) === conceptOf(b.folded) || stem(a.folded) === stem(b.folded)
}

interface Sides {
  readonly left: Claim
  readonly right: Claim
}

/**
 * Whether a replaced word qualifies what both have next ("northern", "southern"), or is another form of the same word. A
 * different verb or noun is just another writer's wording of the same fact.
 */
function isQualifier({ left }: Alignment, { left: { to } }: Gap, a: readonly Word[], b: readonly Word[]): boolean {
  const [first, second] = [a[0], b[0]]
  if (a.length > 1 || b.length > 1 || first === undefined || second === undefined) return false
  if (stem(first.folded) === stem(second.folded)) return true
  const next = left[to]
  return (
    next !== undefined &&
    tells(next) &&
    !opensWithNumber(next.text) &&
    !isEvent(first.folded) &&
    !isEvent(second.folded)
  )
}

/** Whether a gap is a difference in content, outside figures, times, names and attributions. */
function counts(alignment: Alignment, gap: Gap, sides: Sides, isQuoted: boolean): boolean {
  const { left, right } = alignment
  const mine = left.slice(gap.left.from, gap.left.to)
  const others = right.slice(gap.right.from, gap.right.to)
  if (Math.max(mine.length, others.length) > maxGap) return false
  const isElsewhere = (word: Word, { content }: Claim) =>
    content.times.some((time) => overlaps(time, word)) ||
    content.figures.some((figure) => overlaps(figure, word)) ||
    (!isQuoted &&
      (content.names.some((name) => overlaps(name, word)) || content.attributed.some((range) => overlaps(range, word))))
  if (mine.some((word) => isElsewhere(word, sides.left)) || others.some((word) => isElsewhere(word, sides.right)))
    return false
  const keep = (some: readonly Word[], other: Alignment['left']) =>
    some.filter(
      (word) => isQuoted || (tells(word) && (hedges.has(word.folded) || !other.some((one) => saysSame(one, word)))),
    )
  const [first, second] = [mine[0], others[0]]
  if (mine.length === 1 && others.length === 1 && first && second && saysSame(first, second)) return false
  // A word that the other text has elsewhere has only moved.
  const [a, b] = [keep(mine, right), keep(others, left)]
  if (a.length === 0 && b.length === 0) return false
  if (a.length > 0 && b.length > 0) return isQuoted || isQualifier(alignment, gap, a, b)
  // Only one text has it: a qualifier of what both have next, or a hedge.
  const added = a.length > 0 ? a : b
  const next = a.length > 0 ? left[gap.left.to] : right[gap.right.to]
  const isInside = gap.left.from > 0 && next !== undefined
  return (
    added.some(({ folded }) => hedges.has(folded)) ||
    (isInside && next !== undefined && tells(next) && !reportingVerbs.has(next.folded))
  )
}

function quotedRange({ sentence: { text }, focus }: Claim): Range | null {
  const match = quoted.exec(text.slice(focus.start, focus.end))
  const inner = match?.[1]
  if (match === null || inner === undefined) return null
  const start = focus.start + match.index + 1
  return { start, end: start + inner.length }
}

/** Wording differences between two otherwise similar reports of one fact: an extra qualifier or a replaced word. */
export function wordingDifferences(left: Claim, right: Claim): Difference[] {
  const compared = compareReports(left, right)
  // Only spelling, number formats and the like differ.
  if (compared.differences.length === 0) return []
  const [mine, others] = [quotedRange(left), quotedRange(right)]
  const isQuoted = mine !== null && others !== null
  const ranges = isQuoted ? ([mine, others] as const) : ([left.focus, right.focus] as const)
  const alignment = alignWords(left.sentence, ranges[0], right.sentence, ranges[1])
  if (isQuoted && alignment.alike < minQuotedSimilarity) {
    return differenceOf('wording', [
      { report: left, range: ranges[0] },
      { report: right, range: ranges[1] },
    ])
  }
  const differing = compared.differences.flatMap((gap) => [
    ...compared.left.slice(gap.left.from, gap.left.to).map((token) => inSentence(left, token)),
    ...compared.right.slice(gap.right.from, gap.right.to).map((token) => inSentence(right, token)),
  ])
  const differs = (some: readonly Word[]) => some.some((word) => differing.some((range) => overlaps(range, word)))
  const around = alignment.gaps.filter(
    (gap) =>
      (isNearFigure(alignment, gap, left) || alignment.alike >= minSimilarity || isQuoted) &&
      (differs(alignment.left.slice(gap.left.from, gap.left.to)) ||
        differs(alignment.right.slice(gap.right.from, gap.right.to))),
  )
  return around
    .filter((gap) => counts(alignment, gap, { left, right }, isQuoted))
    .slice(0, maxDifferences)
    .flatMap((gap) => {
      const isInsertion = gap.left.from === gap.left.to || gap.right.from === gap.right.to
      const a = inContext(left.sentence.text, alignment.left, gap.left, isInsertion)
      const b = inContext(right.sentence.text, alignment.right, gap.right, isInsertion)
      return a === null || b === null
        ? []
        : differenceOf('wording', [
            { report: left, range: a },
            { report: right, range: b },
          ])
    })
}

/** Whether a gap is inside what a figure counts, regardless of other differences. */
function isNearFigure({ left }: Alignment, { left: { from, to } }: Gap, { content }: Claim): boolean {
  const [first, last] = [left[from] ?? left[from - 1], left[to - 1] ?? left[to]]
  if (first === undefined || last === undefined) return false
  return content.figures.some(({ phrase }) => phrase.start <= first.start && last.end <= phrase.end)
}
