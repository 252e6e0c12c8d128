import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../src/answers/ask/ask.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'

describe('questions about events in the news', () => {
  let generation: Generation
  beforeAll(async () => {
    generation = await generationOf(
      `date 2026-03-03
Ministers agree on a convoy for Velmark.

During a Marble House meeting with Chancellor Odile Brandt, Premier Quist praised the harvest.

The declaration came after a summit in Lisbon of the river states.

The ministers said before the summit that patience is a virtue.

Premier Quist said Tuesday that 14 of the allies have agreed to deploy a convoy force once the drought in Velmark ends.

Chancellor Brandt and Mayor Tove Lund, who lead the river group, have insisted that the convoy needs a budget.

The tram line in Velmark was closed. Rust was found in its rails.

The library in Velmark moved to the harbour. The old roof leaked, so nobody wanted to stay.

The Velmark parade was put off because of hail.

Ana Lima leads the harbour police.

The museum opens on 4 May, the city said.`,
    )
  })
  const answerTo = async (question: string) => {
    const answer = await ask(generation, question)
    if (answer.status !== 'answered') return answer
    const [first] = answer.items
    return { text: first !== undefined && 'snippet' in first ? first.snippet.text : undefined, unsure: answer.unsure }
  }

  test('the person met is in a noun phrase', async () => {
    expect(await answerTo('Who did Quist meet at the Marble House?')).toMatchObject({
      text: expect.stringContaining('meeting with Chancellor Odile Brandt'),
    })
  })

  test('a place name before a noun is not an agent', async () => {
    const answer = await ask(generation, 'Why did Quist meet the Marble House?')
    expect(answer).not.toMatchObject({ reason: { code: 'roles-reversed' } })
  })

  test('the place of an event comes directly after it', async () => {
    expect(await answerTo('Where did the summit take place?')).toMatchObject({
      text: expect.stringContaining('a summit in Lisbon'),
    })
  })

  test('those who agreed to deploy a force send troops', async () => {
    expect(await answerTo('How many allies will send troops?')).toMatchObject({
      text: expect.stringContaining('14 of the allies'),
    })
  })

  test('the time of another verb is not a sure answer', async () => {
    expect(await answerTo('When will the drought in Velmark end?')).not.toMatchObject({ unsure: false })
    expect(await answerTo('When does the museum open?')).toMatchObject({
      text: 'The museum opens on 4 May, the city said.',
      unsure: false,
    })
  })

  test('the leader of something else is not a sure answer', async () => {
    expect(await answerTo('Who will lead the convoy?')).not.toMatchObject({ unsure: false })
    expect(await answerTo('Who leads the harbour police?')).toMatchObject({
      text: 'Ana Lima leads the harbour police.',
    })
  })

  test.each([
    ['Why was the tram line in Velmark closed?', 'Rust was found'],
    ['Why did the library in Velmark move?', 'The old roof leaked'],
    ['why was the velmark parade put off', 'because of hail'],
  ])('%s is answered with the reason, in the sentence or in the next', async (question, reason) => {
    expect(await answerTo(question)).toMatchObject({ text: expect.stringContaining(reason) })
  })

  test('a reason for the opposite is not an answer', async () => {
    expect(await answerTo('Why was the tram line in Velmark not closed?')).toMatchObject({ status: 'nothing-found' })
  })
})
