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
  ['src/config', 'src/log', 'src/resources'],
]

/** Where a package may be imported, for those that only one part of the program knows. */
const homes: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/discord'],
  '@discordjs/rest': ['src/discord'],
  '@discordjs/ws': ['src/discord'],
  'discord-api-types': ['src/discord', 'commands'],
  minisearch: ['src/search/minisearch-index.ts'],
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

const root = fileURLToPath(new URL('../..', import.meta.url))
const graph = await readImportGraph(root, ['src', 'commands'])

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
