import { describe, expect, test } from 'vitest'
import { stem } from '../../src/language/tokens/terms.ts'
import { antonyms, relatedWords } from '../../src/language/vocabulary/related-words.ts'
import { readRows } from '../../src/resources/resources.ts'

const relatedStems = readRows('wordnet/related-stems.tsv')

describe('related words', () => {
  test('are found for every stem of the lexicon, in the order of its line', () => {
    for (const [own = '', line = ''] of relatedStems) {
      expect(relatedWords(own).map(({ stem, strength }) => `${stem}${Math.round(strength * 10)}`)).toEqual(
        line.split(' '),
      )
    }
  })

  test('bring a verb and its noun together', () => {
    expect(relatedWords(stem('invade')).map((one) => one.stem)).toContain(stem('invasion'))
  })

  test('do not exist for a string that is not a stem of the lexicon', () => {
    const [first = ''] = relatedStems[0] ?? []
    const [last = ''] = relatedStems.at(-1) ?? []
    for (const other of [
      '',
      'a',
      first.slice(0, -1),
      `${first}x`,
      `${last}z`,
      '~',
      'é',
      ' ',
      '\n',
      '@us',
      '1812',
      'desert4',
    ]) {
      expect(relatedWords(other)).toEqual([])
      expect(antonyms(other)).toEqual([])
    }
  })
})

describe('antonyms', () => {
  test('are found for every stem of the lexicon', () => {
    for (const [own = '', line = ''] of readRows('wordnet/antonyms.tsv')) expect(antonyms(own)).toEqual(line.split(' '))
  })
})
