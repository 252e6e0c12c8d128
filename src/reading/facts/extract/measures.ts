import type { Sentence } from '../../../language/analysis/sentence.ts'
import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { once } from '../../../resources/once.ts'
import { readRows } from '../../../resources/resources.ts'
import type { CountedFigure } from './quantities.ts'

/** An amount in the base unit of what it measures. */
export interface Measure {
  readonly kind: string
  readonly value: number
}

interface Unit {
  readonly kind: string
  readonly factor: number
}

const units = once(
  (): ReadonlyMap<string, Unit> =>
    new Map(
      readRows('lexicons/facts/unit-factors.tsv').flatMap(([kind = '', factor = '', words = '']) =>
        words.split(' ').map((word): [string, Unit] => [word, { kind, factor: Number(factor) }]),
      ),
    ),
)

const perHour = /^\s*(?:\p{L}+\s+)?(?:an|per)\s+hour/iu
const slashHour = /^\s*\/\s*h\b/iu
const secondsPerHour = 3600

/** What a figure measures, by the unit after it ("36 centimetres", "70-mile"), or null. */
export function measureOf({ value, end, unit }: CountedFigure, sentence: Sentence): Measure | null {
  if (unit !== 'count') return null
  const [word] = wordsIn(sentence, { start: end, end: Math.min(sentence.text.length, end + 24) })
  if (word === undefined || /[^\s-]/u.test(sentence.text.slice(end, word.start))) return null
  const found = units().get(word.folded)
  if (found === undefined) return null
  const after = sentence.text.slice(word.end, word.end + 24)
  const isSpeed = found.kind === 'length' && (perHour.test(after) || slashHour.test(after))
  return isSpeed
    ? { kind: 'speed', value: (value * found.factor) / secondsPerHour }
    : { kind: found.kind, value: value * found.factor }
}

/** Converted amounts are rounded: this share is no difference. */
const roundingShare = 0.035

/** Whether two amounts of one kind are equal but for rounding. */
export function isSameMeasure(a: Measure, b: Measure): boolean {
  const most = Math.max(Math.abs(a.value), Math.abs(b.value))
  return a.kind === b.kind && Math.abs(a.value - b.value) <= most * roundingShare
}
