import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openAuditLog } from '../../src/library/changes/audit-log.ts'
import { openDatabaseStore } from '../../src/library/database/database-store.ts'
import { openStore } from '../../src/library/snapshot/store.ts'
import { type TransferOptions, transferToDatabase, transferToFolder } from '../../src/library/transfer/transfer.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'
import { makePlace } from '../../testkit/library/make-place.ts'
import { fingerprint, openAt, type Place, version } from '../../testkit/library/place.ts'
import { openShared } from '../../testkit/postgres/shared-place.ts'
import { describeWithServer } from '../../testkit/postgres/with-server.ts'

const files = {
  'ferry.txt': 'The council voted to buy four ferries, Ines Okafor said.\n\n“We need all four,” she said.\n',
  'gulls.txt': 'The keeper of the pier counted 44 gulls on Monday.\n',
}
const asked = 'How many ferries did the council vote to buy?'

/** The two sides of a transfer. */
function sidesOf(url: string, { dataDir }: Pick<Place, 'dataDir'>): TransferOptions {
  const databaseStore = openDatabaseStore({ url, dataDir, fingerprint, program: version })
  onTestFinished(() => databaseStore.close())
  return { folderStore: openStore(dataDir, fingerprint), databaseStore, version, onTrouble: () => undefined }
}

/** A place with an upload, a hidden and a removed article, and an audit log. */
async function moderatedPlace(): Promise<Place> {
  const place = await makePlace(files)
  const library = await openAt(place)
  const add = (file: string, text: string) =>
    library.reindex({ change: { does: 'add', file, bytes: Buffer.from(text) }, by: 'Ines' })
  await add('mayor.txt', 'The mayor opened a lighthouse with 900 candles.\n')
  await add('boats.txt', 'Nine boats were counted in the harbour.\n')
  await library.reindex({ change: { does: 'remove', file: 'boats.txt' }, by: 'Ines' })
  await library.reindex({ change: { does: 'remove', file: 'gulls.txt' }, by: 'Theo' })
  const entry = { user: null, name: 'Ines', guild: null, command: 'reindex', options: {}, allowed: true } as const
  await openAuditLog(place.dataDir).append({ ...entry, by: 'console', result: 'done' })
  return place
}

/** Everything in a data folder that a transfer must not change. */
async function contentOf(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const own = paths.filter((path) => !path.startsWith(join(dataDir, 'database')))
  return new Map(await Promise.all(own.map(async (path) => [path, await readFile(path, 'latin1')] as const)))
}

describeWithServer('a transfer', (server) => {
  test('copies a library to a database and back, and all of it is there', async () => {
    const place = await moderatedPlace()
    const url = await server.createDatabase()
    const local = await openAt(place)
    const before = await contentOf(place.dataDir)
    const there = await transferToDatabase(sidesOf(url, place))
    expect(there).toEqual({ generation: local.current.id, articles: 2, paragraphs: local.current.passages.length })
    expect(await contentOf(place.dataDir)).toEqual(before)
    const { library: shared } = await openShared(url, place)
    expect(await createAnswerService(shared).ask(asked)).toEqual(await createAnswerService(local).ask(asked))
    expect((await shared.state()).removed).toEqual((await local.state()).removed)
    expect((await shared.reindex()).after).toBe(local.current.id)

    const target = await makePlace(files)
    const back = await transferToFolder({ ...sidesOf(url, target), folder: place.folder })
    expect(back).toEqual(there)
    const returned = await openAt({ folder: place.folder, dataDir: target.dataDir }, { begin: 'stored' })
    expect(await createAnswerService(returned).ask(asked)).toEqual(await createAnswerService(local).ask(asked))
    expect((await returned.state()).removed).toEqual((await local.state()).removed)
    const audit = (dataDir: string) => readFile(join(dataDir, 'audit.log'), 'utf8')
    expect(await audit(target.dataDir)).toBe(await audit(place.dataDir))
    expect((await returned.reindex()).after).toBe(local.current.id)
  })

  test('refuses a side that has a library already, and one without', async () => {
    const place = await moderatedPlace()
    const url = await server.createDatabase()
    const empty = await makePlace(files)
    const sides = sidesOf(url, empty)
    await expect(transferToDatabase(sides)).rejects.toThrow('There is no index in ')
    await expect(transferToFolder({ ...sides, folder: empty.folder })).rejects.toThrow('no index in the database')
    await transferToDatabase(sidesOf(url, place))
    await expect(transferToDatabase(sidesOf(url, place))).rejects.toThrow('The database has a library already')
    const before = await contentOf(place.dataDir)
    await expect(transferToFolder({ ...sidesOf(url, place), folder: place.folder })).rejects.toThrow(
      /There is a library in .* already \(/,
    )
    expect(await contentOf(place.dataDir)).toEqual(before)
  })

  test.for(['keep', 'load', 'switchWith'] as const)(
    'to a database that fails in "%s" leaves both sides as they were',
    async (step) => {
      const place = await moderatedPlace()
      const url = await server.createDatabase()
      const sides = sidesOf(url, place)
      const before = await contentOf(place.dataDir)
      const failing = { ...sides.databaseStore, [step]: () => Promise.reject(new Error('a fault')) }
      await expect(transferToDatabase({ ...sides, databaseStore: failing })).rejects.toThrow('a fault')
      expect(await contentOf(place.dataDir)).toEqual(before)
      expect(await sides.databaseStore.isEmpty()).toBe(true)
      expect((await transferToDatabase(sides)).articles).toBe(2)
    },
  )

  test.for(['keep', 'load', 'switchTo'] as const)(
    'to a folder that fails in "%s" leaves both sides as they were',
    async (step) => {
      const place = await moderatedPlace()
      const url = await server.createDatabase()
      await transferToDatabase(sidesOf(url, place))
      const target = await makePlace(files)
      const sides = sidesOf(url, target)
      const failing = { ...sides.folderStore, [step]: () => Promise.reject(new Error('a fault')) }
      const to = { ...sides, folder: place.folder }
      await expect(transferToFolder({ ...to, folderStore: failing })).rejects.toThrow('a fault')
      const left = [...(await contentOf(target.dataDir)).keys()].filter((path) => !path.includes('generations'))
      expect(left).toEqual([])
      expect((await transferToFolder(to)).articles).toBe(2)
    },
  )
})
