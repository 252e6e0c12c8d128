import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../src/answers/ask/ask.ts'
import { unwrap } from '../../src/answers/ask/intent/asking-words.ts'
import { plainForm } from '../../src/answers/ask/intent/plain-form.ts'
import { isBareTopic, readIntent } from '../../src/answers/ask/intent/read-intent.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'
import { textItems } from '../../testkit/articles/text-items.ts'

describe('a question without the words around it', () => {
  test.each([
    ['hey do you know if the ferry runs??', 'the ferry runs??'],
    ['hi, can you tell me when the ferry leaves please', 'when the ferry leaves'],
    ['ok so random question but what is the fare lol', 'what is the fare'],
    ['and who opened the pier?', 'who opened the pier?'],
    ['Heyford is a town', 'Heyford is a town'],
    ['so', 'so'],
    ['What is the fare?', 'What is the fare?'],
  ])('%s', (question, bare) => {
    expect(unwrap(question)).toBe(bare)
  })
})

test.each([
  ['whats the fare', 'what is the fare'],
  ['how come the pier closed', 'why the pier closed'],
  ['waht time does it leave', 'when does it leave'],
  ['Who’s the mayor?', 'who is the mayor?'],
])('%s is read as: %s', (question, plain) => {
  expect(plainForm(question)).toBe(plain)
})

describe('the intent of a message', () => {
  test.each([
    ['hi', { kind: 'small-talk', of: 'greeting' }],
    ['Thanks!', { kind: 'small-talk', of: 'thanks' }],
    ['what can you do?', { kind: 'small-talk', of: 'help' }],
    ['hey, what are the articles about', { kind: 'small-talk', of: 'articles' }],
    ['What did Kari Lund say about the pier?', { kind: 'statements', speaker: 'Kari Lund', topic: 'the pier' }],
    ['what has the mayor said', { kind: 'statements', speaker: 'the mayor', topic: '' }],
    ['how did Lund react to the vote?', { kind: 'statements', speaker: 'Lund', topic: 'the vote' }],
    ['Did Lund say anything about fees?', { kind: 'statements', speaker: 'Lund', topic: 'fees', asksWhether: true }],
    ['who said that the pier belongs to everyone', { kind: 'who-said' }],
    ['tell me about the pier', { kind: 'topic', topic: 'the pier', newest: false }],
    ['whats the latest on the pier?', { kind: 'topic', topic: 'the pier', newest: true }],
    ['what happened to the pier', { kind: 'topic', topic: 'the pier' }],
    ['what happened to the pier in 2018', { kind: 'question' }],
    ['What did he say?', { kind: 'question' }],
    ['What did the ferry cost?', { kind: 'question' }],
  ])('%s', (message, intent) => {
    expect(readIntent(message)).toMatchObject(intent)
  })

  test.each([
    ['harbour fees', true],
    ['harbour fees?', false],
    ['is the pier open', false],
    ['pier opening date', false],
  ])('%s is only a topic: %s', (text, isTopic) => {
    expect(isBareTopic(text)).toBe(isTopic)
  })
})

describe('/ask', () => {
  let generation: Generation
  beforeAll(async () => {
    generation = await generationOf(
      `date 2024-03-11
The second pier of Bergen was closed on Monday.

“The pier is safe, and it stays safe,” said Kari Lund, the harbour master.

Asked about the fares, Lund laughed. “Ask me again in May,” she said.

Lund denied that the ferries were late.

The engineer Jens Vik inspected the pier for two hours.`,
      `date 2024-03-12
The second pier of Bergen was opened again on Tuesday.

“I have walked on it,” the mayor, Ivo Moe, told reporters.`,
    )
  })
  const first = async (question: string) => {
    const answer = await ask(generation, question)
    return answer.status === 'answered'
      ? textItems(answer.items)[0]?.snippet.text
      : answer.status === 'about'
        ? 'about'
        : answer.reason
  }

  test('answers what someone said with a quotation, and with the one about the topic first', async () => {
    expect(await first('what did Kari Lund say about the pier?')).toMatch(/^“The pier is safe/)
    expect(await first('What did Lund say about the fares?')).toMatch(/Ask me again in May/)
  })

  test('finds a speaker by office', async () => {
    expect(await first('what did the harbour master say?')).toMatch(/^“The pier is safe/)
    expect(await first('what did the mayor of Bergen say')).toMatch(/^“I have walked on it/)
  })

  test('answers with a reported statement if none is quoted', async () => {
    expect(await first('What did Lund say about late ferries?')).toBe('Lund denied that the ferries were late.')
  })

  test('says that someone is quoted, but not about the topic', async () => {
    const answer = await ask(generation, 'What did Ivo Moe say about the budget?')
    expect(answer).toMatchObject({
      status: 'nothing-found',
      reason: { code: 'other-topic', words: ['Ivo Moe'] },
      instead: [{ command: 'quotes', about: 'Ivo Moe' }],
    })
  })

  test('does not take the mention of a person for a statement', async () => {
    expect(await first('What did Jens Vik say about the pier?')).toEqual({ code: 'no-speaker', words: ['Jens Vik'] })
  })

  test('shows the facts on a topic, the newest first if the latest is asked for', async () => {
    expect(await first('tell me about the second pier')).toMatch(/^The second pier of Bergen was closed/)
    expect(await first("what's the latest on the second pier")).toMatch(/^The second pier of Bergen was opened again/)
  })

  test('names who said some words', async () => {
    const answer = await ask(generation, 'who said that the pier is safe')
    expect(answer).toMatchObject({ items: [{ kind: 'quotation', statement: { speaker: { name: 'Kari Lund' } } }] })
  })

  test('greets with questions that the articles answer', async () => {
    const answer = await ask(generation, 'hello!')
    if (answer.status !== 'about') throw new Error(answer.status)
    expect(answer.examples.length).toBeGreaterThan(0)
    for (const example of answer.examples) expect((await ask(generation, example)).status, example).toBe('answered')
  })
})
