/** Why a file is not indexed. */
export type BadFileCode =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'not-utf8'
  | 'front-matter'
  /** Its front matter says that it is a draft. */
  | 'draft'
  | 'unsupported'
  | 'bad-name'
  | 'not-regular'
  | 'link-out'
  | 'duplicate'
  | 'name-taken'
  | 'no-text'
  | 'unreadable'
  /** Reading it failed, or took too long. */
  | 'fault'
  /** The same, but an earlier text of it is still indexed. */
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

/** The reason to skip a file that has the same text as `file`. */
export function copyOf(file: string): BadFile {
  return new BadFile('duplicate', `has the same text as ${file}`)
}

/** A file that was skipped, and why, for moderators and operators. */
export interface SkippedFile {
  readonly file: string
  readonly code: BadFileCode
  readonly reason: string
}
