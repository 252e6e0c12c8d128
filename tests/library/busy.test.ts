import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPort, type Port } from '../../src/answers/port.ts'
import { makePlace } from './articles.ts'
import { askWhileReindexing, beginRounds, standing } from './busy.ts'
import { openAt, openRemoteAt } from './place.ts'

const stays = standing(120)
const load = { stays, rounds: 3, perSecond: 20 }

describe('questions while one reindex follows another', () => {
  test('are all answered, each wholly from one generation', async () => {
    const place = await makePlace(stays)
    await beginRounds(place)
    const remote = await openRemoteAt(place)
    onTestFinished(() => remote.stop())
    const { asked, generations, ...rest } = await askWhileReindexing(place, remote.port, load)
    expect(rest).toEqual({ lost: 0, mixed: [], reindexes: load.rounds })
    expect(asked).toBeGreaterThan(10)
    expect(generations).toBeGreaterThan(1)
  })

  test('are seen to be answered from two, where the id is looked up apart from the answer', async () => {
    const place = await makePlace(stays)
    await beginRounds(place)
    const library = await openAt(place)
    const port = openPort(library)
    const naive: Port = {
      ...port,
      facts: async (topic) => {
        const { id } = library.current
        await wait(60)
        return { ...(await port.facts(topic)), generation: id }
      },
    }
    const { mixed } = await askWhileReindexing(place, naive, { ...load, rounds: 8 })
    expect(mixed.length).toBeGreaterThan(0)
  })
})
