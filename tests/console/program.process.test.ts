import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { council, makeFolder, seeds } from '../../testkit/articles/articles.ts'
import { runProgram } from '../../testkit/console/run-program.ts'

const itemSchema = z.strictObject({
  text: z.string(),
  speaker: z.string().nullable().optional(),
  quotation: z.strictObject({ start: z.number(), end: z.number(), text: z.string() }).nullish(),
  citations: z
    .array(
      z.strictObject({
        file: z.string(),
        article: z.string(),
        title: z.string(),
        date: z.string().nullable(),
        paragraph: z.number(),
        start: z.number(),
        end: z.number(),
      }),
    )
    .min(1),
})

const lineSchema = z.object({
  command: z.string(),
  input: z.string(),
  status: z.enum(['answered', 'nothing-found', 'error']),
  items: z.array(itemSchema.loose()),
  nearest: z.array(itemSchema.loose()).max(3),
  error: z.object({ message: z.string() }).optional(),
  data: z.unknown().optional(),
  generation: z.string().nullable(),
  ms: z.number(),
})

function jsonLines(stdout: string) {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)))
}

describe.concurrent('the console in a pipe', () => {
  test('answers each line and exits with code 0', async () => {
    const { code, stdout, stderr } = await runProgram({ input: '/facts drones\n' })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^1\. /)
    expect(stdout).toContain('4 articles')
    expect(stderr).toContain('DISCORD_TOKEN')
    expect(stderr).toContain('npm run preview')
  })

  test('ends at /quit', async () => {
    const { code, stdout } = await runProgram({ input: '/help\n/quit\n/facts drones\n' })
    expect(code).toBe(0)
    expect(stdout).not.toContain('4 articles')
  })

  test('is a filter of JSON lines in the order of the input', async () => {
    const lines = [
      '/facts drones',
      '',
      'How many drones did Russia launch?',
      '  ',
      '/who-said zzz',
      '/nope',
      '/ask',
      '/articles 003',
      '/help',
    ]
    const { code, stdout } = await runProgram({ args: ['--json'], input: `${lines.join('\n')}\n` })
    expect(code).toBe(0)
    const answers = jsonLines(stdout)
    expect(answers.map(({ input }) => input)).toEqual(lines.filter((line) => line.trim() !== ''))
    expect(answers.map(({ command, status }) => [command, status])).toEqual([
      ['facts', 'answered'],
      ['ask', 'answered'],
      ['who-said', 'nothing-found'],
      ['nope', 'error'],
      ['ask', 'error'],
      ['articles', 'answered'],
      ['help', 'answered'],
    ])
    expect(answers.map(({ error }) => error !== undefined)).toEqual([false, false, false, true, true, false, false])
    expect(answers.slice(-2).map(({ items, data }) => [items, data !== undefined])).toEqual([
      [[], true],
      [[], true],
    ])
  })

  test('gives items whose text is exactly that part of the file', async () => {
    const { stdout } = await runProgram({
      args: ['--json'],
      input: '/facts drones\n/quotes Rutte\nWho leads the coalition?\n',
    })
    for (const { text, citations } of jsonLines(stdout).flatMap(({ items, nearest }) => [...items, ...nearest])) {
      const [first] = citations
      const file = await readFile(join(seeds, first?.file ?? ''), 'utf8')
      const paragraph = file.split('\n').filter((line) => line.trim() !== '')[(first?.paragraph ?? 0) - 1]
      const shown = paragraph?.trim().replace(/^date \d{4}-\d\d-\d\d /, '')
      expect(shown?.slice(first?.start, first?.end)).toBe(text)
    }
  })

  test('answers bad lines with errors and goes on', async () => {
    const bad = [
      'x'.repeat(5000),
      '?!',
      'the of',
      '🙂',
      '\u001b[2J',
      '\u202e',
      '/__proto__',
      '\ud800',
      '(((((((((((((',
      'a '.repeat(150),
    ]
    const { code, stdout, stderr } = await runProgram({ args: ['--json'], input: `${bad.join('\n')}\n` })
    expect(code).toBe(0)
    expect(jsonLines(stdout)).toHaveLength(bad.length)
    expect(jsonLines(stdout).every(({ status }) => status !== 'answered')).toBe(true)
    expect(stderr).toBe('')
  })
})

describe.concurrent('one question on the command line', () => {
  test('is answered and the program ends', async () => {
    const { code, stdout } = await runProgram({
      args: ['ask', '/who-said', 'we have to stop making Putin too powerful'],
    })
    expect(code).toBe(0)
    expect(stdout).toContain('“I think we have to stop making Putin too powerful.”')
    expect(stdout).toContain('— Mark Rutte')
  })

  test('gives metadata as an item of its own kind, without text', async () => {
    const { stdout } = await runProgram({ args: ['ask', '--json', 'When was 000_c118e5ac5222d35e.txt published?'] })
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'answered',
      items: [
        {
          kind: 'metadata',
          field: 'date',
          value: '2025-09-04',
          readFrom: 'date line',
          article: { file: '000_c118e5ac5222d35e.txt' },
          citations: [],
        },
      ],
    })
    expect(stdout).not.toContain('"text"')
  })

  test('gives one JSON object with --json', async () => {
    const { stdout } = await runProgram({ args: ['ask', '--json', '/facts drones'] })
    expect(jsonLines(stdout)).toMatchObject([{ command: 'facts', status: 'answered' }])
  })

  test('exits with code 1 on invalid input, and with 0 if nothing is found', async () => {
    const unknown = await runProgram({ args: ['ask', '/articles no-such-article'] })
    expect([unknown.code, unknown.stdout]).toEqual([
      1,
      'There is no article "no-such-article": /articles lists the ids.\n',
    ])
    const nothing = await runProgram({ args: ['ask', '/facts zeppelins'] })
    expect(nothing.code).toBe(0)
  })

  test('exits with code 1 on an internal error, also in a pipe', async () => {
    // A fault in the runtime that /status asks for its memory.
    const broken = 'data:text/javascript,process.memoryUsage.rss=null'
    const env = { NODE_OPTIONS: `--import=${broken}` }
    const [one, piped] = await Promise.all([
      runProgram({ args: ['ask', '/status'], env }),
      runProgram({ args: ['--json'], input: '/status\n/help\n', env }),
    ])
    expect([one.code, piped.code]).toEqual([1, 1])
    expect([one.stderr, piped.stderr]).toEqual([
      expect.stringContaining('rss is not a function'),
      expect.stringContaining('rss is not a function'),
    ])
    expect(jsonLines(piped.stdout)).toMatchObject([{ status: 'error' }, { command: 'help', status: 'answered' }])
  })

  test.each([[['ask']], [['--nope']]])('%j is answered with the usage', async (args) => {
    const { code, stdout, stderr } = await runProgram({ args })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage:')
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe.concurrent('export quotations', () => {
  test('writes a JSON line with offsets for each unbroken quotation, duplicates included', async () => {
    const text = council['north/harbour-times.md'] ?? ''
    const folder = await makeFolder({ 'b.md': text, 'a.md': text })
    const { code, stdout } = await runProgram({
      args: ['export', 'quotations', '--json'],
      env: { ARTICLES_DIR: folder },
    })
    await rm(folder, { recursive: true })
    expect(code).toBe(0)
    const schema = z.strictObject({
      file: z.string(),
      paragraph: z.number(),
      start: z.number(),
      end: z.number(),
      fileStart: z.number(),
      fileEnd: z.number(),
      text: z.string(),
      speaker: z.string().nullable(),
      cue: z.string().nullable(),
      kind: z.enum(['direct', 'partial']),
      confidence: z.number().min(0).max(1),
    })
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => schema.parse(JSON.parse(line)))
    expect(lines.map(({ file }) => file)).toEqual(['a.md', 'a.md', 'b.md', 'b.md'])
    for (const { fileStart, fileEnd, text: quoted, speaker } of lines) {
      expect(text.slice(fileStart, fileEnd)).toBe(quoted)
      expect(speaker).toBe('Ines Okafor')
    }
  })
})

describe.concurrent('export statements', () => {
  test('writes a JSON line for each stretch of what somebody said, quoted or reported, joined by group', async () => {
    const text = `Ines Okafor, the mayor, spoke on Monday.

The ferry, Okafor said, will stop at noon. “It will sail again in May,” Okafor said.
`
    const folder = await makeFolder({ 'a.txt': text })
    const { code, stdout } = await runProgram({
      args: ['export', 'statements', '--json'],
      env: { ARTICLES_DIR: folder },
    })
    await rm(folder, { recursive: true })
    expect(code).toBe(0)
    const schema = z.strictObject({
      file: z.literal('a.txt'),
      paragraph: z.literal(2),
      start: z.number(),
      end: z.number(),
      fileStart: z.number(),
      fileEnd: z.number(),
      text: z.string(),
      speaker: z.literal('Ines Okafor'),
      cue: z.literal('said'),
      kind: z.enum(['quoted', 'mixed', 'reported']),
      force: z.literal('asserted'),
      confidence: z.number().min(0).max(1),
      group: z.number(),
    })
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => schema.parse(JSON.parse(line)))
    expect(lines.map(({ text, kind, group }) => [text, kind, group])).toEqual([
      ['The ferry', 'reported', 1],
      ['will stop at noon', 'reported', 1],
      ['It will sail again in May,', 'quoted', 2],
    ])
    for (const { fileStart, fileEnd, text: said } of lines) expect(text.slice(fileStart, fileEnd)).toBe(said)
  })
})

describe.concurrent('the settings', () => {
  test('are checked at start, and every invalid one is named with what it must be', async () => {
    const { code, stdout, stderr } = await runProgram({
      args: ['ask', 'x'],
      env: { LOG_LEVEL: 'loud', DISCORD_TOKEN: 'a b' },
    })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('LOG_LEVEL must be one of')
    expect(stderr).toContain('DISCORD_TOKEN must be')
    expect(stderr).not.toContain('a b')
  })

  test('treat an empty variable as unset', async () => {
    const { code } = await runProgram({
      args: ['ask', '/help'],
      env: { LOG_LEVEL: '', DISCORD_TOKEN: ' ', ARTICLES_DIR: '' },
    })
    expect(code).toBe(0)
  })

  test('name a missing article folder and what to do', async () => {
    const { code, stderr } = await runProgram({ args: ['ask', 'x'], env: { ARTICLES_DIR: '/no/such/folder' } })
    expect(code).toBe(1)
    expect(stderr).toBe(
      'The folder of articles /no/such/folder does not exist: set ARTICLES_DIR to a folder of .txt, .md or .html files.\n',
    )
  })

  test('name on standard error each file that is not indexed, and why', async () => {
    const folder = await makeFolder({ ...council, 'bad.txt': new Uint8Array([0x66, 0, 0x6f]), 'empty.md': '' })
    const { code, stdout, stderr } = await runProgram({
      args: ['ask', '--json', '/facts ferries'],
      env: { ARTICLES_DIR: folder },
    })
    await rm(folder, { recursive: true })
    expect(code).toBe(0)
    expect(jsonLines(stdout)).toMatchObject([{ status: 'answered' }])
    expect(stderr).toContain('bad.txt is binary')
    expect(stderr).toContain('empty.md is empty')
  })
})
