import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { libraryState } from '../../src/library/changes/library-state.ts'
import { buildGeneration, type Generation } from '../../src/library/generation/generation.ts'
import { createFileReader } from '../../src/library/reader/file-reader.ts'
import { compareGenerations } from '../../src/library/reindex/reindex-report.ts'
import { type AnswerService, createAnswerService } from '../../src/service/answer-service.ts'

/** The articles that the program comes with. */
export const seeds = fileURLToPath(new URL('../../seeds', import.meta.url))

/** A folder with the files given, by path; the caller removes it. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  return folder
}

/** The generation of a folder's articles. */
export async function generationOf(folder: string): Promise<Generation> {
  return buildGeneration(await readCorpus(folder), 'test')
}

/** The generation of articles given as texts by file name. */
export async function generationFrom(files: Readonly<Record<string, string>>): Promise<Generation> {
  const folder = await makeFolder(files)
  try {
    return await generationOf(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A service on a generation that a reindex leaves as it is. */
export function serviceOn(generation: Generation): AnswerService {
  return createAnswerService({
    current: generation,
    reindex: async () => compareGenerations(generation, generation, 0),
    adopt: async () => undefined,
    build: () => Promise.reject(new Error('This library builds nothing.')),
    state: () => libraryState(undefined),
    reader: createFileReader,
  })
}

/** A small made-up corpus: two reports of one council meeting, and a third article about something else. */
export const council: Readonly<Record<string, string>> = {
  'north/harbour-times.md': `---
title: Council backs new ferry line
date: 2024-03-12
outlet: Harbour Times
url: https://harbour.example/ferry
---

The city council of Elmport voted on Tuesday to buy 14 electric ferries for 62 million euros.

“We will not wait another decade for clean water,” Mayor Ines Okafor said after the vote. “The harbour belongs to everyone.”

The opposition had asked for a delay because the shipyard in Norvale lost two earlier contracts.

Advertisement

It is unclear when the first boat will sail.
`,
  'south/daily-lantern.txt': `date 2024-03-12 ELMPORT (DL) — Elmport's council decided on Tuesday to purchase 14 electric ferries, according to the harbour office.

Mayor Ines Okafor called the vote “a promise kept,” while shopkeeper Jonas Bright warned that “nobody asked the people of the old quay.”

"We won't wait another decade for clean water," Okafor said.
`,
  'garden.txt': `The botanical garden opened a new palm house in May.

Entry costs 9 euros, the garden said.
`,
}
