import type { Article } from '../../corpus/article/article.ts'
import type { BadFileCode } from '../../corpus/article/bad-file.ts'
import type { PreparedFile, Upload } from './read-upload.ts'
import type { StoredReading } from './stored-reading.ts'

/** What the reading thread can do, each with what it needs. */
export interface Tasks {
  /** Makes an article of a file's bytes. */
  readonly parse: { readonly file: string; readonly bytes: Uint8Array }
  /** Makes the file that would be added of an upload, and the article of that. */
  readonly prepare: Upload & { readonly file: string }
  /** Reads what an article holds. */
  readonly read: { readonly article: Article }
}

/** What comes of each task. */
export interface Results {
  readonly parse: Article
  readonly prepare: PreparedFile
  readonly read: StoredReading
}

export type Does = keyof Tasks

/** What the thread is sent. */
export type Task = { readonly [D in Does]: { readonly does: D } & Tasks[D] }[Does]

/** What the thread sends: that all code is loaded and the task begins, and then what came of it. */
export type FromThread<D extends Does> =
  | { readonly tells: 'begun' }
  | { readonly tells: 'done'; readonly result: Results[D] }
  /** The file cannot become an article, as `BadFile`. */
  | { readonly tells: 'bad'; readonly code: BadFileCode; readonly reason: string }
  /** A fault of the program, in its own words. */
  | { readonly tells: 'fault'; readonly message: string }
