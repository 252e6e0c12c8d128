import { figures } from './figures.ts'
import { pattern } from './pattern.ts'
import type { Range } from './range.ts'

/** An inclusive stretch of days, in ISO form. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** A time that a text names, and the days it means where they are certain. Offsets are the text's own. */
export interface NamedTime extends Range {
  /** Null where the text's own date is needed and not known. */
  readonly days: Days | null
  /** The day of the week that it names, 0 for Sunday, or null. */
  readonly weekday: number | null
  /** Minutes after midnight where it names an hour, or null. */
  readonly clock: number | null
}

const dayLength = 86_400_000
const weekdays = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur']
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthName =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?'
const fullMonth = 'January|February|March|April|May|June|July|August|September|October|November|December'
const dayPart = '(?:\\s+(?:early\\s+)?(?:morning|afternoon|evening|night))?'
const count = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}'

/** Each form with its named groups; tried in this order at every place. */
const expression = pattern(
  [
    String.raw`\b(?<iso>\d{4}-\d{2}-\d{2})\b`,
    String.raw`\b(?<m1>${monthName})\s+(?<d1>\d{1,2})(?:st|nd|rd|th)?(?!\d|[,.]\d|\s?%)(?:,?\s+(?<y1>(?:1[5-9]|20)\d{2})\b)?`,
    String.raw`\b(?<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m2>${monthName})\b(?:,?\s+(?<y2>(?:1[5-9]|20)\d{2})\b)?`,
    String.raw`\b(?<m3>${monthName})\s+(?<y3>(?:1[5-9]|20)\d{2})\b`,
    String.raw`\b(?<near>last|next|this|early|late|mid|in|since|until|by|of|during)[\s-]+(?<m4>${fullMonth})\b`,
    String.raw`\b(?<side>last|next|this)?\s*\b(?<weekday>sun|mon|tues|wednes|thurs|fri|satur)day${dayPart}\b`,
    String.raw`\b(?<word>today|tonight|yesterday|tomorrow|overnight|this (?:morning|afternoon|evening)|last night)\b`,
    String.raw`\b(?<which>last|next|this|the previous|the following|earlier this|later this)\s+(?<unit>week|weekend|month|year)\b`,
    String.raw`\b(?<ago>${count})\s+(?<agoUnit>day|week|month|year)s?\s+ago\b`,
    String.raw`\b(?<decade>(?:1[5-9]|20)\d0)s\b`,
    String.raw`\b(?<century>\d{1,2})(?:st|nd|rd|th)[\s-]century\b`,
    String.raw`\b(?<year>(?:1[5-9]|20)\d{2})\b(?!\s+\p{Ll}+s\b|[.,]\d)`,
    String.raw`\b(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s?(?<half>a|p)\.?m\b\.?`,
  ].join('|'),
  'gi',
)

// What tells that a weekday is the one to come: a modal or a plan in front of it.
const ahead =
  /\b(?:will|would|shall|to be|set to|due to|due|plans?|planned|scheduled|expected|is to|are to|slated|upcoming)\b/i

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function atDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function oneDay(time: number): Days {
  return { from: iso(time), to: iso(time) }
}

function monthDays(year: number, month: number): Days {
  return { from: iso(Date.UTC(year, month, 1)), to: iso(Date.UTC(year, month + 1, 0)) }
}

function yearDays(year: number): Days {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

function centuryDays(century: number): Days {
  const first = String(century * 100 - 99).padStart(4, '0')
  return { from: `${first}-01-01`, to: `${String(century * 100).padStart(4, '0')}-12-31` }
}

/** The number of a month by its first three letters, 0 for January. */
function monthOf(text: string): number {
  return months.indexOf(text.slice(0, 3).toLowerCase())
}

/** A day of a month, or null where the calendar has none. */
function calendarDay(year: number, month: number, day: number): Days | null {
  const time = Date.UTC(year, month, day)
  return new Date(time).getUTCMonth() === month ? oneDay(time) : null
}

/** The year in which a month and day are nearest to the article's own date. */
function nearestYear(today: string, month: number, day: number): number {
  const year = Number(today.slice(0, 4))
  const gap = (candidate: number) => Math.abs(Date.UTC(candidate, month, day) - atDay(today))
  return [year, year - 1, year + 1].reduce((best, candidate) => (gap(candidate) < gap(best) ? candidate : best), year)
}

function weekdayDays(today: string, weekday: number, side: string | undefined, future: boolean): Days {
  const now = atDay(today)
  const own = new Date(now).getUTCDay()
  const back = (own - weekday + 7) % 7
  if (side === 'next' || (side === undefined && future))
    return oneDay(now + ((7 - back) % 7 || (side ? 7 : 0)) * dayLength)
  if (side === 'last' && back === 0) return oneDay(now - 7 * dayLength)
  return oneDay(now - back * dayLength)
}

function spanOf(today: string, which: string, unit: string): Days {
  const now = atDay(today)
  const date = new Date(now)
  const step = /last|previous/u.test(which) ? -1 : /next|following/u.test(which) ? 1 : 0
  if (unit === 'year') return yearDays(date.getUTCFullYear() + step)
  if (unit === 'month') return monthDays(date.getUTCFullYear(), date.getUTCMonth() + step)
  const monday = now - ((date.getUTCDay() + 6) % 7) * dayLength + step * 7 * dayLength
  const first = unit === 'weekend' ? monday + 5 * dayLength : monday
  return { from: iso(first), to: iso(monday + 6 * dayLength) }
}

function wordDays(today: string, word: string): Days {
  const now = atDay(today)
  if (word === 'yesterday') return oneDay(now - dayLength)
  if (word === 'tomorrow') return oneDay(now + dayLength)
  if (word === 'overnight' || word === 'last night') return { from: iso(now - dayLength), to: today }
  return oneDay(now)
}

function agoDays(today: string, amount: number, unit: string): Days {
  const date = new Date(atDay(today))
  if (unit === 'year') return yearDays(date.getUTCFullYear() - amount)
  if (unit === 'month') return monthDays(date.getUTCFullYear(), date.getUTCMonth() - amount)
  return oneDay(date.getTime() - amount * (unit === 'week' ? 7 : 1) * dayLength)
}

function daysOf(
  part: Readonly<Record<string, string | undefined>>,
  today: string | null,
  future: boolean,
): Days | null {
  const {
    iso: day,
    m1,
    d1,
    y1,
    m2,
    d2,
    y2,
    m3,
    y3,
    m4,
    near,
    side,
    weekday,
    word,
    which,
    unit,
    ago,
    agoUnit,
    year,
    decade,
    century,
  } = part
  if (day !== undefined) return Number.isNaN(atDay(day)) ? null : { from: day, to: day }
  const month = m1 ?? m2
  if (month !== undefined) {
    const at = monthOf(month)
    const number = Number(d1 ?? d2)
    const stated = y1 ?? y2
    if (stated !== undefined) return calendarDay(Number(stated), at, number)
    return today === null ? null : calendarDay(nearestYear(today, at, number), at, number)
  }
  if (m3 !== undefined) return monthDays(Number(y3), monthOf(m3))
  if (year !== undefined) return yearDays(Number(year))
  if (decade !== undefined) return { from: `${decade}-01-01`, to: `${Number(decade) + 9}-12-31` }
  if (century !== undefined) return centuryDays(Number(century))
  if (today === null) return null
  if (m4 !== undefined) {
    const at = monthOf(m4)
    const own = Number(today.slice(0, 4))
    const coming = at > Number(today.slice(5, 7)) - 1 ? own : own + 1
    return monthDays(near?.toLowerCase() === 'next' ? coming : nearestYear(today, at, 15), at)
  }
  if (weekday !== undefined)
    return weekdayDays(today, weekdays.indexOf(weekday.toLowerCase()), side?.toLowerCase(), future)
  if (word !== undefined) return wordDays(today, word.toLowerCase())
  if (which !== undefined && unit !== undefined) return spanOf(today, which.toLowerCase(), unit.toLowerCase())
  if (ago !== undefined && agoUnit !== undefined) {
    const amount = /^an?$/i.test(ago) ? 1 : (figures(ago)[0]?.value ?? 1)
    return agoDays(today, amount, agoUnit.toLowerCase())
  }
  return null
}

function clockOf({ hour, minute, half }: Readonly<Record<string, string | undefined>>): number | null {
  if (hour === undefined) return null
  return ((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minute ?? 0)
}

/**
 * The times that a text names, in order: days, months, years, and hours. Relative ones ("Thursday", "last month") are
 * resolved against `today`, the ISO date of the text, and stay without days where it is null. A weekday is the last one
 * up to that date, as news style has it, or the next one where the words before it tell of a plan.
 */
export function namedTimes(text: string, today: string | null): NamedTime[] {
  return [...expression.matchAll(text)].map((match) => {
    const part = match.groups ?? {}
    const future = ahead.test(text.slice(Math.max(0, match.index - 60), match.index))
    const lead = match[0].length - match[0].trimStart().length
    return {
      start: match.index + lead,
      end: match.index + match[0].length,
      days: daysOf(part, today, future),
      weekday: part['weekday'] === undefined ? null : weekdays.indexOf(part['weekday'].toLowerCase()),
      clock: clockOf(part),
    }
  })
}
