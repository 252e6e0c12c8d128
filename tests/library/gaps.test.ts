import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deleteGaps, gapsFile } from '../../src/library/gaps/gap-file.ts'
import type { GapCall } from '../../src/library/gaps/gap-record.ts'
import { type GapStore, openGapStore } from '../../src/library/gaps/gap-store.ts'
import { tempFolder } from '../../testkit/articles/temp-folder.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-03-01T12:00:00Z')

/** A store whose trouble fails the test, unless it is expected. */
const openAt = (dataDir: string, more: Partial<Parameters<typeof openGapStore>[0]> = {}): GapStore =>
  openGapStore({ dataDir, now: () => start, onTrouble: (warning) => expect.fail(warning), ...more })

const ask = (store: GapStore, asker: string, question: string) =>
  store.add({ why: 'unanswered', call: callOf(question), asker })
/** A line with or without a command. */
function callOf(line: string): GapCall {
  const [, command = 'ask', text = line] = /^\/(\S+) (.*)$/s.exec(line) ?? []
  return { command, options: { words: text } }
}

const linesOf = async (dataDir: string) => (await readFile(join(dataDir, gapsFile), 'utf8')).trim().split('\n')

describe('unanswered questions', () => {
  test('are listed once two people asked alike, in other words or another order, those of most people first', async () => {
    const folder = await tempFolder()
    const store = openAt(folder)
    await ask(store, 'a', 'When does the ferry to Lund leave?')
    await ask(store, 'a', 'Who owns the zoo?')
    expect(await store.list()).toEqual([])
    await ask(store, 'b', 'and when will the Lund ferries leave')
    await ask(store, 'b', 'zoo: who owns it?')
    await ask(store, 'c', 'Who owns the zoo')
    await ask(store, 'c', 'Who owns the airport?')
    expect(await store.list()).toEqual([
      {
        call: callOf('Who owns the zoo?'),
        people: 3,
        unanswered: 3,
        marked: 0,
        first: '2026-03-01',
        last: '2026-03-01',
      },
      {
        call: callOf('When does the ferry to Lund leave?'),
        people: 2,
        unanswered: 2,
        marked: 0,
        first: '2026-03-01',
        last: '2026-03-01',
      },
    ])
  })

  test('of one person are never listed, however often and in whatever words they are asked, nor after a restart', async () => {
    const folder = await tempFolder()
    const wordings = [
      'Who owns the zoo?',
      'zoo owners',
      'the owner of the zoo',
      'Who owns the zoo and the harbour?',
      'harbour zoo',
    ]
    for (const asker of ['first run', 'second run']) {
      const store = openAt(folder)
      for (const question of wordings) await ask(store, asker, question)
      expect(await store.list()).toEqual([])
    }
  })

  test.for([
    ['other numbers', 'Who won the race in 2024?', 'Who won the race in 2025?'],
    ['another command', '/who-said the harbour is ours', '/facts the harbour is ours'],
    ['other function words alone', 'who are they', 'what is it'],
  ] as const)('with %s do not ask alike', async ([, first, second]) => {
    const folder = await tempFolder()
    const store = openAt(folder)
    await ask(store, 'a', first)
    await ask(store, 'b', second)
    expect(await store.list()).toEqual([])
    await ask(store, 'b', first)
    expect(await store.list()).toMatchObject([{ call: callOf(first), people: 2 }])
  })

  test('count marked answers apart, and a person who asked and marked once', async () => {
    const folder = await tempFolder()
    const store = openAt(folder)
    await ask(store, 'a', 'Who owns the zoo?')
    await store.add({ why: 'marked', call: callOf('Who owns the zoo?'), asker: 'a' })
    expect(await store.list()).toEqual([])
    await store.add({ why: 'marked', call: callOf('Who owns the zoo?'), asker: 'b' })
    expect(await store.list()).toMatchObject([{ people: 2, unanswered: 1, marked: 2 }])
  })

  test('outlive a restart, and are deleted after 30 days', async () => {
    const folder = await tempFolder()
    const store = openAt(folder)
    await ask(store, 'a', 'Who owns the zoo?')
    await ask(store, 'b', 'Who owns the zoo?')
    let days = 29
    const later = openAt(folder, { now: () => start + days * dayMs })
    await ask(later, 'a', 'How deep is the harbour?')
    expect(await later.list()).toMatchObject([{ call: callOf('Who owns the zoo?'), people: 2 }])
    days = 31
    await later.sweep()
    expect(await later.list()).toEqual([])
    expect(await linesOf(folder)).toEqual([expect.stringContaining('How deep is the harbour?')])
  })

  test('are stored without a time of day, without who asked, and without ids', async () => {
    const folder = await tempFolder()
    const store = openAt(folder)
    await ask(store, 'somebody', 'What did <@1100000000000000011> say about the zoo?')
    const [line = ''] = await linesOf(folder)
    expect(Object.keys(JSON.parse(line))).toEqual(['day', 'run', 'group', 'why', 'asker', 'command', 'options'])
    expect(line).toContain('"day":"2026-03-01"')
    expect(line).not.toMatch(/somebody|\d{17}|T\d\d:/)
  })

  test('in a damaged file cost only the damaged lines, which are removed', async () => {
    const folder = await tempFolder()
    const store = openAt(folder)
    await ask(store, 'a', 'Who owns the zoo?')
    await appendFile(join(folder, gapsFile), 'nonsense\n{"day":"2026-03-01"}\n\0\0\n{"day":"2026-0')
    const again = openAt(folder)
    await ask(again, 'a', 'How deep is the harbour?')
    await ask(again, 'b', 'How deep is the harbour?')
    expect(await again.list()).toMatchObject([{ call: callOf('How deep is the harbour?') }])
    expect((await linesOf(folder)).map((line) => JSON.parse(line).options.words)).toEqual([
      'Who owns the zoo?',
      'How deep is the harbour?',
      'How deep is the harbour?',
    ])
  })

  test('whose last line was cut off do not lose the next one', async () => {
    const folder = await tempFolder()
    await ask(openAt(folder), 'a', 'Who owns the zoo?')
    const store = openAt(folder)
    await store.list()
    await appendFile(join(folder, gapsFile), '{"day":"20')
    await ask(store, 'b', 'How deep is the harbour?')
    expect((await linesOf(folder)).at(-1)).toContain('How deep is the harbour?')
  })

  test('never fill the disk: the oldest go first', async () => {
    const folder = await tempFolder()
    const record = (at: number) =>
      JSON.stringify({
        day: '2026-02-20',
        run: '0'.repeat(8),
        group: at.toString(16).padStart(8, '0'),
        why: 'unanswered',
        asker: 'new',
        ...callOf(`word${at}`),
      })
    await writeFile(join(folder, gapsFile), `${Array.from({ length: 2500 }, (_, at) => record(at)).join('\n')}\n`)
    const store = openAt(folder)
    await store.list()
    expect(await linesOf(folder)).toHaveLength(2000)
    await ask(store, 'a', 'Who owns the zoo?')
    const left = await linesOf(folder)
    expect(left.length).toBeLessThan(2000)
    expect(left[0]).toContain('"word7')
    expect(left.at(-1)).toContain('Who owns the zoo?')
  })

  test('that cannot be stored are reported, and still listed while the program runs', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'file'), '')
    const troubles: string[] = []
    const store = openAt(join(folder, 'file', 'below'), { onTrouble: (warning) => troubles.push(warning) })
    await ask(store, 'a', 'Who owns the zoo?')
    await ask(store, 'b', 'Who owns the zoo?')
    expect(await store.list()).toMatchObject([{ people: 2 }])
    expect(troubles[0]).toMatch(/^Keeping unanswered questions in .* failed .*\.$/)
  })

  test('are deleted with the file', async () => {
    const folder = await tempFolder()
    await ask(openAt(folder), 'a', 'Who owns the zoo?')
    await deleteGaps(folder)
    await deleteGaps(folder)
    expect(await openAt(folder).list()).toEqual([])
  })

  test('can be any text', async () => {
    const folder = await tempFolder()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 600 }), async (question) => {
        const store = openAt(folder)
        await ask(store, 'a', question)
        await ask(store, 'b', question)
        const found = await store.list()
        await deleteGaps(folder)
        expect(found.length).toBeLessThanOrEqual(1)
        expect(found.every(({ call }) => /^[^\n]{0,400}$/.test(String(call.options['words'])))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
