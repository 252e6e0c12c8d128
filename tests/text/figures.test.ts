import { describe, expect, it } from 'vitest'
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
    ['in 1999', [[1999, 'count']]],
    ['no figure, F16 or x2', []],
  ] as const)('of “%s”', (text, expected) => {
    expect(figures(text).map(({ value, unit }) => [value, unit])).toEqual(expected)
  })

  it('stand where they say', () => {
    const text = 'It cost about $5 million in all.'
    expect(figures(text).map(({ start, end }) => text.slice(start, end))).toEqual(['$5 million'])
  })
})
