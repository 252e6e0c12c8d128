import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AuditEntry, auditFile, openAuditLog } from '../../src/library/changes/audit-log.ts'
import { makePlace } from '../../testkit/library/make-place.ts'

const entry: AuditEntry = {
  user: '1100000000000000010',
  name: 'olga',
  guild: null,
  command: 'articles-remove',
  options: { article: 'north' },
  by: 'command',
  allowed: true,
  result: 'Done.',
}

const read = async (dataDir: string) => (await readFile(join(dataDir, auditFile), 'utf8')).split('\n')

describe('the audit log', () => {
  test('has a line of JSON for each action, in order', async () => {
    const { dataDir } = await makePlace()
    const log = openAuditLog(dataDir)
    await Promise.all(['a', 'b', 'c'].map((result) => log.append({ ...entry, result })))
    await openAuditLog(dataDir).append({ ...entry, result: 'd' })
    const lines = await read(dataDir)
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => JSON.parse(line).result)).toEqual(['a', 'b', 'c', 'd'])
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      ...entry,
      result: 'a',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    })
  })

  test.for([
    'a\nb',
    '\u0000\u001b[2J',
    '\u009b31m',
    '\u202eevil',
    '\u2028',
    '"}\n{"user":"root',
    '\ud800',
    '\u{e0041}',
  ])('keeps %j in one line without a sign that a terminal obeys, and gives it back', async (text) => {
    const { dataDir } = await makePlace()
    await openAuditLog(dataDir).append({ ...entry, options: { article: text } })
    const lines = await read(dataDir)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u)
    expect(JSON.parse(lines[0] ?? '').options.article).toBe(text)
  })

  test('truncates long values', async () => {
    const { dataDir } = await makePlace()
    await openAuditLog(dataDir).append({ ...entry, result: 'x'.repeat(10_000) })
    expect((await read(dataDir))[0]?.length).toBeLessThan(1000)
  })

  test('starts a new line after one that was cut off', async () => {
    const { dataDir } = await makePlace()
    const log = openAuditLog(dataDir)
    await log.append({ ...entry, result: 'first' })
    await appendFile(join(dataDir, auditFile), '{"at":"2024-')
    await log.append({ ...entry, result: 'second' })
    await log.append({ ...entry, result: 'third' })
    const [first, torn, second, third, end] = await read(dataDir)
    expect([first, second, third].map((line) => JSON.parse(line ?? '').result)).toEqual(['first', 'second', 'third'])
    expect([torn, end]).toEqual(['{"at":"2024-', ''])
  })

  test('says in a sentence that it cannot be written to, and works again afterwards', async () => {
    const { dataDir } = await makePlace()
    await mkdir(join(dataDir, auditFile), { recursive: true })
    await expect(openAuditLog(dataDir).append(entry)).rejects.toThrow(
      /^Writing to the audit log .* failed \(EISDIR\): fix this/,
    )
  })
})
