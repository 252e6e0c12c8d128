import { BadFile } from '../../corpus/article/bad-file.ts'
import { errorSentence } from '../../log/describe-error.ts'

const advice = 'split it into smaller files, or save its text as .txt'

/** Why a file is skipped that takes over `limitMs` milliseconds to read. */
export function takesTooLong(limitMs: number): BadFile {
  return new BadFile('fault', `takes over ${limitMs / 1000} s to read; ${advice}`)
}

/** Why a file is skipped that needs more memory than the reading thread has. */
export function needsTooMuchMemory(): BadFile {
  return new BadFile('fault', `needs too much memory to read; ${advice}`)
}

/** Why a file is skipped that cannot be read because of a bug. */
export function faultIn(message: string): BadFile {
  return new BadFile('fault', `cannot be read because of a fault in Verbatim (${message}); ${advice}`)
}

/** An error that was thrown while a file was read, as the reason to skip the file. */
export function asBadFile(error: unknown): BadFile {
  if (error instanceof BadFile) return error
  return faultIn(errorSentence(error))
}
