import { expect, test } from 'vitest'
import { generationOf, shown } from '../../testkit/articles/generation-of-texts.ts'

const generation = await generationOf(
  `date 2025-02-03
The rowing club lost its boathouse to the storm on Sunday.

“We are where we are,” trainer Lise Aas said, “and we will row again.”

The boathouse stood for 80 years at the old pier.`,
  `date 2025-02-04
The storm also broke the pier at the old mill. Nobody knows where they are going to moor the ferries.

The new pier will cost 3 million crowns.`,
)

test('words in quotation marks are searched for word for word, function words included', async () => {
  expect(await shown(generation, '"we are where we are"')).toEqual([
    '“We are where we are,” trainer Lise Aas said, “and we will row again.”',
  ])
  expect(await shown(generation, 'where is “where they are”?')).toEqual([
    'Nobody knows where they are going to moor the ferries.',
  ])
})

test('a question with words in quotation marks is answered from paragraphs that have them', async () => {
  const answer = await shown(generation, 'What will the "new pier" cost?')
  expect(answer[0]).toBe('The new pier will cost 3 million crowns.')
})

test.each(['"pier new"', 'What will the "newest pier" cost?', '"we where are"'])(
  'words in quotation marks that no text has in a row are not found: %s',
  async (question) => {
    expect(await shown(generation, question)).toBe('unknown-words')
  },
)
