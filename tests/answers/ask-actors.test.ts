import { describe, expect, test } from 'vitest'
import { generationOf, shown } from '../../testkit/articles/generation-of-texts.ts'

describe('what somebody wants, asks or does', async () => {
  const generation = await generationOf(
    `date 2025-05-06
Mayor Runa Tvedt met the ferry operators on Monday. This comes amid hopes that the operators might cut the fares for pupils.

Tvedt has often expressed interest in cheaper fares from the operators.

“When do the night boats start?” Tvedt asked.

Tvedt's lawyer Ole Brun signed the lease for the old pier on Sunday.

The ministry spoke of its readiness to support the harbour, Tvedt said.`,
    `date 2025-05-07
Councillor Pia Moen said the quay must be repaired before winter.

The tide reached the fish market twice in April.`,
  )

  test('is not answered with a sentence that only connects it with other news', async () => {
    const answer = await shown(generation, 'What does Tvedt want from the operators?')
    expect(answer[0]).toMatch(/expressed interest in cheaper fares/)
  })

  test('is not answered with what somebody else does for them', async () => {
    const answer = await shown(generation, 'What did Tvedt sign?')
    expect(Array.isArray(answer) ? answer[0] : '').not.toMatch(/lawyer/)
  })

  test('is a question that they asked', async () => {
    expect(await shown(generation, 'What did Tvedt ask?')).toEqual([expect.stringMatching(/night boats start\?/)])
  })

  test('is a wish, not support that they report', async () => {
    expect(await shown(generation, 'What does Moen want?')).toEqual([expect.stringMatching(/must be repaired/)])
    const answer = await shown(generation, 'What does Tvedt want?')
    expect(Array.isArray(answer) ? answer.join() : '').not.toMatch(/readiness to support/)
  })
})
