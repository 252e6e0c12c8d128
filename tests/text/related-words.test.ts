import { describe, expect, it } from 'vitest'
import { antonymLines } from '../../src/text/lexicon/antonyms.ts'
import { relatedStems } from '../../src/text/lexicon/related-stems.ts'
import { antonyms, relatedWords } from '../../src/text/related-words.ts'
import { stem } from '../../src/text/terms.ts'

/** The lines of a lexicon, each as its stem and what stands behind it. */
function entries(lines: string): readonly (readonly [string, string])[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
}

describe('related words', () => {
  it('are found for every stem of the lexicon, in the order of its line', () => {
    for (const [own, line] of entries(relatedStems)) {
      expect(relatedWords(own).map(({ stem, strength }) => `${stem}${Math.round(strength * 10)}`)).toEqual(
        line.split(' '),
      )
    }
  })

  it('bring a verb and its noun together', () => {
    expect(relatedWords(stem('invade')).map((one) => one.stem)).toContain(stem('invasion'))
  })

  it('are none for what is no stem of the lexicon: before the first, behind the last, between two, part of one, nothing', () => {
    const [first = ''] = entries(relatedStems)[0] ?? []
    const [last = ''] = entries(relatedStems).at(-1) ?? []
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
  it('are found for every stem of the lexicon', () => {
    for (const [own, line] of entries(antonymLines)) expect(antonyms(own)).toEqual(line.split(' '))
  })
})
