import { expect, test } from 'vitest'
import { generationFrom, generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'

const two = {
  'a.txt': `date 2024-05-07 Rangers counted 340 wolves in the Tarn Valley on Monday.

The park in the Tarn Valley bought two boats in April.`,
  'b.txt': `date 2024-05-08 Rangers counted 310 wolves in the Tarn Valley on Monday.

“We will search the lower lake for nests tomorrow,” ranger Ada Moss said.

The road through the Tarn Valley was closed on 2 May 2024.`,
}

test('two articles are compared: what both report, where they differ, and what only one reports', async () => {
  const answer = await serviceOn(await generationFrom(two)).compare('a', 'b')
  if (answer.status !== 'answered') throw new Error('the fixture has an answer')
  expect(answer.items.map(({ label, snippet }) => [label, snippet.text.slice(0, 12)])).toEqual([
    ['in both', 'Rangers coun'],
    ['only in a', 'The park in '],
    ['only in b', '“We will sea'],
    ['only in b', 'The road thr'],
  ])
  expect(answer.items[0]?.differences).toMatchObject([{ kind: 'figure', values: [{ text: '340' }, { text: '310' }] }])
})

test.each([
  ['a', 'a'],
  ['a', 'zebra'],
])('%s and %s cannot be compared, and the answer says why', async (first, second) => {
  expect(await serviceOn(await generationFrom(two)).compare(first, second)).toMatchObject({
    status: 'error',
    message: expect.stringMatching(/[.]$/),
  })
})

test('the support of a fact among some of its articles is not known', async () => {
  const answer = await serviceOn(await generationOf(seeds)).compare('000', '004')
  if (answer.status !== 'answered') throw new Error('the seeds have an answer')
  const launch = answer.items.find(({ snippet }) => snippet.text.includes('fired 112'))
  expect(launch).toMatchObject({ label: 'in both', alsoIn: [{ shortId: '004' }] })
  expect(launch?.support).toBeNull()
})
