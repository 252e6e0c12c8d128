import { expect, test } from 'vitest'
import { isIsoDate, shortestForm } from '../../../src/language/dates/time/calendar.ts'

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-02-30', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['0000-01-01', false],
  ['2024-1-1', false],
  ['20240101', false],
  ['2024-01-01 ', false],
  ['2024-01-01\n', false],
  ['９999-01-01', false],
  ['', false],
])('in ISO form: “%s” is a day of the calendar: %s', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected)
})

test.each([
  ['2024-05-02', '2024-05-02', '2024-05-02'],
  ['2024-02-01', '2024-02-29', '2024-02'],
  ['2023-02-01', '2023-02-28', '2023-02'],
  ['1972-01-01', '1972-12-31', '1972'],
  ['1980-01-01', '1989-12-31', '1980 to 1989'],
  ['2011-07-01', '2011-09-30', '2011-07 to 2011-09'],
  ['2011-12-01', '2012-02-29', '2011-12 to 2012-02'],
  ['2024-05-06', '2024-05-12', '2024-05-06 to 2024-05-12'],
  ['2024-05-01', '2024-05-30', '2024-05-01 to 2024-05-30'],
])('%s to %s is shown as short as it can be: %s', (start, end, shown) => {
  expect(shortestForm({ start, end, precision: 'span' })).toBe(shown)
})
