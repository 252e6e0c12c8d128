import { matchRanges } from '../../../../language/text/match-ranges.ts'
import type { Range } from '../../../../language/text/range.ts'
import { once } from '../../../../resources/once.ts'
import { readWordSets } from '../../../../resources/resources.ts'

const kinds = ['mass', 'length', 'speed', 'duration', 'size'] as const
type Measure = (typeof kinds)[number]

/** What "how …" asks to measure. */
const asked: readonly (readonly [RegExp, readonly Measure[]])[] = [
  [/\bhow heavy\b|\bhow much (?:do|does|did) .+ weigh\b|\bwhat is the (?:weight|mass)\b/i, ['mass']],
  [/\bhow (?:tall|high|deep|wide|thick|far)\b|\bwhat is the (?:height|depth|width|distance)\b/i, ['length']],
  [/\bhow fast\b|\bwhat is the speed\b/i, ['speed']],
  [/\bhow long\b/i, ['length', 'duration']],
  [/\bhow (?:big|large)\b/i, ['length', 'mass', 'size']],
]

const number = String.raw`(?:\d[\d.,]*(?:\s(?:hundred|thousand|million|billion))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?|hundreds?|thousands?|dozens?|half|several|a few|an?|whole|entire)`

const patterns = once((): ReadonlyMap<Measure, RegExp> => {
  const sets = readWordSets('lexicons/answers/measure-units.tsv', kinds)
  return new Map(
    kinds.map((kind) => {
      const units = [...sets(kind)].sort((a, b) => b.length - a.length).join('|')
      return [
        kind,
        new RegExp(String.raw`(?<![\p{L}\p{N}])${number}[\s-]*(?:\p{L}+\s){0,1}?(?:${units})(?![\p{L}\p{N}])`, 'giu'),
      ]
    }),
  )
})

/** How long something lasts, without a figure. */
const lasting = /\b(?:until|till|since)\s[\p{L}\d]+/giu

/** The measures in a text of the kind that a question asks for, as ranges in order; null if it asks for no such kind. */
export function measuresIn(question: string, text: string): readonly Range[] | null {
  const wanted = asked.find(([form]) => form.test(question))?.[1]
  if (wanted === undefined) return null
  const found = wanted.flatMap((kind) => [
    ...matchRanges(text, patterns().get(kind) ?? /(?!)/g),
    ...(kind === 'duration' ? matchRanges(text, lasting) : []),
  ])
  return found.sort((a, b) => a.start - b.start)
}
