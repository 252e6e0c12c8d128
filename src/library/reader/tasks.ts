import type { Article } from '../../corpus/article/article.ts'
import type { BadFileCode } from '../../corpus/article/bad-file.ts'
import type { StoredReading } from '../generation/article-reading.ts'
import type { PreparedFile, Upload } from './read-upload.ts'

/** The tasks of the reading thread, with their input. */
export interface Tasks {
  /** Parses a file. */
  readonly parse: { readonly file: string; readonly bytes: Uint8Array }
  /** Parses an upload as the file that it would be stored as. */
  readonly prepare: Upload & { readonly file: string }
  /** Reads articles. */
  readonly read: { readonly articles: readonly Article[] }
}

/** The result of each task. */
export interface Results {
  readonly parse: Article
  readonly prepare: PreparedFile
  readonly read: readonly StoredReading[]
}

export type Does = keyof Tasks

/** A message to the thread. */
export type Task = { readonly [D in Does]: { readonly does: D } & Tasks[D] }[Does]

/** A message from the thread: first that all code is loaded and the task begins, then the outcome. */
export type FromThread<D extends Does> =
  | { readonly state: 'begun' }
  | { readonly state: 'done'; readonly result: Results[D] }
  /** The file cannot become an article, as `BadFile`. */
  | { readonly state: 'bad'; readonly code: BadFileCode; readonly reason: string }
  /** A bug: an error's message. */
  | { readonly state: 'fault'; readonly message: string }
