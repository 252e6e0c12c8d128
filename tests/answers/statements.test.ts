import { expect, test } from 'vitest'
import { generationFrom, serviceOn } from '../../testkit/articles/articles.ts'

const twoVersions = {
  'a.txt': `Harbour master Lena Ortiz spoke on Monday.

“The old crane on the western pier must be taken down before winter,” Ortiz said.
`,
  'b.txt': `Officials met again.

"The old crane on the western pier must be taken down before winter", said dock foreman Paul Reyes.
`,
  'c.txt': `Lena Ortiz repeated her warning.

Ortiz said the crane “must be taken down before the winter storms.”
`,
}

test('one statement is shown once, with the wording asked for first', async () => {
  const answer = await serviceOn(await generationFrom(twoVersions)).whoSaid(
    'must be taken down before the winter storms',
  )
  expect(answer).toMatchObject({
    status: 'answered',
    items: [{ snippet: { citation: { file: 'c.txt' } }, statement: { speaker: { name: 'Lena Ortiz' } } }],
  })
})

test('another speaker for the same words in another article is shown as a disagreement', async () => {
  const answer = await serviceOn(await generationFrom(twoVersions)).whoSaid('the old crane on the western pier')
  expect(answer).toMatchObject({
    status: 'answered',
    items: [
      {
        statement: {
          speaker: { name: 'Lena Ortiz', others: [{ speaker: 'Paul Reyes', citation: { file: 'b.txt' } }] },
        },
      },
    ],
  })
})

test('quotations without a clear speaker are left out of a list and counted', async () => {
  const generation = await generationFrom({
    'a.txt': `Lena Ortiz spoke. “We will rebuild the western pier,” Ortiz said.

“Nobody will ever find out about the missing barrels.”
`,
  })
  const unclear = generation.utterances.filter(
    ({ form, content }) => form !== 'reported' && content.speaker === null,
  ).length
  expect(await serviceOn(generation).quotes('Ortiz')).toMatchObject({ status: 'answered', total: 2 - unclear, unclear })
})

test('a quotation without a clear speaker counts only if the speaker asked for is named nearby', async () => {
  const generation = await generationFrom({
    'a.txt': `Lena Ortiz spoke. “We will rebuild the western pier,” Ortiz said.

The fair opened at noon.

The band played at one.

“Nobody will ever find out about the missing barrels.”
`,
  })
  expect(await serviceOn(generation).quotes('Ortiz')).toMatchObject({ status: 'answered', unclear: 0 })
})

test('two quotations of one speaker in one sentence are shown once', async () => {
  const generation = await generationFrom({
    'a.txt': `Lena Ortiz runs the harbour. “If they think that is all,” Ortiz said, “they have never bought a bag of cement.”
`,
  })
  expect(await serviceOn(generation).quotes('Ortiz')).toMatchObject({ status: 'answered', total: 1 })
})

test('a quotation is shown with its own place if another article has the same words', async () => {
  const generation = await generationFrom({
    'a.txt': `Lena Ortiz runs the harbour. “The crane must go,” Ortiz said, “and nobody has ever bought a bag of cement.”
`,
    'b.txt': `Lena Ortiz spoke again. “Nobody has ever bought a bag of cement,” Ortiz said.
`,
  })
  const answer = await serviceOn(generation).quotes('Ortiz')
  expect(JSON.stringify(answer)).toContain('b.txt')
})
