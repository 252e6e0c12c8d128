import { pattern } from './pattern.ts'
import type { Range } from './range.ts'

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const weekday = 'mon|tues|wednes|thurs|fri|satur|sun'
const unit = 'week|month|year|decade|century|summer|winter|spring|autumn|fall|weekend|night|morning|evening|quarter'
const dateExpression = pattern(
  [
    String.raw`\b\d{4}-\d{2}-\d{2}\b`,
    String.raw`\b(?:${month})\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:${month})\b\.?(?:,?\s+\d{4})?`,
    String.raw`\b(?:january|february|march|april|june|july|august|september|october|november|december)(?:\s+\d{4})?\b`,
    String.raw`\b(?:in|since|until|by|during|from|before|after|around|of)\s+\d{4}\b`,
    String.raw`\b(?:1[0-9]|20)\d{2}(?:s\b|\b(?!\s+\p{L}+s\b))`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)\s+century\b`,
    String.raw`\b(?:${weekday})day\b`,
    String.raw`\b(?:yesterday|today|tomorrow|tonight|overnight)\b`,
    String.raw`\b(?:last|next|this|past|earlier this|later this|the previous|the following)\s+(?:${unit})s?\b`,
    // No `\b` here: it takes every letter beyond ASCII for an edge of a word.
    String.raw`(?<![\p{L}\p{N}])(?:\d+|\p{L}+)\s+(?:day|week|month|year|decade|centurie|hour|minute)s?\s+(?:ago|later|earlier|before)\b`,
    String.raw`\b\d{1,2}(?::\d{2})?\s?(?:a\.?m\.?|p\.?m\.?)\b`,
    String.raw`\b(?:\d+|${'a|one|two|three|four|five|six|seven|eight|nine|ten|several|many'})\s+(?:centur(?:y|ies)|decades?|years?)\b`,
  ].join('|'),
  'gi',
)

// Written small and alone, these months are other words.
const verb = /^(?:march|august)$/

/** Where a text names a day, a month, a year, an hour, or a time relative to the article's day ("last month"). */
export function dates(text: string): Range[] {
  return [...dateExpression.matchAll(text)]
    .filter(([date]) => !verb.test(date))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a day of the calendar in ISO form (`2024-02-30` is not). */
export function isIsoDate(text: string): boolean {
  const [, year, monthNumber, day] = isoDate.exec(text)?.map(Number) ?? []
  if (year === undefined || monthNumber === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, monthNumber - 1, day))
  return date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day
}
