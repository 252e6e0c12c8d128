import { calendarDatesAt } from './forms/calendar-dates.ts'
import { bareHourAt, clockTimeAt, namedHourAt, spokenTimeAt } from './forms/clock-times.ts'
import { centuryAt, decadeAt } from './forms/decades.ts'
import { yearOfEraAt } from './forms/eras.ts'
import { numericDateAt } from './forms/numeric-dates.ts'
import { agoTimeAt, dayWordAt, inTimeAt, unitBesideAt } from './forms/relative-times.ts'
import { holidayDateAt, partOfYearDateAt, seasonDateAt, yearWithQuarterAt } from './forms/seasons.ts'
import { sidedTimeAt } from './forms/sided-times.ts'
import { weekdayTimeAt, weekendAt } from './forms/weekday-times.ts'
import { furtherYearAt, yearsAt } from './forms/years.ts'
import { type Draft, type Found, oneTime } from './parts/draft.ts'
import { jointAt } from './parts/joints.ts'
import type { Tokens } from './parts/parts.ts'
import { isApostrophe, isDash, markAt, tokensOf, wordAt } from './parts/tokens.ts'
import * as lists from './parts/word-lists.ts'
import { tenseAt } from './tense/tense.ts'
import { type Interval, numberOfIso, numbersInterval } from './time/calendar.ts'
import type { Meaning, Side, TimeExpression } from './time/time-expression.ts'

type Form = (tokens: Tokens, at: number) => Found | null

const dateForms: readonly Form[] = [calendarDatesAt]
const numberForms: readonly Form[] = [
  numericDateAt,
  clockTimeAt,
  centuryAt,
  partOfYearDateAt,
  calendarDatesAt,
  agoTimeAt,
  yearWithQuarterAt,
  yearOfEraAt,
  decadeAt,
  yearsAt,
]
const apostropheForms: readonly Form[] = [decadeAt, yearsAt]

/** The forms that can begin with each word. */
const formsOf = new Map<string, Form[]>()

function begin(words: Iterable<string>, ...forms: readonly Form[]): void {
  for (const word of words) formsOf.set(word, [...(formsOf.get(word) ?? []), ...forms])
}

begin(
  [...lists.fullMonths.keys(), ...lists.shortMonths.keys()].filter((word) => word !== 'may'),
  ...dateForms,
)
begin([...lists.fullWeekdays.keys(), ...lists.shortWeekdays.keys()], ...dateForms, weekdayTimeAt)
begin(lists.seasons.keys(), seasonDateAt)
begin([...lists.ordinals.keys(), 'thirtieth'], centuryAt, partOfYearDateAt, ...dateForms)
begin(lists.tens.keys(), ...dateForms, centuryAt)
begin(['q1', 'q2', 'q3', 'q4', 'h1', 'h2'], partOfYearDateAt)
begin(
  [...lists.fixedHolidays.keys()].map((name) => name.split(' ', 1)[0] ?? '').filter((word) => word !== 'may'),
  holidayDateAt,
)
begin(lists.movableHolidays, holidayDateAt)
begin(['may'], holidayDateAt, ...dateForms)
begin(lists.decadeWords.keys(), decadeAt)
begin(['yesterday', 'today', 'tonight', 'tomorrow', 'overnight'], dayWordAt)
begin(['day', 'week', 'month', 'year', 'decade'], unitBesideAt)
begin(['last', 'past', 'this', 'next', 'coming', 'that', 'same', 'following', 'previous', 'preceding'], sidedTimeAt)
begin([...lists.numberWords.keys(), ...lists.tens.keys(), ...lists.vagueCounts, 'a', 'an'], agoTimeAt)
begin(['in'], inTimeAt)
begin(['half', 'quarter', 'a', ...lists.numberWords.keys(), ...lists.tens.keys()], spokenTimeAt)
begin(lists.numberWords.keys(), bareHourAt)
begin(['noon', 'midday', 'midnight'], namedHourAt)
begin(['weekend'], weekendAt)
begin(['ad', 'bc', 'ce', 'a'], yearOfEraAt)

/** Every time contains a digit or the beginning of one of these words. Most sentences have none. */
const sign = new RegExp(
  String.raw`\d|\b(?:${[
    ...[...lists.fullMonths.keys(), ...lists.fullWeekdays.keys()].map((word) => word.slice(0, 3)),
    ...lists.seasons.keys(),
    ...lists.units.keys(),
    ...lists.shortUnits,
    ...lists.dayParts,
    ...lists.decadeWords.keys(),
    ...lists.movableHolidays,
    ...[...lists.fixedHolidays.keys()].map((name) => name.split(' ', 1)[0]),
    ...'yesterday today tonight tomorrow overnight weekend fortnight half quarter noon midday midnight'.split(' '),
    String.raw`(?:at|about|around|just|exactly|nearly|almost|roughly|before|after|past|to)\s+(?:${[...lists.numberWords.keys()].join('|')})\b`,
    'o.clock',
  ].join('|')})`,
  'i',
)

const noForms: readonly Form[] = []

function formsAt(tokens: Tokens, at: number): readonly Form[] {
  const token = tokens[at]
  if (token === undefined) return noForms
  if (token.kind === 'word') return formsOf.get(token.folded) ?? noForms
  if (token.kind === 'number') return token.value < 0 ? noForms : numberForms
  return isApostrophe(token.folded) ? apostropheForms : noForms
}

/** Web addresses: dates inside them are not part of the text. */
const address = /\b(?:(?:https?|ftps?|file|git|ssh):\/\/|www\.)\S+/gi

/** The start of a time including "early", "mid-" and the like before it. */
function withPart(tokens: Tokens, first: number, from: number): number {
  const place = isDash(markAt(tokens, first - 1)) ? first - 2 : first - 1
  return place >= from && lists.parts.has(wordAt(tokens, place)) ? place : first
}

function expressionOf(tokens: Tokens, draft: Draft, from: number): TimeExpression | null {
  const { first, next, weekday = null, clock = null } = draft
  const meaning = typeof draft.meaning === 'function' ? draft.meaning(tenseAt(tokens, first, next)) : draft.meaning
  const [start, end] = [tokens[withPart(tokens, first, from)]?.start, tokens[next - 1]?.end]
  return meaning === null || start === undefined || end === undefined ? null : { start, end, meaning, weekday, clock }
}

/** The first form that matches at an index. */
function foundAt(tokens: Tokens, at: number): Found | null {
  for (const form of formsAt(tokens, at)) {
    const found = form(tokens, at)
    if (found !== null) return found
  }
  return null
}

/** "From the 1950s to 1975": a range between two times with stated years, or null. */
function stretchFrom(tokens: Tokens, at: number, { times, next }: Found): Found | null {
  const [from] = times
  const lead = wordAt(tokens, at - 1) === 'the' ? wordAt(tokens, at - 2) : wordAt(tokens, at - 1)
  if (from === undefined || times.length > 1 || (lead !== 'from' && lead !== 'between')) return null
  const joint = jointAt(tokens, next, lead)
  const [to, ...others] = (joint?.isStretch === true ? foundAt(tokens, joint.next)?.times : null) ?? []
  if (to === undefined || others.length > 0) return null
  const [start, end] = [statedOf(from), statedOf(to)]
  if (start === null || end === null || start.start > end.end) return null
  return oneTime(from.first, to.next, {
    kind: 'stated',
    interval: { start: start.start, end: end.end, precision: 'span' },
  })
}

/** "The eve of 1 May 1998": the day before; open if no stated day follows. */
function withEve(tokens: Tokens, found: Found, from: number): Found {
  const [time, ...others] = found.times
  if (time === undefined || time.first - 2 < from) return found
  if (wordAt(tokens, time.first - 1) !== 'of' || wordAt(tokens, time.first - 2) !== 'eve') return found
  const stated = statedOf(time)
  const day = stated?.precision === 'day' ? numberOfIso(stated.start) : null
  const meaning: Meaning =
    day === null ? { kind: 'open' } : { kind: 'stated', interval: numbersInterval(day - 1, day - 1, 'day') }
  return { ...found, times: [{ ...time, first: time.first - 2, meaning, weekday: null }, ...others] }
}

/** Whether a sentence opens with a time longer than a day: "In 2010, the bell was hung on May 5". */
function opensSentence(tokens: Tokens, { first, meaning }: Draft): boolean {
  const isStretch = typeof meaning !== 'function' && meaning.kind === 'stated' && meaning.interval?.precision !== 'day'
  if (!isStretch) return false
  const lead = wordAt(tokens, first - 1) === 'in' ? first - 2 : first - 1
  const before = wordAt(tokens, lead) === 'back' ? lead - 1 : lead
  return lead < first - 1 && (before < 0 || clauseEnd.test(markAt(tokens, before)))
}

const clauseEnd = /^[.;!?]$/

function hasClauseEnd(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (clauseEnd.test(markAt(tokens, at))) return true
  return false
}

/** After a stated year that opens the clause, a past part of a year has no certain year. */
function withoutYear({ meaning, ...expression }: TimeExpression): TimeExpression {
  const isOver = meaning.kind === 'yearly' && meaning.yearOffset === null && pastSides.has(meaning.side)
  return { ...expression, meaning: isOver ? { kind: 'open' } : meaning }
}

const pastSides: ReadonlySet<Side> = new Set(['latest', 'near'])

function statedOf({ meaning }: Draft): Interval | null {
  return typeof meaning !== 'function' && meaning.kind === 'stated' ? meaning.interval : null
}

const noTimes: readonly TimeExpression[] = []

/** The times in a text, in order: days, months, years, ranges of them, and hours, as worded. Runs in linear time on any input. */
export function readTimes(text: string): readonly TimeExpression[] {
  if (!sign.test(text)) return noTimes
  const tokens = tokensOf(text)
  const addresses = text.includes('://') || text.includes('www.') ? [...text.matchAll(address)] : []
  const found: TimeExpression[] = []
  let [at, from, passed] = [0, 0, 0]
  let opening: Draft | null = null
  while (at < tokens.length) {
    const token = tokens[at]
    let here = addresses[passed]
    while (here !== undefined && token !== undefined && here.index + here[0].length <= token.start)
      here = addresses[++passed]
    const isAddress = here !== undefined && token !== undefined && token.start >= here.index
    const times = isAddress ? null : foundAt(tokens, at)
    if (times === null) {
      at++
      continue
    }
    let last: Found | null = stretchFrom(tokens, at, times) ?? withEve(tokens, times, from)
    while (last !== null) {
      for (const draft of last.times) {
        if (opening !== null && hasClauseEnd(tokens, from, draft.first)) opening = null
        const expression = expressionOf(tokens, draft, from)
        if (expression !== null) found.push(opening === null ? expression : withoutYear(expression))
        if (opensSentence(tokens, draft)) opening = draft
        from = draft.next
      }
      at = last.next
      const isStated = found.at(-1)?.meaning.kind === 'stated'
      last = isStated ? furtherYearAt(tokens, at) : null
    }
  }
  return found
}
