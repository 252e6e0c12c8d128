import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Findable, suggestionList } from '../../src/answers/suggest/suggestion-list.ts'
import { similarity } from '../../src/language/names/names.ts'

const wordsOf = (text: string): readonly string[] => text.split(/[\s-]+/).filter((word) => word !== '')
const thing = (folded: string): Findable => ({ folded, words: wordsOf(folded) })

/** How well a thing fits, worked out on its own, without anything prepared: 0: not. */
function closeness(typed: string, { folded, words }: Findable): number {
  const typedWords = [...new Set(wordsOf(typed))]
  if (folded.startsWith(typed)) return 4
  if (typedWords.every((word) => words.some((own) => own.startsWith(word)))) return 3
  if (folded.includes(typed)) return 2
  const alike = typedWords
    .slice(0, 8)
    .map((word) =>
      Math.max(
        0,
        ...words
          .filter((own) => (word.length < 3 ? own.startsWith(word) : own[0] === word[0] || own[1] === word[0]))
          .map((own) =>
            word.length < 3 ? 1 : Math.max(similarity(word, own.slice(0, word.length)), similarity(word, own)),
          ),
      ),
    )
  const least = Math.min(1, ...alike)
  return least >= 0.86 ? least : 0
}

/** Words that are often alike: a few letters, and slips of one another. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdeo'), minLength: 1, maxLength: 9 }),
  fc.constantFrom(
    'zelenskyy',
    'zelensky',
    'zelnsky',
    'council',
    'councils',
    'coucnil',
    'ferry',
    'ferries',
    'élan',
    '🙂',
  ),
)
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const typedText = fc.oneof(
  text,
  fc.array(word, { maxLength: 12 }).map((words) => words.join('-')),
  fc.constant('- '),
)

describe('a list of suggestions', () => {
  test('finds what comparing each one with the typed text finds, in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 40 }),
        typedText,
        fc.integer({ min: 1, max: 30 }),
        (texts, typed, limit) => {
          const things = texts.map(thing)
          const expected =
            wordsOf(typed).length === 0
              ? things
              : things
                  .map((one) => ({ one, score: closeness(typed, one) }))
                  .filter(({ score }) => score > 0)
                  .sort((a, b) => b.score - a.score)
                  .map(({ one }) => one)
          const found = suggestionList(things).find(typed, wordsOf(typed), limit)
          expect(found.map(({ folded }) => folded)).toEqual(expected.slice(0, limit).map(({ folded }) => folded))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('tolerates a slip in each of several words, but finds nothing if one is too far off', () => {
    const list = suggestionList(['volodymyr zelenskyy', 'vladimir putin', 'council of elmport'].map(thing))
    const of = (typed: string) => list.find(typed, wordsOf(typed), 25).map(({ folded }) => folded)
    expect(of('volodymir zelnsky')).toEqual(['volodymyr zelenskyy'])
    expect(of('volodymir harbour')).toEqual([])
    expect(of('')).toHaveLength(3)
  })
})
