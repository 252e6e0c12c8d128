import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/** What a file imports: files by their path from the root of the repository, packages and Node's modules by name. */
export interface Imports {
  readonly files: readonly string[]
  readonly packages: readonly string[]
}

/** The imports of each file, by the file's path from the root with `/` between its parts. */
export type ImportGraph = ReadonlyMap<string, Imports>

/** The imports in a file's text: static, dynamic and type-only ones, and what it re-exports. */
export function importsOf(file: string, text: string): Imports {
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module
  const specifiers = new Set([
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    // A dynamic import is known by the source of its argument: a string literal, quotes included.
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ])
  const files: string[] = []
  const packages: string[] = []
  for (const specifier of specifiers) {
    if (specifier.startsWith('.')) files.push(posix.join(posix.dirname(file), specifier))
    else packages.push(specifier)
  }
  return { files, packages }
}

/** Reads the imports of every TypeScript file in some folders of a repository. */
export async function readImportGraph(root: string, folders: readonly string[]): Promise<ImportGraph> {
  const graph = new Map<string, Imports>()
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true })
    for (const entry of entries) {
      if (!entry.endsWith('.ts') || entry.endsWith('.d.ts') || entry.includes('node_modules')) continue
      const file = posix.join(folder, entry.replaceAll('\\', '/'))
      graph.set(file, importsOf(file, await readFile(join(root, file), 'utf8')))
    }
  }
  return graph
}

/**
 * The cycles of a directed graph: its strongly connected components of more than one node (Tarjan 1972), each sorted.
 * An edge from a node to itself is no cycle.
 */
export function cyclesOf(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const cycles: string[][] = []

  function visit(node: string): number {
    const number = order.size
    order.set(node, number)
    stack.push(node)
    onStack.add(node)
    let low = number
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (onStack.has(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === number) {
      const component = stack.splice(stack.indexOf(node))
      for (const member of component) onStack.delete(member)
      if (component.length > 1) cycles.push(component.sort())
    }
    return low
  }

  for (const node of edges.keys()) if (!order.has(node)) visit(node)
  return cycles
}

/** The edges between the files of a graph. */
export function fileEdges(graph: ImportGraph): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...graph].map(([file, { files }]) => [file, new Set(files.filter((other) => graph.has(other)))]))
}

/** The edges between the folders of a graph, each file counted for the folder that directly holds it. */
export function folderEdges(graph: ImportGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>()
  for (const [file, targets] of fileEdges(graph)) {
    const folder = posix.dirname(file)
    const into = edges.get(folder) ?? new Set<string>()
    edges.set(folder, into)
    for (const target of targets) if (posix.dirname(target) !== folder) into.add(posix.dirname(target))
  }
  return edges
}
