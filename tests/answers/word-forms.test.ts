import { describe, expect, test } from 'vitest'
import { quotes } from '../../src/answers/statements/quotes.ts'
import { generationOf, shown } from '../../testkit/articles/generation-of-texts.ts'

describe('letters that do not decompose', async () => {
  const generation = await generationOf(
    `date 2024-03-11
Søren Kjær opened the bakery in Wałcz in April.

The Großmarkt moved to the Elbe in 1999.

“The dam will hold,” said Þóra Ægisdóttir, the warden.`,
    `date 2024-03-12
Jorgen Bjork painted the Haeggstrasse bridge green.`,
  )

  test.each([
    ['Who opened the bakery in Walcz?', /^Søren Kjær/],
    ['What did Soren Kjaer open?', /^Søren Kjær/],
    ['When did the Grossmarkt move?', /^The Großmarkt/],
    ['What did Jørgen Bjørk paint?', /^Jorgen Bjork/],
    ['Who painted the Hæggstraße bridge?', /^Jorgen Bjork/],
  ])('find their plain forms, and the other way round: %s', async (question, sentence) => {
    expect((await shown(generation, question))[0]).toMatch(sentence)
  })

  test.each(['Thora Aegisdottir', 'Þóra Ægisdóttir'])('find the speaker %s', async (name) => {
    const answer = await quotes(generation, name)
    expect(answer).toMatchObject({ items: [{ snippet: { text: expect.stringContaining('Þóra Ægisdóttir') } }] })
  })
})
