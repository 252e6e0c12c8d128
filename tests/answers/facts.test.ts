import { expect, test } from 'vitest'
import type { RepeatedText } from '../../src/answers/answer/item.ts'
import { VerificationError, verify } from '../../src/answers/answer/verify.ts'
import { generationFrom, generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'

const service = serviceOn(await generationOf(seeds))

async function items(topic?: string, article?: string) {
  const answer = await service.facts(topic, article)
  return answer.status === 'answered' ? answer.items : []
}

test.each(['zelensky', 'Zelenskiy', 'ZELENSKYY'])('a name is found in any spelling: %s', async (name) => {
  expect((await items(name)).map(({ snippet }) => snippet.text).join()).toMatch(/Zelensky/)
})

test('a slip of the pen is understood', async () => {
  const [first] = await items('drnes')
  expect(first?.snippet.text).toContain('112 strike and decoy drones')
})

test('another word for the event is understood', async () => {
  const found = await items('repelled drones')
  expect(found.some(({ snippet }) => snippet.text.includes('84 drones'))).toBe(true)
})

test('without a topic the most widely reported facts come first', async () => {
  const found = await items()
  const counts = found.map(({ support }) => support?.independent ?? 0)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  expect(found[0]?.alsoIn.length).toBeGreaterThan(1)
})

test('the focus is the part of the sentence that reports the fact', async () => {
  const found = await items('84 drones')
  const [fact] = found.filter(({ alsoIn }) => alsoIn.length === 3)
  expect(fact?.snippet.text.slice(fact.focus?.start, fact.focus?.end)).toMatch(/^Air defenses intercepted or jammed 84/)
})

test('for one article only its own reports are shown, without differences', async () => {
  for (const { snippet, alsoIn, support, differences } of await items('drones', '004')) {
    expect([snippet.citation, ...alsoIn].every(({ file }) => file.startsWith('004'))).toBe(true)
    expect(support?.independent).toBe(1)
    expect(differences).toEqual([])
  }
})

const twoCounts = {
  'a.txt': 'Rangers counted 340 wolves in the Tarn Valley on Monday, the park said.',
  'b.txt': 'Rangers counted 310 wolves in the Tarn Valley on Monday, the park said.',
}

test('each value of a difference is word for word where it is cited', async () => {
  const generation = await generationFrom(twoCounts)
  const answer = await serviceOn(generation).facts('wolves')
  if (answer.status !== 'answered') throw new Error('the fixture has an answer')
  const values = answer.items.flatMap(({ differences }) => differences.flatMap((difference) => difference.values))
  expect(values.map(({ text, citation }) => [citation.file, text])).toEqual([
    ['a.txt', '340'],
    ['b.txt', '310'],
  ])
  for (const { text, citation } of values) {
    const article = generation.articles.find(({ file }) => file === citation.file)
    expect(article?.paragraphs[citation.paragraph - 1]?.text.slice(citation.start, citation.end)).toBe(text)
  }
})

test.each<[string, (value: RepeatedText) => RepeatedText]>([
  ['a value that is not word for word', (value) => ({ ...value, text: '400' })],
  [
    'a further place of a value that no article has',
    (value) => ({ ...value, alsoIn: [{ ...value.citation, hash: '0000000000000000' }] }),
  ],
])('%s is refused', async (_, change) => {
  const generation = await generationFrom(twoCounts)
  const answer = await serviceOn(generation).facts('wolves')
  if (answer.status !== 'answered') throw new Error('the fixture has an answer')
  const [item] = answer.items
  const [difference] = item?.differences ?? []
  if (item === undefined || difference === undefined) throw new Error('the fixture has a difference')
  const changed = { ...item, differences: [{ ...difference, values: difference.values.map(change) }] }
  expect(() => verify(generation, { ...answer, items: [changed] })).toThrow(VerificationError)
})

test('facts on which the articles disagree come first among those that fit the topic as well', async () => {
  const generation = await generationFrom({
    'a.txt': 'The park in the Tarn Valley bought two boats for its wolves.',
    'b.txt': 'The park in the Tarn Valley bought two boats for its wolves.',
    'c.txt': twoCounts['a.txt'],
    'd.txt': twoCounts['b.txt'],
  })
  const answer = await serviceOn(generation).facts('wolves')
  if (answer.status !== 'answered') throw new Error('the fixture has an answer')
  expect(answer.items.map(({ differences }) => differences.length > 0)).toEqual([true, false])
})

test.each([
  ['in its paragraph', 'The ferry Anna ran aground off Lund on Monday. It was carrying 40 cars to the island.\n'],
  [
    'in the paragraph above',
    'The ferry Anna ran aground off Lund on Monday.\n\nIt was carrying 40 cars to the island.\n',
  ],
])('a fact about "it" is shown below the sentence that names it: %s', async (_, text) => {
  const answer = await serviceOn(await generationFrom({ 'a.txt': text })).facts('cars')
  if (answer.status !== 'answered') throw new Error('the article has the fact')
  const [fact] = answer.items
  expect(fact?.snippet.text).toBe('It was carrying 40 cars to the island.')
  expect(fact?.snippet.context.map((one) => [one.position, one.text])).toEqual([
    ['above', 'The ferry Anna ran aground off Lund on Monday.'],
  ])
})

test('that a person gave no details is no fact', async () => {
  const found = await items()
  expect(found.map(({ snippet }) => snippet.text)).not.toContain('He did not provide details.')
})
