import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'
import { generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'
import { makePlace } from '../../testkit/library/make-place.ts'
import { openAt } from '../../testkit/library/place.ts'
import { openShared } from '../../testkit/postgres/shared-place.ts'
import { describeWithServer } from '../../testkit/postgres/with-server.ts'

const questions = readFileSync(new URL('../fixtures/seeds-questions.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): { readonly question: string } => JSON.parse(line))

const two = {
  'ferry.txt': 'The council voted to buy four ferries, Ines Okafor said.\n\n“We need all four,” she said.\n',
  'gulls.txt': 'The keeper of the pier counted 44 gulls on Monday.\n',
}

describeWithServer('a library in PostgreSQL', (own) => {
  test('answers the questions about the seeds as the library in a folder does', async () => {
    const { library } = await openShared(await own.createDatabase(), { folder: seeds })
    const [shared, local] = [createAnswerService(library), serviceOn(await generationOf(seeds))]
    const { generation } = await local.articles()
    await library.reindex()
    // The generation's id has the program's version in it.
    const same = (answer: object) => ({ ...answer, generation })
    expect(questions).toHaveLength(30)
    for (const { question } of questions) {
      for (const ask of ['ask', 'facts', 'whoSaid', 'quotes', 'find', 'timeline'] as const)
        expect(same(await shared[ask](question))).toEqual(same(await local[ask](question)))
    }
  })

  test('is read by another process without the articles, and has the id that a folder has', async () => {
    const place = await makePlace(two)
    const url = await own.createDatabase()
    const { library: first } = await openShared(url, place)
    const inFolder = await openAt(place)
    await rm(place.folder, { recursive: true })
    const { library: second } = await openShared(url, place)
    expect(second.current.id).toBe(first.current.id)
    expect(second.current.id).toBe(inFolder.current.id)
    const { ask, whoSaid } = createAnswerService(second)
    const local = createAnswerService(inFolder)
    const asked = 'How many ferries did the council vote to buy?'
    expect(await ask(asked)).toMatchObject({ status: 'answered', generation: second.current.id })
    expect(await ask(asked)).toEqual(await local.ask(asked))
    expect(await whoSaid('we need all four')).toEqual(await local.whoSaid('we need all four'))
  })

  test('reads only what has changed, whichever process reindexes', async () => {
    const place = await makePlace(two)
    const url = await own.createDatabase()
    const { library: first } = await openShared(url, place)
    const { library: second } = await openShared(url, place)
    await writeFile(join(place.folder, 'gulls.txt'), 'The keeper of the pier counted 45 gulls on Tuesday.\n')
    const database = openDatabase({ url, use: 'owner' })
    try {
      const stored = async () =>
        (await database.query<{ hash: Buffer }>('select hash from readings')).map(({ hash }) => hash.toString('hex'))
      const before = await stored()
      const unchanged = second.current.parts.readings()[0]?.article
      const { added, changed } = await second.reindex()
      expect([added, changed]).toEqual([[], ['gulls.txt']])
      const after = await stored()
      expect(after.filter((hash) => !before.includes(hash))).toHaveLength(1)
      expect(unchanged?.file).toBe('ferry.txt')
    } finally {
      await database.close()
    }
    await first.adopt()
    expect(first.current.id).toBe(second.current.id)
    expect(await createAnswerService(first).ask('How many gulls were counted?')).toMatchObject({ status: 'answered' })
  })

  test('tells a process that another one is reindexing, and for whom', async () => {
    const place = await makePlace(two)
    const url = await own.createDatabase()
    const { library: first, store } = await openShared(url, place)
    const { library: second } = await openShared(url, place)
    await writeFile(join(place.folder, 'new.txt'), 'A third article says that nine boats sank.\n')
    let refused: unknown
    let held: unknown
    await first.reindex({
      by: 'Ines in Elmport',
      onProgress: async ({ step }) => {
        if (step !== 'checking') return
        held ??= store.holder()
        refused ??= second.reindex().catch((error: unknown) => error)
      },
    })
    expect(await held).toMatchObject({ by: 'Ines in Elmport' })
    expect(String(await refused)).toMatch(/^ReindexBusyError: Another reindex is running, for Ines in Elmport since /)
    expect(await store.holder()).toBeNull()
    await second.adopt()
    expect(second.current.id).toBe(first.current.id)
  })

  test('answers once more from the current index if its own was removed', async () => {
    const place = await makePlace(two)
    const url = await own.createDatabase()
    const { library: slow } = await openShared(url, place)
    const { library: quick } = await openShared(url, place)
    const old = slow.current
    for (const count of [45, 46, 47]) {
      await writeFile(join(place.folder, 'gulls.txt'), `The keeper of the pier counted ${count} gulls.\n`)
      await quick.reindex()
    }
    await expect(old.index.search({ terms: [] })).resolves.toBeDefined()
    // It looks for the current index first; here, that fails once.
    let looks = 0
    const service = createAnswerService({
      ...slow,
      get current() {
        return slow.current
      },
      adopt: async (always) => {
        if (looks++ > 0) await slow.adopt(always)
      },
    })
    const answer = await service.ask('How many gulls did the keeper count?')
    expect(answer).toMatchObject({ status: 'answered', generation: quick.current.id })
    expect(JSON.stringify(answer)).toContain('47 gulls')
  })

  test('is not served by another version of the program, which is told which one is needed', async () => {
    const place = await makePlace(two)
    const url = await own.createDatabase()
    const { library: first } = await openShared(url, place)
    const other = { fingerprint: 'another' }
    await expect(openShared(url, place, other)).rejects.toThrow(
      `The index in the database was written by another build of Verbatim test on Node.js ${process.version}`,
    )
    const { library: replacing } = await openShared(url, place, { ...other, begin: 'stored-or-empty' })
    await replacing.reindex()
    expect(replacing.current.id).toBe(first.current.id)
    await expect(openShared(url, place)).rejects.toThrow('start that version')
  })

  test('shares what moderators add and remove', async () => {
    const place = await makePlace(two)
    const url = await own.createDatabase()
    const { library: first } = await openShared(url, place)
    const { library: second, store } = await openShared(url, place)
    const bytes = Buffer.from('The mayor opened a lighthouse with 900 candles.\n')
    const { undo } = await first.reindex({ change: { does: 'add', file: 'lighthouse.txt', bytes }, by: 'Ines' })
    await second.adopt()
    expect(second.current.articles.map(({ file }) => file)).toContain('lighthouse.txt')
    await second.reindex({ change: { does: 'remove', file: 'ferry.txt' }, by: 'Theo' })
    await second.reindex({ change: undo ?? expect.fail(), by: 'Theo' })
    await first.adopt()
    expect(first.current.articles.map(({ file }) => file)).toEqual(['gulls.txt'])
    const { removed, indexed } = await first.state()
    expect(removed.map(({ file, by }) => [file, by])).toEqual([
      ['lighthouse.txt', null],
      ['ferry.txt', 'Theo'],
    ])
    expect(indexed?.by).toBe('Theo')
    const [added] = removed
    await first.reindex({ change: { does: 'restore', file: 'lighthouse.txt', aside: added?.aside ?? null } })
    expect(first.current.articles.map(({ file }) => file)).toEqual(['gulls.txt', 'lighthouse.txt'])
    expect(await readFile(join(place.folder, 'ferry.txt'), 'utf8')).toBe(two['ferry.txt'])
    await store.audit.append({
      user: null,
      name: 'a test',
      guild: null,
      command: 'reindex',
      options: {},
      by: 'console',
      allowed: true,
      result: 'done',
    })
  })

  test('takes a change of moderators back if the reindex fails', async () => {
    const place = await makePlace({ 'gulls.txt': two['gulls.txt'] })
    const url = await own.createDatabase()
    const { library, store } = await openShared(url, place)
    const bytes = Buffer.from(two['gulls.txt'])
    await expect(library.reindex({ change: { does: 'add', file: 'copy.txt', bytes } })).rejects.toThrow('gulls.txt')
    await expect(library.reindex({ change: { does: 'remove', file: 'gulls.txt' } })).rejects.toThrow('at least one')
    expect((await library.state()).removed).toEqual([])
    expect(await store.removals?.()).toEqual({ hidden: [], moved: [] })
    expect((await library.reindex()).articles).toBe(1)
  })

  test('answers through connections that can only read what answers need', async () => {
    const place = await makePlace(two)
    const url = await own.createDatabase()
    await openShared(url, place)
    const database = openDatabase({ url, use: 'answers' })
    try {
      const [row] = await database.query("select current_user as role, current_setting('statement_timeout') as most")
      expect(row).toEqual({ role: 'verbatim_answers', most: '2s' })
      await expect(database.query('select count(*) from postings_1')).resolves.toHaveLength(1)
      for (const sql of [
        'create table mine (a integer)',
        'drop table postings_1',
        'set transaction read write; delete from postings_1',
        'select * from audit_log',
        'select * from added_articles',
      ])
        await expect(database.query(sql)).rejects.toMatchObject({ name: 'DatabaseError', trouble: 'refused' })
      await expect(database.query('select pg_sleep(10)')).rejects.toMatchObject({ trouble: 'unavailable' })
    } finally {
      await database.close()
    }
  })
})

test('a URL that cannot be connected to is not in the error', async () => {
  const database = openDatabase({ url: 'postgres://someone:secret@127.0.0.1:1/nothing', use: 'owner' })
  const error: unknown = await database.query('select 1').catch((one: unknown) => one)
  expect(error).toMatchObject({ name: 'DatabaseError', trouble: 'unavailable', code: 'ECONNREFUSED' })
  expect(JSON.stringify([String(error), error, error instanceof Error ? error.stack : ''])).not.toMatch(
    /secret|someone/,
  )
})
