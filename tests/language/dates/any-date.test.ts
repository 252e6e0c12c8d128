import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayNumber,
  dayOfNumber,
  isoOfNumber,
  monthLength,
  numberOfIso,
  weekdayOf,
} from '../../../src/language/dates/time/calendar.ts'
import { timesOf, unmarked } from '../../../testkit/language/read-time.ts'
import { relative, stated } from '../../../testkit/language/time-forms.ts'

const dayLength = 86_400_000
const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
/** The abbreviation of a month as style guides have it: short names stay whole. */
const short = (month: number) => {
  const name = months[month - 1] ?? ''
  return name.length <= 4 ? name : `${name.slice(0, 3)}.`
}
const pad = (value: number, length = 2) => String(value).padStart(length, '0')

/** Any day of four centuries by its number. */
const anyNumber = fc.integer({ min: -100_000, max: 50_000 })
const anyDate = anyNumber.map(isoOfNumber)
const anyDay = anyNumber.map(dayOfNumber)
const anyYear = fc.integer({ min: 1900, max: 2099 })

function ordinal(day: number): string {
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${suffix}`
}

/** The forms of a day with its year. */
const dayForms: readonly ((year: number, month: number, day: number) => string)[] = [
  (year, month, day) => `${months[month - 1]} ${day}, ${year}`,
  (year, month, day) => `${months[month - 1]} ${ordinal(day)} ${year}`,
  (year, month, day) => `${months[month - 1]?.slice(0, 3)} ${day}, ${year}`,
  (year, month, day) => `${short(month)} ${ordinal(day)}, ${year}`,
  (year, month, day) => `${day} ${months[month - 1]} ${year}`,
  (year, month, day) => `${day} ${short(month)} ${year}`,
  (year, month, day) => `the ${ordinal(day)} of ${months[month - 1]}, ${year}`,
  (year, month, day) => `${year} ${months[month - 1]} ${day}`,
  (year, month, day) => `${pad(day)}.${pad(month)}.${year}`,
  (year, month, day) => `${year}-${pad(month)}-${pad(day)}`,
  (year, month, day) => `${day}-${months[month - 1]?.slice(0, 3)}-${year}`,
  (year, month, day) => {
    const weekday = weekdays[weekdayOf(dayNumber({ year, month, day }))]
    return `${weekday}, ${months[month - 1]} ${day}, ${year}`
  },
]
const monthForms: readonly ((year: number, month: number) => string)[] = [
  (year, month) => `${months[month - 1]} ${year}`,
  (year, month) => `${months[month - 1]}, ${year}`,
  (year, month) => `${months[month - 1]?.slice(0, 3)} ${year}`,
  (year, month) => `mid-${months[month - 1]} ${year}`,
  (year, month) => `early ${months[month - 1]} of ${year}`,
  (year, month) => `late ${short(month)} ${year}`,
]

describe('a stated year', () => {
  test('is never replaced in any row of the forms, whatever the article’s date', () => {
    const texts = Object.values(stated).flatMap((rows) => rows.map(([marked]) => unmarked(marked).text))
    fc.assert(
      fc.property(fc.constantFrom(...texts), anyDate, (text, today) => {
        expect(timesOf(text, today)).toEqual(timesOf(text, null))
      }),
      { numRuns: 2_000 },
    )
  })

  test.each(dayForms.map((form) => [form(2016, 1, 21), form] as const))('of a day as in “%s”', (_, form) => {
    fc.assert(
      fc.property(anyDay, anyYear, anyDate, ({ month, day }, year, today) => {
        fc.pre(day <= monthLength(year, month))
        const iso = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
        for (const verb of ['was hung on', 'will be hung on']) {
          const [time, ...others] = timesOf(`The bell ${verb} ${form(year, month, day)}.`, today)
          expect(time?.interval).toEqual({ start: iso, end: iso, precision: 'day' })
          expect(others).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  test.each(monthForms.map((form) => [form(2013, 5), form] as const))('of a month as in “%s”', (_, form) => {
    fc.assert(
      fc.property(anyYear, fc.integer({ min: 1, max: 12 }), anyDate, (year, month, today) => {
        const [time] = timesOf(`The bell was hung in ${form(year, month)}.`, today)
        const days = { start: `${year}-${pad(month)}-01`, end: `${year}-${pad(month)}-${monthLength(year, month)}` }
        expect(time?.interval).toEqual({ ...days, precision: 'month' })
      }),
      { numRuns: 100 },
    )
  })

  test('of a stretch holds both ends', () => {
    const joints = ['-', '–', ' – ', ' to ', ' until ', ' through ']
    fc.assert(
      fc.property(
        anyYear,
        fc.constantFrom(...months),
        fc.constantFrom(...joints),
        anyDate,
        (year, month, joint, today) => {
          const number = pad(months.indexOf(month) + 1)
          const wanted = { start: `${year}-${number}-03`, end: `${year}-${number}-09`, precision: 'span' }
          for (const text of [
            `${month} 3${joint}9, ${year}`,
            `3${joint}9 ${month} ${year}`,
            `${month} 3${joint}${month} 9, ${year}`,
          ]) {
            expect(timesOf(`The bell was hung on ${text}.`, today)[0]?.interval).toEqual(wanted)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a time without a year', () => {
  const phrases = [
    ...weekdays.map((name) => `on ${name}`),
    ...months.map((name) => `in ${name}`),
    ...months.flatMap((name) => [
      `on ${name} 12`,
      `on 12 ${name}`,
      `on ${name.slice(0, 3)} 28`,
      `on the 3rd of ${name}`,
    ]),
  ]
  const anyPhrase = fc.constantFrom(...phrases)

  test('is the last before the article if the sentence speaks of the past', () => {
    fc.assert(
      fc.property(
        anyPhrase,
        anyDate,
        fc.constantFrom('was hung', 'has been hung', 'rang', 'did not ring'),
        (when, today, verb) => {
          const { start = '', end = '' } = timesOf(`The bell ${verb} ${when}.`, today)[0]?.interval ?? {}
          expect(start <= today && start !== '').toBe(true)
          expect((numberOfIso(today) ?? 0) - (numberOfIso(end) ?? 0)).toBeLessThan(366)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('is the next one if the sentence speaks of the future', () => {
    const verbs = ['will be hung', 'is due to be hung', 'is going to ring', 'is scheduled to ring', 'must be hung']
    fc.assert(
      fc.property(anyPhrase, anyDate, fc.constantFrom(...verbs), (when, today, verb) => {
        const { start = '', end = '' } = timesOf(`The bell ${verb} ${when}.`, today)[0]?.interval ?? {}
        expect(end >= today).toBe(true)
        expect((numberOfIso(start) ?? 0) - (numberOfIso(today) ?? 0)).toBeLessThan(366)
      }),
      { numRuns: 1_000 },
    )
  })

  test('is over behind “last”, and begins after the article behind “next”', () => {
    const units = ['week', 'month', 'year', 'weekend', 'quarter', 'decade', 'spring', 'summer', 'autumn', 'winter']
    fc.assert(
      fc.property(fc.constantFrom(...weekdays, ...months, ...units), anyDate, (name, today) => {
        expect(timesOf(`The bell was hung last ${name}.`, today)[0]?.interval?.end ?? today).toSatisfy(
          (end: string) => end < today,
        )
        expect(timesOf(`The bell will be hung next ${name}.`, today)[0]?.interval?.start ?? today).toSatisfy(
          (start: string) => start > today,
        )
      }),
      { numRuns: 1_000 },
    )
  })

  test('moves with the article: the same text a whole number of 400 years later means as much later', () => {
    const all = Object.values(relative).flatMap((rows) => rows.map(([marked]) => unmarked(marked).text))
    const texts = all.filter((text) => !/\d{4}/.test(text))
    const cycle = 146_097
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.integer({ min: -50_000, max: 0 }), (text, number) => {
        const early = timesOf(text, isoOfNumber(number))
        const late = timesOf(text, isoOfNumber(number + cycle))
        const moved = early.map(
          ({ interval }) => interval && [interval.start, interval.end].map((day) => (numberOfIso(day) ?? 0) + cycle),
        )
        expect(late.map(({ interval }) => interval && [interval.start, interval.end].map(numberOfIso))).toEqual(moved)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the calendar', () => {
  test('counts days as UTC does, in years 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const date = new Date(number * dayLength)
        const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
        expect(dayOfNumber(number)).toEqual(day)
        expect(dayNumber(day)).toBe(number)
        expect(weekdayOf(number)).toBe(date.getUTCDay())
        expect(isoOfNumber(number)).toBe(date.toISOString().slice(0, 10))
      }),
      { numRuns: 2_000 },
    )
  })
})
