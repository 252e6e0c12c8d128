import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../src/answers/ask/ask.ts'
import { answerType } from '../../src/answers/ask/question/answer-type.ts'
import { phrasalVerbs } from '../../src/answers/ask/question/phrasal-verbs.ts'
import { measuresIn } from '../../src/answers/ask/rank/spans/measures.ts'
import { textStyle } from '../../src/answers/ask/rank/text-style.ts'
import { stem } from '../../src/language/tokens/terms.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'
import { textItems } from '../../testkit/articles/text-items.ts'

describe('what is measured', () => {
  const measured = (question: string, text: string) =>
    measuresIn(question, text)?.map(({ start, end }) => text.slice(start, end)) ?? null

  test.each([
    ['How heavy is the bell?', 'The bell of 1931 weighs 96 tonnes.', ['96 tonnes']],
    ['How high is the dam?', 'The dam, built in 1931, is 38 metres high.', ['38 metres']],
    ['How long did it last?', 'It lasted two hours in 2017.', ['two hours']],
    ['How fast was it?', 'It cost 96 crowns.', []],
    ['How many bells are there?', 'There are 96 bells.', null],
  ])('%s %s', (question, text, found) => {
    expect(measured(question, text)).toEqual(found)
  })
})

test.each([
  ['How much is a ticket?', 'money'],
  ['how much did the new bridge cost', 'money'],
  ['What does the ferry cost?', 'money'],
  ['election date', 'date'],
  ['ticket price', 'money'],
])('%s asks for %s', (question, type) => {
  expect(answerType(question, null)).toBe(type)
})

test('a phrasal verb stands for the verbs that mean the same', () => {
  expect(phrasalVerbs('Why was the launch put off?')).toMatchObject([
    { start: 19, end: 26, stems: expect.arrayContaining([stem('postpone')]) },
  ])
  expect(phrasalVerbs('Who put the cup there?')).toEqual([])
})

describe('news', () => {
  let generation: Generation
  beforeAll(async () => {
    generation = await generationOf(
      `date 2026-03-03
The ferry Alma was put out of service in Bergen.

Rui Lima, 44, has steered the Alma since 2019.

Lima will retire in May.

The owner, Ana Lima, paid 900,000 euros for the Alma in 2024.

“The engine coughed. It coughed like my uncle,” Rui Lima said.

A passenger asked: How long will it take?

It will take three weeks.`,
    )
  })
  const first = async (question: string) => {
    const answer = await ask(generation, question)
    return answer.status === 'answered' ? textItems(answer.items)[0]?.snippet.text : answer.status
  }

  test('is told from pages by its short paragraphs', async () => {
    expect(textStyle(generation)).toBe('news')
    expect(textStyle(await generationOf('The dam was built by the town, and it holds. '.repeat(20)))).toBe('pages')
  })

  test('gives no sentence of another year, and none about a namesake', async () => {
    expect(await first('How much did Ana Lima pay for the Alma in 2017?')).toBe('nothing-found')
    expect(await first('When will Ana Lima retire?')).not.toBe('Lima will retire in May.')
  })

  test('never cuts a quotation', async () => {
    const answer = await ask(generation, 'did the engine of the Alma cough?')
    const nearest = answer.status === 'nothing-found' ? answer.nearest : []
    const shown = answer.status === 'answered' ? textItems(answer.items) : nearest
    expect(shown.length).toBeGreaterThan(0)
    for (const { snippet } of shown)
      expect(snippet.text.split('“').length, snippet.text).toBe(snippet.text.split('”').length)
  })
})
