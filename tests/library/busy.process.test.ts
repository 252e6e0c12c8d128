import { describe, expect, onTestFinished, test } from 'vitest'
import { reindexSteps } from '../../src/library/reindex/reindex-request.ts'
import { type AnswerService, createAnswerService } from '../../src/service/answer-service.ts'
import { askWhileReindexing, beginRounds, standing } from '../../testkit/library/busy.ts'
import { makePlace } from '../../testkit/library/make-place.ts'
import { openAt, openRemoteAt } from '../../testkit/library/place.ts'

const stays = standing(120)
const load = { stays, rounds: 3 }

describe('questions asked during consecutive reindexes', () => {
  test('are all answered, each from a single generation', async () => {
    const place = await makePlace(stays)
    await beginRounds(place)
    const remote = await openRemoteAt(place)
    onTestFinished(() => remote.stop())
    const { asked, generations, ...rest } = await askWhileReindexing(place, remote.service, load)
    expect(rest).toEqual({ lost: 0, mixed: [], reindexes: load.rounds })
    expect(asked).toBeGreaterThan(load.rounds * reindexSteps.length)
    expect(generations).toBe(load.rounds + 1)
  })

  test('are caught mixing generations if the id is looked up separately from the answer', async () => {
    const place = await makePlace(stays)
    await beginRounds(place)
    const library = await openAt(place)
    const service = createAnswerService(library)
    let reindexed: Promise<unknown> = Promise.resolve()
    const naive: AnswerService = {
      ...service,
      reindex: (request) => {
        const report = service.reindex(request)
        reindexed = report
        return report
      },
      facts: async (topic) => {
        const { id } = library.current
        await reindexed
        return { ...(await service.facts(topic)), generation: id }
      },
    }
    const { mixed } = await askWhileReindexing(place, naive, load)
    expect(mixed.length).toBeGreaterThan(0)
  })
})
