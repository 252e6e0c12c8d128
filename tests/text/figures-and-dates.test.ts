import { describe, expect, it } from 'vitest'
import { dates, isIsoDate } from '../../src/text/dates.ts'
import { figures } from '../../src/text/figures.ts'

describe('figures', () => {
  it.each([
    ['112 boats', [[112, 'count']]],
    ['1,250 boats', [[1250, 'count']]],
    [
      '3.5 percent, 40% and 7 per cent',
      [
        [3.5, 'percent'],
        [40, 'percent'],
        [7, 'percent'],
      ],
    ],
    [
      'twenty-six towns and five bridges',
      [
        [26, 'count'],
        [5, 'count'],
      ],
    ],
    [
      '$5 million or €1.1 billion',
      [
        [5e6, 'money'],
        [1.1e9, 'money'],
      ],
    ],
    ['30 dollars', [[30, 'money']]],
    [
      'a hundred boats and a dozen cars',
      [
        [100, 'count'],
        [12, 'count'],
      ],
    ],
    ['two hundred thousand people', [[200_000, 'count']]],
    ['the 10th time', [[10, 'ordinal']]],
    ['in 1999', [[1999, 'year']]],
    ['no figure, F16 or x2', []],
  ] as const)('of “%s”', (text, expected) => {
    expect(figures(text).map(({ value, unit }) => [value, unit])).toEqual(expected)
  })

  it('stand where they say', () => {
    const text = 'It cost about $5 million in all.'
    expect(figures(text).map(({ start, end }) => text.slice(start, end))).toEqual(['$5 million'])
  })
})

describe('dates', () => {
  it.each([
    ['He came on Monday, May 3, 2024.', ['Monday', 'May 3, 2024']],
    ['the 3rd of May 2024', ['3rd of May 2024']],
    ['on 2024-05-03 at 9:30 a.m. today', ['2024-05-03', '9:30 a.m', 'today']],
    ['since 1999 and last month', ['since 1999', 'last month']],
    ['two days ago', ['two days ago']],
    ['They may march', []],
    ['no date at all', []],
  ])('of “%s”', (text, expected) => {
    const found = dates(text).map(({ start, end }) => text.slice(start, end).replace(/\.$/, ''))
    expect(found).toEqual(expected)
  })

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-02-30', false],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['2024-1-1', false],
    ['20240101', false],
    ['2024-01-01 ', false],
    ['2024-01-01\n', false],
    ['９999-01-01', false],
    ['', false],
  ])('in ISO form: “%s” is a day of the calendar: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected)
  })
})
