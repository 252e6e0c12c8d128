import { describe, expect, test } from 'vitest'
import { normalise, plainLine } from '../../src/language/tokens/normalise.ts'

describe('a string folded for matching', () => {
  test.each([
    ['case', 'The MAYOR', 'the mayor'],
    ['diacritics, composed or not', 'Café Cafe\u0301 Łódź', 'cafe cafe lodz'],
    [
      'letters that do not decompose',
      'Øre ŁAD Straße STRASSE Ægir Œuvre Đuro Ðis Þór ılık İzmir',
      'ore lad strasse strasse aegir oeuvre duro dis thor ilik izmir',
    ],
    ['quotation marks', '“a” „b‟ «c» ‘d’ `e´', '"a" "b" "c" \'d\' \'e\''],
    ['primes', '5\u2032 6\u2033', '5\' 6"'],
    ['an acute accent for an apostrophe', 'Lima\u00b4s', "lima's"],
    ['dashes', 'a\u2010b\u2013c\u2014d\u2212e', 'a-b-c-d-e'],
    ['compatibility forms', 'ﬁle ２０２４\u00a0x', 'file 2024 x'],
    ['soft hyphens', 'coun\u00adcil', 'council'],
  ])('loses differences of %s', (_, text, folded) => {
    expect(normalise(text)).toBe(folded)
  })
})

describe('one line of plain text', () => {
  test.each([
    ['folds white space', ' a\n\t b\u00a0 ', 'a b'],
    ['drops control characters', 'a\u0000\u001b[31mb', 'a [31mb'],
    ['drops bidirectional marks', 'a\u202eb\u2066c', 'a b c'],
    ['keeps words with a soft hyphen whole', 'coun\u00adcil', 'council'],
    ['replaces lone surrogates', 'a\ud800b', 'a\ufffdb'],
    ['is empty where nothing is seen', '\u200b\u3164 \u2028', ''],
  ])('%s', (_, text, line) => {
    expect(plainLine(text)).toBe(line)
  })
})
