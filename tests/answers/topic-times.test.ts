import { expect, test } from 'vitest'
import { facts } from '../../src/answers/facts/facts.ts'
import { generationFrom } from '../../testkit/articles/articles.ts'

const generation = await generationFrom({
  'a.txt': `date 2023-07-03
The harbour regatta drew 40 boats on Saturday.

The university opened a second library.
`,
  'b.txt': `date 2024-07-01
The harbour regatta drew 55 boats on Saturday, the club said.

The universe is older than the club thought, a lecturer said.

A crowd of 1900 people watched from the harbour wall.
`,
  'c.txt': `date 2024-12-01
In 2023 the regatta was cut short by a storm.
`,
})

async function found(topic: string): Promise<readonly string[]> {
  const answer = await facts(generation, topic)
  return answer.status === 'answered' ? answer.items.map(({ snippet }) => snippet.text) : []
}

test.each([
  ['regatta 2024', [/55 boats/]],
  ['2024 regatta', [/55 boats/]],
  ['regatta in June 2024', [/55 boats/]],
  ['regatta last year', [/40 boats/, /storm/]],
  ['regatta 2023', [/40 boats/, /storm/]],
  ['regatta 2019', []],
])('a time in a topic limits the facts to those of that time: %s', async (topic, expected) => {
  const texts = await found(topic)
  expect(texts).toHaveLength(expected.length)
  for (const one of expected) expect(texts).toContainEqual(expect.stringMatching(one))
})

test('a number that only looks like a year is searched for as a word', async () => {
  expect(await found('1900 people')).toEqual([expect.stringContaining('1900 people')])
})

test('a year alone is a topic', async () => {
  expect((await found('2023')).join()).toMatch(/storm/)
  expect((await found('2023')).join()).not.toMatch(/55 boats/)
})

test('the form asked for comes before a word that shares its stem', async () => {
  expect((await found('universe'))[0]).toMatch(/The universe/)
  expect((await found('universities'))[0]).toMatch(/The university/)
})
