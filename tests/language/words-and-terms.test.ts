import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stopWords } from '../../src/language/tokens/stop-words.ts'
import { stem, terms } from '../../src/language/tokens/terms.ts'
import { words } from '../../src/language/tokens/words.ts'
import { countryOf, maxCountryFormWords } from '../../src/language/vocabulary/countries.ts'

const folded = (text: string) => words(text).map((word) => word.folded)
const termsOf = (text: string) => terms(text).map(({ term }) => term)

describe('words', () => {
  test.each([
    ['hyphens part them', 'a well-kept, war-torn town', ['a', 'well', 'kept', 'war', 'torn', 'town']],
    ['apostrophes inside do not', "don’t o'clock", ["don't", "o'clock"]],
    ['possessive endings are left out', "the mayor’s and Lima's", ['the', 'mayor', 'and', 'lima']],
    ['dotted acronyms lose their dots', 'the U.S. and the U.N envoy', ['the', 'us', 'and', 'the', 'un', 'envoy']],
    ['numbers keep their separators', '1,250 or 3.5', ['1,250', 'or', '3.5']],
    [
      'numbers keep the letters that cling to them',
      'the 10th, 1990s, 40km, 1.5bn, 5G',
      ['the', '10th', '1990s', '40km', '1.5bn', '5g'],
    ],
    ['a soft hyphen parts nothing', 'coun\u00adcil', ['council']],
    ['a mark alone is none', '❤\ufe0f', []],
    ['other alphabets have them', 'Київ 東京', ['киів', '東京']],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toEqual(expected)
  })

  test('recognise capitals and acronyms', () => {
    expect(words('The NATO chief met U.S. envoys').map(({ capital, acronym }) => [capital, acronym])).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, false],
      [true, true],
      [false, false],
    ])
  })
})

describe('terms', () => {
  test('are stems without function words', () => {
    expect(termsOf('The bridges were closing, and nobody was told of the closures')).toEqual(
      expect.arrayContaining([stem('bridges'), stem('closing'), stem('told')]),
    )
    expect(termsOf('it was of the and to')).toEqual([])
  })

  test('treat every form of a country as one', () => {
    expect(termsOf('U.S. US USA United States Americans')).toEqual(['@us', '@us', '@us', '@us', '@us'])
    expect(termsOf('the New Zealanders of New Zealand')).toEqual(['@nz', '@nz'])
    expect(termsOf('South Koreans and North Koreans')).toEqual(['@kr', '@kp'])
  })

  test('distinguish countries from common words by their capitals', () => {
    expect(termsOf('they gave us turkey and polish')).toEqual([stem('gave'), stem('turkey'), stem('polish')])
    expect(termsOf('Give Us Turkey')).toEqual(expect.arrayContaining(['@tr']))
    expect(termsOf('Us')).not.toContain('@us')
  })

  test('keep acronyms that are spelt like function words', () => {
    expect(termsOf('the WHO said who')).toContain('who')
    expect(termsOf('who')).toEqual([])
  })

  test('write a number in one form', () => {
    expect(termsOf('1,250 and 1250')).toEqual(['1250', '1250'])
  })

  test('leave out words longer than any word', () => {
    expect(termsOf(`${'a'.repeat(33)} bridge`)).toEqual([stem('bridge')])
  })

  test('are at their offsets', () => {
    const text = 'Envoys of the United States arrived'
    expect(terms(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Envoys', 'United States', 'arrived'])
  })
})

describe('countries', () => {
  test('are found by name and nationality', () => {
    expect([countryOf("cote d'ivoire", true), countryOf('czechs', false), countryOf('atlantis', true)]).toEqual([
      'ci',
      'cz',
      undefined,
    ])
    expect([maxCountryFormWords('united'), maxCountryFormWords('bridge')]).toEqual([4, 0])
  })
})

describe('stop words', () => {
  test('hold function words and no words of content', () => {
    expect(['the', 'whose', 'itself', 'could', "isn't", "they've"].every((word) => stopWords.has(word))).toBe(true)
    expect(['war', 'bridge', 'seven'].some((word) => stopWords.has(word))).toBe(false)
  })
})

describe('the terms of scripts without spaces', () => {
  test.each([
    ['Chinese', '图书馆开放', ['图书', '书馆', '馆开', '开放']],
    ['Japanese, by script', '港のカフェ開店', ['港', 'の', 'カフ', 'フェ', '開店']],
    ['Thai, with its marks', 'น้ำใส', ['น\u0e49\u0e4d\u0e32'.normalize('NFKC'), '\u0e4d\u0e32ใ', 'ใส']],
    ['letters and digits between them are words', '2024年AI技術', ['2024', '年', 'ai', '技術']],
    ['question words are none', '谁开门', ['开门']],
    ['half-width forms are folded', 'ｶﾞｽ', ['ガス']],
  ])('%s', (_, text, expected) => {
    expect(termsOf(text)).toEqual(expected)
  })

  test('are read from a run of any length', () => {
    expect(termsOf('港町'.repeat(150_000))).toHaveLength(299_999)
  })

  test('are where their characters are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('港', '町', 'の', 'カ', 'น้', ' ', 'ship', '7', '“'), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('')
          for (const { folded, start, end } of terms(text)) expect(text.slice(start, end)).toBe(folded)
        },
      ),
    )
  })
})
