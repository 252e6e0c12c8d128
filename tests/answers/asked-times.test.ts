import { describe, expect, test } from 'vitest'
import { generationOf, shown } from '../../testkit/articles/generation-of-texts.ts'

describe('a time in a question', async () => {
  const generation = await generationOf(
    `date 2021-06-14
The sailing race was won by the crew of Heron on Sunday, and 700 people came to the quay.`,
    `date 2022-06-13
The sailing race was won by the crew of Plover on Sunday, and 3,000 people came to the quay.`,
    `date 2022-10-03
The lighthouse was painted red in September.`,
  )

  test.each([
    ['Who won the sailing race in 2021?', /crew of Heron/],
    ['Who won the sailing race in 2022?', /crew of Plover/],
    ['Who won the sailing race last year?', /crew of Heron/],
    ['Who won the sailing race this year?', /crew of Plover/],
    ['Who won the sailing race in June 2021?', /crew of Heron/],
  ])('is the date of an article, not a word to find: %s', async (question, sentence) => {
    const sentences = await shown(generation, question)
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toMatch(sentence)
  })

  test.each(['Who won the sailing race in 2019?', 'Who won the sailing race in March 2022?'])(
    'that no article is about has no answer: %s',
    async (question) => {
      const answer = await shown(generation, question)
      expect(typeof answer).toBe('string')
      expect(answer).not.toBe('unknown-words')
    },
  )
})
