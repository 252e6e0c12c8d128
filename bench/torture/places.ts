import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkGeneration } from '../../src/answers/check-generation.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { shapeHash } from '../../src/library/shape.ts'
import { openStore } from '../../src/library/store.ts'

/** The project's folder, and the compiled program in it. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))
export const program = join(root, 'dist/src')
export const shape = shapeHash('test')

export interface Place {
  readonly folder: string
  readonly dataDir: string
}

/** Does something with a folder of articles and an empty data folder, which are removed afterwards. */
export async function inPlace<T>(
  files: Readonly<Record<string, string>>,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const where = await mkdtemp(join(tmpdir(), 'verbatim-torture-'))
  try {
    const place = { folder: join(where, 'articles'), dataDir: join(where, 'data') }
    await mkdir(place.folder)
    for (const [name, text] of Object.entries(files)) await writeFile(join(place.folder, name), text)
    return await work(place)
  } finally {
    await rm(where, { recursive: true, force: true })
  }
}

/** The library of a place. */
export function openAt({ folder, dataDir }: Place, more: Partial<LibraryOptions> = {}): Promise<Library> {
  const store = openStore(dataDir, shape)
  return openLibrary({ folder, version: 'test', store, check: checkGeneration, ...more })
}

/** So many made-up articles, of so many paragraphs each. */
export function madeUp(articles: number, paragraphs: number): Readonly<Record<string, string>> {
  const places = ['Elmport', 'Norvale', 'Lenmark', 'Osteria', 'Harwick', 'Tidewell', 'Brannock']
  const people = ['Ines Okafor', 'Jonas Bright', 'Mara Lindqvist', 'Tomas Reyes', 'Adele Fournier']
  const things = ['ferries', 'bridges', 'turbines', 'schools', 'orchards', 'wells', 'trams', 'archives']
  const pick = (all: readonly string[], at: number): string => all[at % all.length] ?? ''
  const line = (n: number): string => {
    const [place, person, thing] = [pick(places, n * 3), pick(people, n * 7), pick(things, n * 5)]
    const kinds = [
      `The council of ${place} voted to pay ${n + 3} million euros for ${(n % 90) + 2} ${thing}, its office said.`,
      `“We counted ${n} ${thing} near ${place},” ${person} said after the vote in round ${n}.`,
      `It is unclear when the ${thing} of ${place} will be ready, ${person} told reporters at meeting ${n}.`,
    ]
    return pick(kinds, n)
  }
  return Object.fromEntries(
    Array.from({ length: articles }, (_, article) => [
      `article-${String(article).padStart(5, '0')}.txt`,
      `${Array.from({ length: paragraphs }, (_, at) => line(article * paragraphs + at)).join('\n\n')}\n`,
    ]),
  )
}
