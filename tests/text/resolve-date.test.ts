import { expect, test } from 'vitest'
import { namedTimes } from '../../src/text/resolve-date.ts'

const thursday = '2025-09-04'

test.each([
  ['fired on Thursday', 'Thursday', '2025-09-04', '2025-09-04'],
  ['fired on Monday', 'Monday', '2025-09-01', '2025-09-01'],
  ['will meet on Monday', 'Monday', '2025-09-08', '2025-09-08'],
  ['met last Thursday', 'last Thursday', '2025-08-28', '2025-08-28'],
  ['declared last month', 'last month', '2025-08-01', '2025-08-31'],
  ['earlier this month', 'earlier this month', '2025-09-01', '2025-09-30'],
  ['two days ago', 'two days ago', '2025-09-02', '2025-09-02'],
  ['yesterday', 'yesterday', '2025-09-03', '2025-09-03'],
  ['on Sept. 2', 'Sept. 2', '2025-09-02', '2025-09-02'],
  ['on 28 December', '28 December', '2025-12-28', '2025-12-28'],
  ['on May 4, 1999', 'May 4, 1999', '1999-05-04', '1999-05-04'],
  ['in 1972', '1972', '1972-01-01', '1972-12-31'],
  ['since the 1950s', '1950s', '1950-01-01', '1959-12-31'],
])('"%s" names %s: %s to %s', (text, named, from, to) => {
  const [time] = namedTimes(text, thursday)
  expect(text.slice(time?.start, time?.end)).toBe(named)
  expect(time?.days).toEqual({ from, to })
})

test('a relative time stays unresolved where the text has no date, and keeps its day of the week', () => {
  expect(namedTimes('on Thursday', null)).toMatchObject([{ days: null, weekday: 4 }])
})

test('an hour is told from a day', () => {
  expect(namedTimes('at 8:46 a.m.', thursday)).toMatchObject([{ days: null, clock: 526 }])
})

test('a count is no year', () => {
  expect(namedTimes('sold 1,972 boats and 2019 houses', thursday)).toEqual([])
})
