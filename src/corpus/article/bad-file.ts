/** Why a file is not indexed. */
export type BadFileCode =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'not-utf8'
  | 'front-matter'
  | 'unsupported'
  | 'bad-name'
  | 'not-regular'
  | 'link-out'
  | 'duplicate'
  | 'name-taken'
  | 'no-text'
  | 'unreadable'
  /** Its reading failed, or did not end in time. */
  | 'fault'
  /** The same, and what was read of its text before still is an article. */
  | 'stale'

/** A file that cannot become an article. `reason` completes the sentence "FILE …". */
export class BadFile extends Error {
  override readonly name = 'BadFile'
  readonly code: BadFileCode
  readonly reason: string

  constructor(code: BadFileCode, reason: string) {
    super(`the file ${reason}`)
    this.code = code
    this.reason = reason
  }
}

/** Why a file is refused that has the same text as another, `file`. */
export function copyOf(file: string): BadFile {
  return new BadFile('duplicate', `has the same text as ${file}`)
}

/** A file that was left out, and why, for the people who look after the articles. */
export interface SkippedFile {
  readonly file: string
  readonly code: BadFileCode
  readonly reason: string
}
