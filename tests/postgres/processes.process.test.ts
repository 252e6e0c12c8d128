import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePlace } from '../../testkit/library/make-place.ts'
import { openSharedRemote } from '../../testkit/postgres/shared-place.ts'
import { describeWithServer } from '../../testkit/postgres/with-server.ts'

const asked = 'How many gulls did the keeper count?'
const gulls = (count: number) => ({ 'gulls.txt': `The keeper of the pier counted ${count} gulls.\n` })

describeWithServer('bots that share a database', ({ createDatabase }) => {
  test('switch to what one of them indexes, and say who asked for it', async () => {
    const place = await makePlace(gulls(44))
    const url = await createDatabase()
    const news: unknown[] = []
    const first = await openSharedRemote(url, place)
    const second = await openSharedRemote(url, place, { onOtherReindex: (one) => news.push(one) })
    expect(second.served.generation).toBe(first.served.generation)
    await writeFile(join(place.folder, 'gulls.txt'), gulls(45)['gulls.txt'])
    const report = await first.service.reindex({ by: 'Ines' })
    expect(report).toMatchObject({ changed: ['gulls.txt'], after: first.served.generation })
    await expect.poll(() => second.served.generation).toBe(first.served.generation)
    expect(JSON.stringify(await second.service.ask(asked))).toContain('45 gulls')
    expect(news).toMatchObject([{ by: 'Ines' }])
    expect((await second.service.status()).indexed).toMatchObject({ by: 'Ines' })
  })
})

describeWithServer('a bot whose database is killed', (own) => {
  test('says so, answers again by itself, and does not miss what was indexed meanwhile', async ({ skip }) => {
    const { kill, start } = own.server
    if (kill === undefined || start === undefined) return skip()
    const place = await makePlace(gulls(44))
    const url = await own.createDatabase()
    const first = await openSharedRemote(url, place)
    const second = await openSharedRemote(url, place)
    const before = await first.service.ask(asked)
    expect(before).toMatchObject({ status: 'answered' })
    await kill()
    const away = await first.service.ask('How many gulls are on the pier?')
    expect(away).toMatchObject({ status: 'error' })
    expect(JSON.stringify(away)).toMatch(/The database cannot be reached \(E?[A-Z0-9]+\): try again in a minute\./)
    expect(await first.service.reindex()).toMatchObject({ status: 'error' })
    await start()
    await expect.poll(() => first.service.ask(asked)).toEqual(before)
    await writeFile(join(place.folder, 'gulls.txt'), gulls(45)['gulls.txt'])
    expect(await first.service.reindex()).toMatchObject({ changed: ['gulls.txt'] })
    await expect.poll(() => second.served.generation).toBe(first.served.generation)
  })
})
