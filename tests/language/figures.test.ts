import { describe, expect, test } from 'vitest'
import { boundBefore } from '../../src/language/figures/figure-bound.ts'
import { currencyOf, figures } from '../../src/language/figures/figures.ts'

describe('figures', () => {
  test.each([
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
      '£3m, €1.5bn and $20k',
      [
        [3e6, 'money'],
        [1.5e9, 'money'],
        [20e3, 'money'],
      ],
    ],
    ['a tower of 5m', []],
    [
      'a hundred boats and a dozen cars',
      [
        [100, 'count'],
        [12, 'count'],
      ],
    ],
    ['two hundred thousand people', [[200_000, 'count']]],
    ['three hundred and forty boats', [[340, 'count']]],
    ['a hundred and twenty thousand hens', [[120_000, 'count']]],
    [
      'a hundred and two others',
      [
        [100, 'count'],
        [2, 'count'],
      ],
    ],
    ['half a thousand boats', [[500, 'count']]],
    ['the 10th time', [[10, 'ordinal']]],
    ['in 1999', [[1999, 'count']]],
    ['no figure, F16 or x2', []],
  ] as const)('of “%s”', (text, expected) => {
    expect(figures(text).map(({ value, unit }) => [value, unit])).toEqual(expected)
  })

  test('are at their offsets', () => {
    const text = 'It cost about $5 million in all.'
    expect(figures(text).map(({ start, end }) => text.slice(start, end))).toEqual(['$5 million'])
  })
})

test.each([
  ['$4', 'dollar'],
  ['US$4', 'dollar'],
  ['C$4', 'canadian dollar'],
  ['4 euros', 'euro'],
  ['£4', 'pound'],
  ['4 yuan', 'yuan'],
  ['¥4', 'yen'],
  ['4 crowns', null],
])('the currency of %s is %s', (shown, currency) => {
  expect(currencyOf(shown)).toBe(currency)
})

test.each([
  ['more than 40 boats', '>', 'least'],
  ['at least 40 boats', '>=', 'least'],
  ['fewer than 40 boats', '<', 'most'],
  ['as many as 40 boats', '<=', 'most'],
  ['nearly 40 boats', '~<', 'about'],
  ['some 40 boats', '~', 'about'],
])('the bound of “%s” is %s', (text, relation, bound) => {
  expect(boundBefore(text, text.indexOf('40'))).toMatchObject({ relation, bound, start: 0 })
  expect(boundBefore('the 40 boats', 4)).toBeNull()
})
