import type { Range } from '../text/range.ts'
import { unicodeRegExp } from '../text/unicode-regexp.ts'

/** A number as a text states it: "112", "1.1 billion", "twenty-six", "40 percent", "€1.1 billion". */
export interface Figure extends Range {
  readonly value: number
  readonly unit: 'count' | 'percent' | 'money' | 'ordinal'
}

const ones = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  dozen: 12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mln: 1e6,
  bn: 1e9,
}
/** Letters that are a scale only after an amount of money: elsewhere "5m" may be metres. */
const moneyScales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, tn: 1e12 }
const wordValues = new Map<string, number>([
  ...ones.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
])

const numberWord = [...wordValues.keys()].sort((a, b) => b.length - a.length).join('|')
/** What "a hundred and …" ends in: ten or more, because "a hundred and two others" may be two numbers. */
const tailWord = `(?:${tens.join('|')})(?:[-\\s](?:${ones.slice(1, 10).join('|')}))?|${ones.slice(10).join('|')}`
const scaleWord = Object.keys(scales).join('|')
const figure = unicodeRegExp(
  String.raw`(?<![\p{L}\p{N}])(?<money>(?:US|A|C)?[$€£¥₹]\s?)?` +
    String.raw`(?:(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<ordinal>st|nd|rd|th)?` +
    String.raw`|(?<words>(?:${numberWord})(?:[-\s](?:${numberWord}))?|(?:an?\s)(?=(?:${scaleWord})\b)))` +
    String.raw`(?:(?<short>tn|[kmb])\b|(?<scale>(?:[-\s]?(?:${scaleWord})\b)*)` +
    String.raw`(?:(?<=hundred)\sand\s(?<rest>(?:${tailWord}))(?<restScale>\s(?:thousand|million)\b)?)?)` +
    String.raw`(?<percent>\s?%|[-\s]per\s?cent(?:age)?\b)?` +
    String.raw`(?<currency>\s(?:dollars?|euros?|pounds?|rubles?|roubles?|yuan|yen|rupees?)\b)?(?![\p{L}\p{N}])`,
  'gi',
)

const currencies: readonly (readonly [string, RegExp])[] = [
  ['australian dollar', /a\$/i],
  ['canadian dollar', /c\$/i],
  ['dollar', /\$|dollar/i],
  ['euro', /€|euro/i],
  ['pound', /£|pound/i],
  ['yuan', /yuan/i],
  ['yen', /¥|yen/i],
  ['rupee', /₹|rupee/i],
  ['rouble', /roubles?|rubles?/i],
]

/** The currency of an amount of money as written, or null if no known one is named. */
export function currencyOf(shown: string): string | null {
  return currencies.find(([, mark]) => mark.test(shown))?.[0] ?? null
}

/** The value of "twenty-six" or "an"; NaN if two words do not form one number ("five nine"). */
function wordsValue(text: string): number {
  const [first = '', second] = text.toLowerCase().trim().split(/[-\s]/)
  if (first === 'a' || first === 'an') return 1
  const high = wordValues.get(first) ?? Number.NaN
  if (second === undefined) return high
  const low = wordValues.get(second) ?? Number.NaN
  return high >= 20 && low > 0 && low < 10 ? high + low : Number.NaN
}

/** The figures in a text, in order, in digits or in English words, with their scale ("1.1 billion" is 1.1e9). */
export function figures(text: string): Figure[] {
  const found: Figure[] = []
  for (const match of figure.matchAll(text)) {
    const part = match.groups ?? {}
    const digits = part['digits']
    const base = digits === undefined ? wordsValue(part['words'] ?? '') : Number(digits.replaceAll(',', ''))
    const short = part['short']?.toLowerCase()
    if (Number.isNaN(base) || (short !== undefined && !part['money'])) continue
    const scale = part['scale'] ?? ''
    const factor = scale
      .toLowerCase()
      .split(/[-\s]+/)
      .reduce((product, word) => product * (scales[word] ?? 1), moneyScales[short ?? ''] ?? 1)
    const rest = part['rest'] === undefined ? 0 : wordsValue(part['rest'])
    const restFactor = scales[part['restScale']?.trim().toLowerCase() ?? ''] ?? 1
    const unit = part['percent']
      ? 'percent'
      : part['money'] || part['currency']
        ? 'money'
        : part['ordinal']
          ? 'ordinal'
          : 'count'
    const half = /^an?\s/i.test(match[0]) && factor > 1 ? /\bhalf\s$/i.exec(text.slice(0, match.index)) : null
    const value = ((base * factor + rest) * restFactor) / (half === null ? 1 : 2)
    found.push({ start: half?.index ?? match.index, end: match.index + match[0].length, value, unit })
  }
  return found
}
