import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makePlace } from '../../testkit/library/make-place.ts'
import { type Loss, startLossyProxy } from '../../testkit/postgres/proxy.ts'
import { openShared } from '../../testkit/postgres/shared-place.ts'
import { describeWithServer } from '../../testkit/postgres/with-server.ts'

const gulls = (count: number) => `The keeper of the pier counted ${count} gulls.\n`

describeWithServer('a switch whose connection is lost', (own) => {
  /** Reindexes over a connection that loses the commit of the switch, or its answer. */
  async function reindexWith(loss: Loss) {
    const place = await makePlace({ 'gulls.txt': gulls(44) })
    const proxy = await startLossyProxy(await own.createDatabase())
    onTestFinished(proxy.stop)
    const { library, store } = await openShared(proxy.url, place)
    const before = library.current.id
    await writeFile(join(place.folder, 'gulls.txt'), gulls(45))
    const outcome = library.reindex({
      onProgress: async ({ step }) => {
        if (step === 'switching') proxy.loseNext(loss)
      },
    })
    return { library, store, proxy, before, outcome }
  }

  test('is made if only the answer of the database was lost', async () => {
    const { library, store, proxy, before, outcome } = await reindexWith('answer')
    await expect(outcome).resolves.toMatchObject({ before, changed: ['gulls.txt'] })
    expect(proxy.lost).toBe(1)
    expect(library.current.id).not.toBe(before)
    expect(await store.current()).toMatchObject({ generation: library.current.id, previous: before })
  })

  test('is not made if the commit was lost, and can be repeated', async () => {
    const { library, store, proxy, before, outcome } = await reindexWith('commit')
    await expect(outcome).rejects.toThrow('Switching to the new index in the database failed.')
    expect(proxy.lost).toBe(1)
    expect(library.current.id).toBe(before)
    expect(await store.current()).toMatchObject({ generation: before })
    expect(await library.reindex()).toMatchObject({ changed: ['gulls.txt'] })
  })
})
