import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersOf, mayBeSimilar } from '../../src/language/names/letter-set.ts'
import { similarity } from '../../src/language/names/names.ts'
import { terms } from '../../src/language/tokens/terms.ts'
import { takeAll } from '../../src/resources/steps.ts'
import { nearbyTerms } from '../../src/search/terms/nearby-terms.ts'
import { hasShare, termLists } from '../../src/search/terms/term-lists.ts'
import { readWords, vocabularyOf } from '../../src/search/terms/vocabulary.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', '\u{1f600}'), minLength: 1, maxLength: 9 })

/** All that one insertion, removal or replacement makes of a word, with these letters. */
function edits(text: string): readonly string[] {
  const letters = ['a', 'b', 'c', 'd', 'e']
  const places = Array.from({ length: text.length + 1 }, (_, at) => at)
  return places.flatMap((at) => [
    ...letters.map((letter) => text.slice(0, at) + letter + text.slice(at)),
    ...letters.map((letter) => text.slice(0, at) + letter + text.slice(at + 1)),
    text.slice(0, at) + text.slice(at + 1),
  ])
}

const swaps = (text: string): readonly string[] =>
  Array.from(
    { length: text.length - 1 },
    (_, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  )

describe('words near to a word', () => {
  test('are never ruled out by their letters if they are similar', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(0.86, 0.9, 0.93), (a, b, least) => {
        if (similarity(a, b) >= least) expect(mayBeSimilar(a, lettersOf(a), b, lettersOf(b), least)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('are all those one edit away, and those that begin with it', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(plain, fc.array(plain), fc.nat(), (asked, others, chosen) => {
        const all = [...edits(asked), ...swaps(asked)]
        const near = all[chosen % all.length] ?? ''
        const vocabulary = new Set([near, ...others].filter((one) => one !== '' && one !== asked))
        const wanted = [...vocabulary].filter(
          (one) =>
            (asked.length >= 3 && (one.startsWith(asked) || swaps(asked).includes(one))) ||
            (asked.length >= 4 && edits(asked).includes(one)),
        )
        expect(nearbyTerms(vocabulary)(asked)).toEqual(wanted.sort())
      }),
      { numRuns: 500 },
    )
  })

  test('are the likeliest slips first, also among many words', () => {
    const text = `The secretary of security spoke. ${Array.from({ length: 500 }, (_, at) => `s${at.toString(36)}x`).join(' ')}`
    const vocabulary = vocabularyOf(readWords([{ text, terms: terms(text) }]))
    expect(vocabulary.slips('secuirty')).toEqual(['secur'])
    expect(vocabulary.slips('zzzz')).toEqual([])
  })
})

test('lists give the things that have enough of the weight of some terms, in their order', () => {
  const thing = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(
      fc.array(thing),
      fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (things, weights) => {
        const asked = ['a', 'b', 'c'].map((term, at) => ({ term, weight: weights[at] ?? 0 }))
        const bitsOf = new Map(asked.map(({ term }, at) => [term, 1 << at]))
        const share = (own: readonly string[]) =>
          asked.reduce((sum, { term, weight }) => sum + (own.includes(term) ? weight : 0), 0)
        const lists = takeAll(termLists(things, (own) => own))
        for (const least of [0.5, 2]) {
          const expected = things.filter((own) => own.some((term) => bitsOf.has(term)) && share(own) >= least)
          // The same question twice: nothing is left over from the first time.
          for (let time = 0; time < 2; time++) expect(lists.having(bitsOf, hasShare(asked, least))).toEqual(expected)
        }
      },
    ),
  )
})
