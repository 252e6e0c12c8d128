import { describe, expect, test } from 'vitest'
import { quotes } from '../../src/answers/statements/quotes.ts'
import { whoSaid } from '../../src/answers/statements/who-said.ts'
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

describe('hyphenated, closed and spaced forms find each other', async () => {
  const generation = await generationOf(
    `date 2024-03-11
The long-term lease of the mill was signed by Ida Brandt.

The e-newsletter of the library is written by Ulf Stein.

The lightship was towed by the tug Heron.

The plugin for the tide clock was made by Ana Torv.

The cooperative of the weavers elected Nils Aker.`,
    `date 2024-03-12
The night shift of the bakery was led by Olga Finn.

Every add-on for the sonar costs ninety crowns.`,
  )

  test.each([
    ['Who signed the longterm lease?', /long-term lease/],
    ['Who signed the long term lease?', /long-term lease/],
    ['Who writes the enewsletter of the library?', /e-newsletter/],
    ['Who towed the light-ship?', /lightship/],
    ['Who towed the light ship?', /lightship/],
    ['Who made the plug-in for the tide clock?', /plugin/],
    ['Who was elected by the co-operative?', /cooperative/],
    ['Who led the nightshift?', /night shift/],
    ['What does an addon cost?', /add-on/],
  ])('%s', async (question, sentence) => {
    expect((await shown(generation, question))[0]).toMatch(sentence)
  })
})

describe('exact words, function words included', async () => {
  const generation = await generationOf(
    `date 2024-03-11
“It is what it is,” said the ferryman, Olaf Brun, after the storm.

“What is it?” asked the clerk, Mia Dahl.

“We would have been there, and we will not,” said the drummer, Ned Holm.

The sailor Tove Lind never said “I did it all,” she told the court.`,
  )

  test.each([
    ['it is what it is', 'Olaf Brun'],
    ['Who said it is what it is?', 'Olaf Brun'],
    ['Who said “it is what it is”?', 'Olaf Brun'],
    ['we will not', 'Ned Holm'],
    ['what is it', 'Mia Dahl'],
  ])('/who-said %s', async (said, name) => {
    const answer = await whoSaid(generation, said)
    expect(answer).toMatchObject({ total: 1, items: [{ statement: { speaker: { name } } }] })
  })

  test('are found in chat too', async () => {
    expect((await shown(generation, 'who said "it is what it is"?'))[0]).toMatch(/^“It is what it is,”/)
  })

  test('are refused if nobody says them as a phrase', async () => {
    await expect(whoSaid(generation, 'it what is it is')).rejects.toThrow('only common words')
  })
})
