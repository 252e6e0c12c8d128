import type { Sentence } from '../../language/analysis/sentence.ts'
import { namedTime } from '../../language/dates/time/named-time.ts'
import { boundBefore } from '../../language/figures/figure-bound.ts'
import { currencyOf, type Figure } from '../../language/figures/figures.ts'
import { normalise } from '../../language/tokens/normalise.ts'
import type { LooseToken } from './token.ts'

// A word before a time that links it to the rest is its own token, not part of the time.
const timeLead = /^(?:in|on|since|until|by|of|during|before|after)[\s-]+/iu
const partOfTime = /\b(?:morning|afternoon|evening|night|early|late|mid)\b/giu
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?$/u

/** The words of a time in canonical order, so that "12 March" and "March 12th" are equal. */
function wordsOfTime(text: string): string {
  const parts = normalise(text).match(/[a-z]+|\d+/gu) ?? []
  return parts
    .filter((part) => !/^(?:of|the|st|nd|rd|th)$/u.test(part))
    .map((part) => (month.test(part) ? part.slice(0, 3) : part))
    .sort()
    .join(' ')
}

function timeTokens({ text, times }: Sentence, today: string | null): LooseToken[] {
  return times.map((time) => {
    const { start: from, end, interval, clock } = namedTime(time, today)
    const start = from + (timeLead.exec(text.slice(from, end))?.[0].length ?? 0)
    const shown = text.slice(start, end)
    const part = [...shown.matchAll(partOfTime)].map(([word]) => word.toLowerCase()).join(' ')
    const key = interval === null ? wordsOfTime(shown) : `${interval.start}/${interval.end} ${part}`
    return {
      start,
      end,
      key: `time ${clock ?? key}`,
      kind: 'time',
      folded: normalise(shown),
      capital: false,
      isName: false,
    }
  })
}

/** The key of a figure. */
export function figureKey(value: number, unit: Figure['unit'], currency = ''): string {
  return `${value} ${unit} ${currency}`
}

const signBefore = /(?:^|[\s(])([+\u2212-])$/u

function figureTokens({ text, figures }: Sentence): LooseToken[] {
  const token = (start: number, end: number, key: string): LooseToken => {
    return { start, end, key, kind: 'figure', folded: normalise(text.slice(start, end)), capital: false, isName: false }
  }
  return figures.flatMap(({ start, end, value, unit }) => {
    const sign = signBefore.exec(text.slice(Math.max(0, start - 2), start))?.[1] ?? '+'
    const currency = unit === 'money' ? (currencyOf(text.slice(start, end)) ?? '') : ''
    const figure = token(start, end, figureKey(sign === '+' ? value : -value, unit, currency))
    const bound = boundBefore(text, start)
    if (bound === null) return [figure]
    const length = text.slice(bound.start, bound.end).trimEnd().length
    return [token(bound.start, bound.start + length, bound.relation), figure]
  })
}

function countryTokens({ terms }: Sentence): LooseToken[] {
  return terms
    .filter(({ term }) => term.startsWith('@'))
    .map(({ start, end, term, folded, capital }) => ({
      start,
      end,
      key: term,
      kind: 'country',
      folded,
      capital,
      isName: true,
    }))
}

const sign = /[$€£¥₹%‰°±<>≤≥=&@#]/gu

function signTokens({ text }: Sentence): LooseToken[] {
  return [...text.matchAll(sign)].map(({ index: start, 0: mark }) => {
    const key = mark === '&' ? 'and' : mark
    return { start, end: start + mark.length, key, kind: 'sign', folded: mark, capital: false, isName: false }
  })
}

/** The non-word tokens of a sentence, in order: times, figures with their bounds, countries, and signs. */
export function fixedTokens(sentence: Sentence, today: string | null): readonly LooseToken[] {
  const tokens: LooseToken[] = []
  for (const found of [
    timeTokens(sentence, today),
    figureTokens(sentence),
    countryTokens(sentence),
    signTokens(sentence),
  ]) {
    tokens.push(...found.filter(({ start, end }) => !tokens.some((other) => start < other.end && other.start < end)))
  }
  return tokens.sort((a, b) => a.start - b.start)
}
