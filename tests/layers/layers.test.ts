import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  cyclesOf,
  fileEdges,
  folderEdges,
  type ImportGraph,
  importsOf,
  readImportGraph,
} from '../../testkit/import-graph.ts'

/** The layers from the top down. A file imports from its own layer and from those below; two adapters do not import each other. */
const layers: readonly (readonly string[])[] = [
  ['src/main.ts'],
  ['src/cli'],
  ['src/discord', 'src/console'],
  ['commands'],
  ['src/service'],
  ['src/answers'],
  ['src/library'],
  ['src/search'],
  ['src/reading'],
  ['src/corpus'],
  ['src/language'],
  ['src/database'],
  ['src/config', 'src/log', 'src/messages', 'src/resources'],
  ['src/program'],
]

/** Where a package may be imported, for those that only one part of the program knows. */
const homes: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/discord'],
  '@discordjs/rest': ['src/discord'],
  '@discordjs/ws': ['src/discord'],
  'discord-api-types': ['src/discord', 'commands'],
  minisearch: ['src/search/minisearch-index.ts'],
  pg: ['src/database'],
}

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)

function layerOf(file: string): { readonly level: number; readonly place: string } | null {
  for (const [level, places] of layers.entries()) {
    const place = places.find((candidate) => isIn(file, candidate))
    if (place !== undefined) return { level, place }
  }
  return null
}

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

/** Each import that breaks a rule of the layers, as a sentence. */
function violationsIn(graph: ImportGraph): readonly string[] {
  const violations: string[] = []
  for (const [file, { files, packages }] of graph) {
    const own = layerOf(file)
    if (own === null) violations.push(`${file} is in no layer`)
    for (const target of files) {
      const other = layerOf(target)
      if (own === null || other === null) continue
      if (other.level < own.level || (other.level === own.level && other.place !== own.place))
        violations.push(`${file} imports ${target}, which is not in a layer below`)
    }
    for (const specifier of packages) {
      const name = packageOf(specifier)
      const home = homes[name]
      if (home !== undefined && !home.some((place) => isIn(file, place)))
        violations.push(`${file} imports ${name}, which belongs to ${home.join(' and ')}`)
    }
  }
  return violations
}

/** The places outside the layers, and which of the others each one may import beside the program's own. */
const outside: Readonly<Record<string, readonly string[]>> = {
  src: ['src', 'commands'],
  commands: ['src', 'commands'],
  testkit: ['src', 'commands', 'testkit'],
  bench: ['src', 'commands', 'testkit', 'bench'],
  preview: ['src', 'commands', 'testkit', 'preview'],
  tests: ['src', 'commands', 'testkit', 'preview'],
}

/** The tests of the trainers' and measurements' own code. */
const benchTests: readonly string[] = [
  'tests/answers/ask-bench.test.ts',
  'tests/answers/ask-trees.test.ts',
  'tests/bench/results.test.ts',
  'tests/bench/rivals.test.ts',
  'tests/bench/scale-corpus.test.ts',
  'tests/reading/facts.test.ts',
  'tests/reading/quotations-ranker.test.ts',
  'tests/repository/benches.test.ts',
]

/** Each import between the program and the places outside the layers that is not allowed, as a sentence. */
function foreignImportsIn(graph: ImportGraph): readonly string[] {
  const found: string[] = []
  for (const [file, { files }] of graph) {
    const [place = ''] = file.split('/')
    for (const target of files) {
      const [other = ''] = target.split('/')
      const isBenchTest = other === 'bench' && benchTests.includes(file)
      if (!isBenchTest && Object.hasOwn(outside, other) && !outside[place]?.includes(other))
        found.push(`${file} imports ${target}`)
    }
  }
  return found
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const graph = await readImportGraph(root, ['src', 'commands'])

const wholeGraph = new Map([...graph, ...(await readImportGraph(root, ['testkit', 'tests', 'bench', 'preview']))])

/** The repository's graph with one more file. */
function withFile(file: string, text: string): ImportGraph {
  return new Map([...graph, [file, importsOf(file, text)]])
}

test('every import goes to the same layer or to one below', () => {
  expect(graph.size).toBeGreaterThan(200)
  expect(violationsIn(graph)).toEqual([])
})

test('no files import each other in a cycle', () => {
  expect(cyclesOf(fileEdges(graph))).toEqual([])
})

test('no folders import each other in a cycle', () => {
  expect(cyclesOf(folderEdges(graph))).toEqual([])
})

test.for([
  ['src/language/planted.ts', '../corpus/article/article.ts'],
  ['src/corpus/planted.ts', '../reading/facts/fact.ts'],
  ['src/reading/deep/planted.ts', '../../search/query.ts'],
  ['src/search/planted.ts', '../library/library.ts'],
  ['src/library/planted.ts', '../answers/answer/answer.ts'],
  ['src/answers/planted.ts', '../../commands/ask.ts'],
  ['src/answers/planted.ts', '../service/answer-service.ts'],
  ['commands/planted.ts', '../src/console/render.ts'],
  ['src/discord/planted.ts', '../console/render.ts'],
  ['src/console/planted.ts', '../main.ts'],
  ['src/answers/planted.ts', 'discord.js'],
  ['src/answers/planted.ts', 'minisearch'],
  ['src/library/planted.ts', 'discord-api-types/v10'],
] as const)('the check reports %s importing %s', ([file, specifier]) => {
  for (const statement of [
    `export * from '${specifier}'`,
    `import type { Planted } from '${specifier}'`,
    `await import('${specifier}')`,
  ])
    expect(violationsIn(withFile(file, statement))).toHaveLength(1)
})

test('the program imports no test part, and tests and benches share code through the testkit alone', () => {
  expect(foreignImportsIn(wholeGraph)).toEqual([])
})

test.for([
  ['src/planted.ts', '../testkit/program.ts'],
  ['commands/planted.ts', '../tests/layers/layers.test.ts'],
  ['src/planted.ts', '../bench/answers/run.ts'],
  ['src/planted.ts', '../preview/server/run.ts'],
  ['commands/planted.ts', '../preview/server/run.ts'],
  ['testkit/planted.ts', '../preview/server/run.ts'],
  ['bench/planted.ts', '../preview/server/run.ts'],
  ['preview/planted.ts', '../bench/answers/run.ts'],
  ['testkit/planted.ts', '../tests/layers/layers.test.ts'],
  ['testkit/planted.ts', '../bench/answers/run.ts'],
  ['bench/planted.ts', '../tests/layers/layers.test.ts'],
  ['tests/planted.test.ts', '../bench/answers/run.ts'],
] as const)('the check reports %s importing %s', ([file, specifier]) => {
  const planted = new Map([...wholeGraph, [file, importsOf(file, `import '${specifier}'`)]])
  expect(foreignImportsIn(planted)).toHaveLength(1)
})

test('each test that may import a bench does so', () => {
  const importing = [...wholeGraph].filter(
    ([file, { files }]) => isIn(file, 'tests') && files.some((one) => isIn(one, 'bench')),
  )
  expect(importing.map(([file]) => file).sort()).toEqual(benchTests)
})

/** What of the preview a browser runs, and what its server shares with it. */
const inBrowser = ['preview/page', 'preview/protocol']

/** Each import that does not work in a browser, or that takes the page's code to where there is none, as a sentence. */
function pageImportsIn(graph: ImportGraph): readonly string[] {
  const found: string[] = []
  for (const [file, { files, packages }] of graph) {
    const isPage = inBrowser.some((place) => isIn(file, place))
    const foreign = isPage
      ? [
          ...files.filter((one) => !inBrowser.some((place) => isIn(one, place))),
          ...packages.filter((one) => one.startsWith('node:')),
        ]
      : files.filter((one) => isIn(one, 'preview/page') && !isIn(file, 'tests'))
    found.push(...foreign.map((one) => `${file} imports ${one}`))
  }
  return found
}

test('the page of the preview imports only its own code, and nothing else of the preview imports the page', () => {
  expect(wholeGraph.has('preview/page/main.ts')).toBe(true)
  expect(pageImportsIn(wholeGraph)).toEqual([])
})

test.for([
  ['preview/page/planted.ts', '../server/run.ts'],
  ['preview/page/planted.ts', '../../src/config/config.ts'],
  ['preview/protocol/planted.ts', 'node:fs'],
  ['preview/server/planted.ts', '../page/main.ts'],
] as const)('the check reports %s importing %s', ([file, specifier]) => {
  const planted = new Map([...wholeGraph, [file, importsOf(file, `import '${specifier}'`)]])
  expect(pageImportsIn(planted)).toHaveLength(1)
})

test('the tests folder holds tests and their data, and no shared code', () => {
  expect([...wholeGraph.keys()].filter((file) => isIn(file, 'tests') && !file.endsWith('.test.ts'))).toEqual([])
})

test('the check reports a file outside the layers', () => {
  expect(violationsIn(withFile('src/planted/planted.ts', ''))).toEqual(['src/planted/planted.ts is in no layer'])
})

test('the check reports two files, and two folders, that import each other', () => {
  const planted: ImportGraph = new Map([
    ['src/a/hen.ts', importsOf('src/a/hen.ts', "import type { Egg } from '../b/egg.ts'")],
    ['src/b/egg.ts', importsOf('src/b/egg.ts', "import { hen } from '../a/hen.ts'")],
  ])
  expect(cyclesOf(fileEdges(planted))).toEqual([['src/a/hen.ts', 'src/b/egg.ts']])
  expect(cyclesOf(folderEdges(planted))).toEqual([['src/a', 'src/b']])
})
