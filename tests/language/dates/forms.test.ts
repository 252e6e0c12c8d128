import { describe, expect, test } from 'vitest'
import { daysOf, timesOf, unmarked } from '../../../testkit/language/read-time.ts'
import { articleDate, noTimes, type Row, relative, stated } from '../../../testkit/language/time-forms.ts'

function shown(text: string, today: string | null) {
  return timesOf(text, today).map(({ start, end, interval }) => [
    text.slice(start, end),
    interval === null ? null : [interval.start, interval.end],
  ])
}

function expected([marked, meaning]: Row) {
  const meanings = meaning.split(' | ')
  return unmarked(marked).spans.map((span, at) => [span, daysOf(meanings[at] ?? '?')])
}

describe.each(Object.entries(stated))('%s with its year', (_, rows) => {
  test.each(rows)('%s is %s, whatever the article’s date', (marked, meaning) => {
    for (const today of [articleDate, '1999-12-31', null]) {
      const { text } = unmarked(marked)
      const wanted = expected([marked, meaning])
      // A time in the sentence that depends on something else is open for any article.
      expect(shown(text, today)).toEqual(wanted)
    }
  })
})

describe.each(Object.entries(relative))('%s', (_, rows) => {
  test.each(rows)('%s is %s', (marked, meaning) => {
    expect(shown(unmarked(marked).text, articleDate)).toEqual(expected([marked, meaning]))
  })

  test.each(rows.filter(([marked]) => !/\d{4}/.test(marked)))(
    '%s stays open in an article without a date',
    (marked) => {
      expect(shown(unmarked(marked).text, null).every(([, days]) => days === null)).toBe(true)
    },
  )
})

describe.each(Object.entries(noTimes))('no times: %s', (_, texts) => {
  test.each(texts)('%s', (text) => {
    expect(shown(text, articleDate)).toEqual([])
  })
})

test('an hour is distinguished from a day', () => {
  const text = 'It struck at 8:46 a.m. on Monday, and at 9 pm.'
  expect(timesOf(text, articleDate).map(({ start, end, clock }) => [text.slice(start, end), clock?.minutes])).toEqual([
    ['8:46 a.m.', 526],
    ['Monday', undefined],
    ['9 pm', 1260],
  ])
})

test.each([
  ['The ferry left at nine.', 'nine', 540, true],
  ['The ferry left at about nine in the evening.', 'nine', 1260, false],
  ['The ferry left just after 9.', '9', 540, true],
  ['It left at half past four on Tuesday afternoon.', 'half past four', 990, false],
  ['It left at twenty to six.', 'twenty to six', 340, true],
  ['It left at twenty-five past six.', 'twenty-five past six', 385, true],
  ['It left at a quarter past eight.', 'a quarter past eight', 495, true],
  ['Everyone was aboard by eight o’clock.', 'eight o’clock', 480, true],
  ['It left at 14:16.', '14:16', 856, false],
  ['It left shortly before 06:00.', '06:00', 360, false],
  ['It left at 9:30.', '9:30', 570, true],
  ['It left at midnight.', 'midnight', 0, false],
  ['It left around noon.', 'noon', 720, false],
])('%s: a time of day', (text, words, minutes, isTwelveHour) => {
  const [time] = timesOf(text, articleDate).filter(({ clock }) => clock !== null)
  expect(time && text.slice(time.start, time.end)).toBe(words)
  expect(time?.clock).toEqual({ minutes, isTwelveHour })
})

test.each([
  'The shells fell at nine hospitals.',
  'At two metres, the river is high.',
  'The race was won in 2:10:18.',
  'They won 12:10 after a long match.',
  'Read John 3:16 aloud.',
  'A share costs at 9.5 times earnings.',
  'Of the four, ten to two people stayed.',
  'She fell five places to six.',
  'The midnight sun shone over the bay.',
])('%s: no time of day', (text) => {
  expect(timesOf(text, articleDate).filter(({ clock }) => clock !== null)).toEqual([])
})

test('a day of the week is kept for an article without a date', () => {
  expect(timesOf('It struck on Thursday.', null)).toMatchObject([{ interval: null, weekday: 4 }])
})

test('the precision of a time is kept', () => {
  const precisions: readonly (readonly [string, string])[] = [
    ['on 3 May 2005', 'day'],
    ['last week', 'week'],
    ['in May 2005', 'month'],
    ['in Q3 2011', 'quarter'],
    ['in the spring of 2010', 'season'],
    ['in 2010', 'year'],
    ['in the 1990s', 'decade'],
    ['in the 19th century', 'century'],
    ['between 3 and 9 May 2006', 'span'],
  ]
  for (const [text, precision] of precisions) {
    expect(timesOf(text, articleDate)).toMatchObject([{ interval: { precision } }])
  }
})

test('the day of the week next to a date determines its year', () => {
  // 3 May was a Friday in 2024, and a Wednesday in 2023.
  expect(timesOf('The fair of Friday, May 3, was fine.', '2024-04-20')).toMatchObject([
    { interval: { start: '2024-05-03' } },
  ])
})
