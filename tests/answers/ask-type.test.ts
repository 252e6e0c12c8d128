import { describe, expect, test } from 'vitest'
import { generationOf, shown } from '../../testkit/articles/generation-of-texts.ts'

describe('what a question asks for', async () => {
  const generation = await generationOf(
    `date 2026-03-03
Marta Quill crossed the strait of Orrin on Monday.

Marta Quill met 40 children at the harbour of Orrin, and a baker gave her bread.

The rowing boat of Marta Quill is called Puffin.

The old lighthouse at Orrin was opened in 1901.

Nine anglers were rescued at the harbour of Orrin by the crew of Gull.`,
  )

  test.each([
    ['How old is Marta Quill?', 'a count is not an age'],
    ['How long is the rowing boat of Marta Quill?', 'a name is not a length'],
    ['What is the name of the baker?', 'the baker is not named'],
    ['When will the lighthouse at Orrin be opened?', 'a past day is not in the future'],
    ['What is the longest rowing boat?', 'no boat is the longest'],
    ['How many people drowned at the harbour of Orrin?', 'nobody drowned'],
  ])('%s finds nothing: %s', async (question) => {
    expect(typeof (await shown(generation, question))).toBe('string')
  })
})
