import type { Sentence } from '../../../language/analysis/sentence.ts'
import { boundBefore } from '../../../language/figures/figure-bound.ts'
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
const fraction = unicodeRegExp(
  String.raw`\b(?:(?<top>${number})[\s-](?<part>${part})|(?<half>half)|(?<in>${number})(?:\s\p{L}+)?\s(?:in|out of)\s(?:every\s)?(?<of>${number}))\b(?![\s-](?:hour|time|year|day|month|dozen|century)s?)`,
  'gi',
)

function numberOf(word: string): number {
  const lower = word.toLowerCase()
  if (lower === 'a' || lower === 'an') return 1
  const at = numbers.indexOf(lower)
  return at >= 0 ? at + 1 : Number(lower)
}

/** The shares of a sentence in words ("two thirds of", "half", "two in three") as percentages. Offsets are relative to the sentence. */
export function fractionsIn({ text }: Sentence): readonly EventFigure[] {
  return [...fraction.matchAll(text)].flatMap((match): EventFigure[] => {
    const found = match.groups ?? {}
    const [top, below] =
      found['half'] !== undefined
        ? [1, 2]
        : found['top'] !== undefined
          ? [
              numberOf(found['top']),
              parts[
                (found['part'] ?? '')
                  .toLowerCase()
                  .replace(/^halves$/u, 'half')
                  .replace(/s$/u, '')
              ] ?? 0,
            ]
          : [numberOf(found['in'] ?? ''), numberOf(found['of'] ?? '')]
    const share = top / below
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
