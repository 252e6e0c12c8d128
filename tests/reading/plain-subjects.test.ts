import { expect, test } from 'vitest'
import { council, generationFrom } from '../../testkit/articles/articles.ts'

test.each([
  [
    'Mayor Ines Okafor liked the vote, while shopkeeper Jonas Bright warned that “nobody asked the people of the old quay.”',
    'Jonas Bright',
  ],
  [
    '“The budget is fine,” Anna Reed said, while Vale insisted “it is a disaster for the poor.” Tom Vale left early.',
    'Tom Vale',
  ],
  ['Mayor Ines Okafor promised new boats, and harbour pilot Lena Ortiz said “that is what we need.”', 'Lena Ortiz'],
])('the name right before a verb of speech speaks: %s', async (text, speaker) => {
  const { utterances } = await generationFrom({ ...council, 'plain.txt': `${text}\n` })
  const last = utterances.filter(({ article }) => article.id === 'plain').at(-1)
  expect(last?.content.speaker).toBe(speaker)
})
