import type { Sentence } from '../../../language/analysis/sentence.ts'
import { boundBefore } from '../../../language/figures/figure-bound.ts'
import { figures } from '../../../language/figures/figures.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { EventFigure } from './quantities.ts'

const numbers = 'one two three four five six seven eight nine ten'.split(' ')
const number = `(?:an?|${numbers.join('|')}|\\d{1,2})`
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
}
const part = `(?:halves|(?:${Object.keys(parts).join('|')})s?)`
/** Half of one of these is an amount or a time, not a share: "half a thousand", "half-hour", "two half years". */
const whole = '(?:hour|time|year|day|month|century|dozen|hundred|thousand|million|billion)s?'
const fraction = unicodeRegExp(
  String.raw`\b(?:(?<top>${number})[\s-](?<part>${part})|(?<half>half)|(?<in>${number})(?:\s\p{L}+)?\s(?:in|out of)\s(?:every\s)?(?<of>${number}))\b(?![\s-](?:an?\s)?${whole}\b)`,
  'gi',
)

function numberOf(word: string): number {
  return /^an?$/iu.test(word) ? 1 : (figures(word)[0]?.value ?? Number.NaN)
}

/** The share that the groups of a match state: 0.5 for "half", "one half" and "one in two". */
function shareOf(found: Readonly<Record<string, string | undefined>>): number {
  const { half, top, part: below = '', in: some = '', of: all = '' } = found
  if (half !== undefined) return 1 / 2
  if (top === undefined) return numberOf(some) / numberOf(all)
  const name = below
    .toLowerCase()
    .replace(/^halves$/u, 'half')
    .replace(/s$/u, '')
  return numberOf(top) / (parts[name] ?? 0)
}

/** The shares of a sentence in words ("two thirds of", "half", "two in three") as percentages. Offsets are relative to the sentence. */
export function fractionsIn({ text }: Sentence): readonly EventFigure[] {
  return [...fraction.matchAll(text)].flatMap((match): EventFigure[] => {
    const share = shareOf(match.groups ?? {})
    if (!(share > 0 && share < 1)) return []
    const start = match.index
    const end = start + match[0].length
    const bound = boundBefore(text, start)
    return [
      {
        start,
        end,
        value: share * 100,
        unit: 'percent',
        counts: new Set(),
        head: null,
        phrase: { start: bound?.start ?? start, end },
        bound: bound?.bound ?? 'about',
        currency: null,
        event: null,
      },
    ]
  })
}
