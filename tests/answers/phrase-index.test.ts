import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactWords, hasPhrase } from '../../src/answers/answer/exact-words.ts'
import { maxPlaces, phraseIndex } from '../../src/answers/answer/phrase-index.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'

const foldedWords = (text: string) => exactWords(text).map(({ folded }) => folded)
const phrase = fc.array(fc.constantFrom('the', 'ferry', "mill's", '$5', 'Ålesund', 'x'), { minLength: 1, maxLength: 6 })

test('the paragraphs of a phrase are those that have its words in a row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(phrase, { minLength: 1, maxLength: 8 }), phrase, async (rows, wanted) => {
      const generation = await generationOf(rows.map((row) => `${row.join(' ')}.`).join('\n\n'))
      const text = wanted.slice(0, 3).join(' ')
      const found = phraseIndex(generation).paragraphs(foldedWords(text))
      const all = generation.articles.flatMap(({ paragraphs }) => paragraphs)
      expect([...found]).toEqual(all.filter((paragraph) => hasPhrase(paragraph.text, text)))
    }),
  )
})

test('a phrase is found in more paragraphs than are shown', async () => {
  const count = maxPlaces + 20
  const texts = Array.from(
    { length: count },
    (_, at) => `The ferry to port number ${at} is late, the ferry of the mill.`,
  )
  const generation = await generationOf(texts.join('\n\n'))
  expect(phraseIndex(generation).paragraphs(foldedWords('the ferry')).size).toBe(count)
  expect(phraseIndex(generation).places(foldedWords('the ferry'))).toHaveLength(maxPlaces)
})
