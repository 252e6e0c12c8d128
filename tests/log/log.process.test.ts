import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const separator = '\n(next)\n'

/** What the log writes for each piece of code that uses it as `log`: all of them run in one process. */
async function logEach(codes: readonly string[], forPeople: boolean): Promise<ReadonlyMap<string, string>> {
  const blocks = codes.map((code) => `{ const log = createLog({ level: 'trace', forPeople: ${forPeople} }); ${code} }`)
  const script = `
    import { writeSync } from 'node:fs'
    import { createLog } from ${JSON.stringify(join(root, 'dist/src/log/log.js'))}
    ${blocks.join(`\nwriteSync(2, ${JSON.stringify(separator)})\n`)}
  `
  const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  const outputs = stderr.split(separator)
  return new Map(codes.map((code, index) => [code, outputs[index] ?? '']))
}

const secret = 'zebrafinch'
const fault = `Object.assign(new TypeError('${secret}'), { code: 50013, requestBody: { json: '${secret}' } })`

const withErrors = [
  `log.error(${fault})`,
  `log.error(${fault}, 'it failed')`,
  `log.error({ err: ${fault} })`,
  `log.error({ err: ${fault} }, 'it failed')`,
  `log.error({ error: ${fault}, other: [{ deep: ${fault} }] }, 'it failed')`,
  `log.error('it failed: %s %j %o', ${fault}, ${fault}, ${fault})`,
  `log.child({ err: ${fault}, cause: ${fault} }).error('it failed')`,
  `log.child({ id: 1 }).child({ id: 2 }).error({ reason: ${fault} }, 'it failed')`,
  `log.child({}, { serializers: { err: (error) => error }, formatters: { log: (all) => all } }).error({ err: ${fault} })`,
  `log.error({ err: new AggregateError([${fault}], '${secret}', { cause: ${fault} }) }, 'it failed')`,
  `log.error({ error: new (class Deep { held = ${fault} })() }, 'it failed')`,
]

const withSecrets = [
  `log.info({ token: '${secret}', deep: { discordToken: '${secret}', list: [{ token: '${secret}' }] } }, 'settings')`,
  `log.info('POST https://discord.com/api/v10/interactions/12/${secret}/callback')`,
  `log.info({ path: '/webhooks/12/${secret}/messages/@original' }, 'edit')`,
  `log.info(new (class Interaction { token = '${secret}' })(), 'an interaction')`,
]

// C0, C1, a bidirectional override and isolate, a line separator, a tag, a soft hyphen.
const characters = [
  '\u001b[31m',
  '\u0007',
  '\r',
  '\b',
  '\u009b31m',
  '\u0085',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u{e0041}',
  '\u00ad',
]
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const controls = JSON.stringify(characters.join('x'))
const withControls = `
  log.info({ text: ${controls}, [${controls}]: 1, list: [${controls}] }, ${controls})
  log.child({ bound: ${controls} }).error({ err: Object.assign(new Error(${controls}), { name: ${controls} }) }, 'a fault')
  class CorpusError extends Error { name = 'CorpusError' }
  log.error({ err: new CorpusError(${controls}) }, 'a fault')
`

const harmless = `${String.raw`C:\u001b \\u009b "Zoë" – 🙂 \n`}\n\tmore`
const withHarmless = `log.info(${JSON.stringify(harmless)})`

let json: ReadonlyMap<string, string>
let coloured: ReadonlyMap<string, string>
beforeAll(async () => {
  const codes = [...withErrors, ...withSecrets, withControls, withHarmless]
  ;[json, coloured] = await Promise.all([logEach(codes, false), logEach(codes, true)])
})

describe('an error in the log', () => {
  test.for(withErrors)('is described, however it gets there: %s', async (code) => {
    for (const forPeople of [false, true]) {
      const line = (forPeople ? coloured : json).get(code)
      expect(line).not.toContain(secret)
      expect(line).toMatch(/TypeError|Deep/)
    }
  })

  test('that is the message itself is logged by its name', async () => {
    expect(JSON.parse(json.get(withErrors[0] ?? '') ?? '')).toMatchObject({
      err: { name: 'TypeError', code: 50013 },
      msg: 'TypeError (50013)',
    })
  })
})

describe('a secret in the log', () => {
  test.for(withSecrets)('is left out: %s', async (code) => {
    expect(json.get(code)).toMatch(/\S/)
    expect(json.get(code)).not.toContain(secret)
    expect(coloured.get(code)).toMatch(/\S/)
    expect(coloured.get(code)).not.toContain(secret)
  })
})

describe('a terminal control character', () => {
  test('is shown by its code, in JSON and in the parsed JSON', async () => {
    const output = json.get(withControls) ?? ''
    expect(output).not.toMatch(unsafe)
    for (const line of output.trim().split('\n')) {
      expect(JSON.stringify(JSON.parse(line))).not.toMatch(/\\u00|\\[brf]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    }
    expect(JSON.parse(output.split('\n')[0] ?? '').msg).toBe(
      String.raw`\u{1b}[31mx\u{7}x\u{d}x\u{8}x\u{9b}31mx\u{85}x\u{202e}x\u{2066}x\u{2028}x\u{e0041}x\u{ad}`,
    )
  })

  test('is shown by its code in the coloured lines', async () => {
    const output = coloured.get(withControls) ?? ''
    expect(output).not.toMatch(unsafe)
    expect(output).toContain(String.raw`\u{202e}`)
    expect(output).toContain(String.raw`\u{9b}31m`)
  })

  test('leaves everything else unchanged, other escapes included', async () => {
    expect(JSON.parse(json.get(withHarmless) ?? '').msg).toBe(harmless)
  })
})

describe('the source', () => {
  /** The sources of the program with their text, but for the two files that are the way into the log. */
  async function sources(): Promise<readonly (readonly [string, string])[]> {
    const listed = await Promise.all(
      ['src', 'commands'].map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
    )
    const files = listed
      .flat()
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !/[\\/]src[\\/]log[\\/](?:log|describe-error)\.ts$/.test(file))
    return Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const))
  }

  test.for([
    ['reads no stack of an error', /\.stack\b/],
    ['puts no message of an error into a line of the log', /\blog\.\w+\([^)]*\.message\b/],
    ['makes no log of its own, and changes none', /\bpino\(|serializers|formatters|setBindings|\bconsole\.\w+\(/],
    ['inspects no object for a person to read', /util\.inspect|\binspect\(/],
  ] as const)('%s', async ([, forbidden]) => {
    const found = (await sources()).filter(([, text]) => forbidden.test(text)).map(([file]) => file)
    expect(found).toEqual([])
  })

  test('puts no question and no article text into a plain error', async () => {
    // Those of these name a part of the source, a kind of record, and a file of the program's.
    const known = /[\\/](?:text[\\/]unicode-regexp|snapshot[\\/]graph-reader|resources[\\/]resources)\.ts$/
    const found = (await sources()).filter(([file, text]) => !known.test(file) && /new Error\([^)]*\$\{/.test(text))
    expect(found.map(([file]) => file)).toEqual([])
  })
})
