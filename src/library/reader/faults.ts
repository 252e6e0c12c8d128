import { BadFile } from '../../corpus/article/bad-file.ts'
import { errorSentence } from '../../log/describe-error.ts'

const advice = 'split it into smaller files, or save its text as .txt'

/** The reason to skip a file that takes over `limitMs` milliseconds to read. */
export function takesTooLong(limitMs: number): BadFile {
  return new BadFile('fault', `takes over ${limitMs / 1000} s to read; ${advice}`)
}

/** The reason to skip a file that needs more memory than the reading thread has. */
export function needsTooMuchMemory(): BadFile {
  return new BadFile('fault', `needs too much memory to read; ${advice}`)
}

/** The reason to skip a file that cannot be read because of a bug. */
export function faultIn(message: string): BadFile {
  return new BadFile('fault', `cannot be read because of a fault in Verbatim (${message}); ${advice}`)
}

/** An error from reading a file, as the reason to skip the file. */
export function asBadFile(error: unknown): BadFile {
  if (error instanceof BadFile) return error
  return faultIn(errorSentence(error))
}
