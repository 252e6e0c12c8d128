import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { checkGeneration } from '../../src/answers/check-generation.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { shapeHash } from '../../src/library/shape.ts'
import { openStore } from '../../src/library/store.ts'
import { council } from '../articles.ts'

/** A folder of articles and a data folder, both removed when the running test ends. */
export interface Place {
  readonly folder: string
  readonly dataDir: string
}

/** The version that tests read articles as. */
export const version = 'test'
export const shape = shapeHash('test')

/** An empty data folder, and a folder with the articles given; concurrent tests hand in their own `onTestFinished`. */
export async function makePlace(
  files: Readonly<Record<string, string>> = flat(council),
  onFinished: (clean: () => Promise<void>) => void = onTestFinished,
): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), 'verbatim-library-'))
  onFinished(() => rm(root, { recursive: true, force: true }))
  const place = { folder: join(root, 'articles'), dataDir: join(root, 'data') }
  await mkdir(place.folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(place.folder, name), text)
  return place
}

function flat(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replaceAll('/', '-'), text]))
}

/** The library of a place, with what it keeps in the data folder. */
export function openAt({ folder, dataDir }: Place, more: Partial<LibraryOptions> = {}): Promise<Library> {
  return openLibrary({ folder, version, store: openStore(dataDir, shape), check: checkGeneration, ...more })
}
