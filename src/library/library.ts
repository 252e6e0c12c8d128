import { readCorpus } from '../corpus/folder.ts'
import { buildGeneration, type Generation } from './generation.ts'

export interface LibraryOptions {
  /** The articles' folder. */
  readonly folder: string
  /** The version of the program, part of a generation's id. */
  readonly version: string
}

/** Holds the current generation. */
export interface Library {
  readonly current: Generation
}

/**
 * Reads the articles' folder and holds what was made of it.
 * @throws CorpusError when the folder is missing or holds no article.
 */
export async function openLibrary({ folder, version }: LibraryOptions): Promise<Library> {
  return { current: buildGeneration(await readCorpus(folder), version) }
}
