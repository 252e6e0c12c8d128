import { BadFile } from '../../corpus/article/bad-file.ts'
import { errorSentence } from '../../log/describe-error.ts'

const advice = 'split it into smaller files, or save its text as .txt'

/** The reason of a file that is not read within the last resort, `limitMs` milliseconds. */
export function takesTooLong(limitMs: number): BadFile {
  return new BadFile('fault', `takes over ${limitMs / 1000} s to read; ${advice}`)
}

/** The reason of a file that needs more memory than the reading thread has. */
export function needsTooMuchMemory(): BadFile {
  return new BadFile('fault', `needs too much memory to read; ${advice}`)
}

/** The reason of a file whose reading fails by a fault of the program. */
export function faultIn(message: string): BadFile {
  return new BadFile('fault', `cannot be read because of a fault in Verbatim (${message}); ${advice}`)
}

/** An error as the reason of the file in whose reading it was thrown. */
export function asBadFile(error: unknown): BadFile {
  if (error instanceof BadFile) return error
  return faultIn(errorSentence(error))
}
