import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { configSchema } from '../../src/config/config-schema.ts'
import { codeSpans, readPages, readRepositoryFile, section, tableRows } from '../../testkit/repository/markdown.ts'

const variables = Object.keys(configSchema.shape).sort()
/** Variables that Node and terminals share, and that the program heeds. */
const common = ['NO_COLOR', 'NODE_OPTIONS']
/** Variables of the tests. */
const ofTests = ['CHROMIUM_PATH']
/** Variables of `compose.yaml`. */
const ofCompose = ['POSTGRES_PASSWORD']

const settings = async () => tableRows(section(await readRepositoryFile('README.md'), 'Settings'))
const unquoted = (cell: string) => cell.match(/^`([^`]+)`/)?.[1]
const documented = async () => (await settings()).flatMap(([name = '']) => unquoted(name) ?? [])

/** The default that the README's table states for a variable. */
async function statedDefaults(): Promise<Readonly<Record<string, string>>> {
  const rows = (await settings()).map(([name = '', , value = '']) => [unquoted(name), unquoted(value)] as const)
  return Object.fromEntries(rows.filter((row): row is readonly [string, string] => row.every((cell) => cell)))
}

test('the README lists every setting once, and none that does not exist', async () => {
  expect((await documented()).sort()).toEqual(variables)
})

test('.env.example has every setting once, empty, and none that does not exist', async () => {
  const lines = (await readRepositoryFile('.env.example'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
  expect(lines.sort()).toEqual(variables.map((name) => `${name}=`).sort())
})

test('the defaults that the README states are those of the program', async () => {
  // The default of ARTICLES_DIR is told relative to the program's folder.
  const { ARTICLES_DIR, ...defaults } = await statedDefaults()
  expect(ARTICLES_DIR).toBe('seeds')
  expect(Object.keys(defaults).length).toBeGreaterThan(5)
  expect(await readConfig(defaults)).toEqual({ ...(await readConfig({})), dataDirIsSet: true })
})

test('.env.example states the same defaults as the README', async () => {
  const example = await readRepositoryFile('.env.example')
  const stated = Object.fromEntries(
    [...example.matchAll(/Default: (\S+)(?:\n#.*)*\n([A-Z_]+)=/g)].map(([, value, name]) => [name, value]),
  )
  const { ARTICLES_DIR: _, ...defaults } = await statedDefaults()
  expect(stated).toMatchObject(defaults)
})

test('no page names a variable that does not exist', async () => {
  const pages = await readPages()
  const named = pages.flatMap((page) =>
    codeSpans(page).flatMap((code) => {
      const name = code.match(/^([A-Z]+(?:_[A-Z]+)+)(?:=|$)/)?.[1] ?? code.match(/^([A-Z]+)=/)?.[1]
      return name === undefined ? [] : [`${page.path}: ${name}`]
    }),
  )
  const known = new Set([...variables, ...common, ...ofTests, ...ofCompose])
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((entry) => !known.has(entry.split(': ')[1] ?? ''))).toEqual([])
})
