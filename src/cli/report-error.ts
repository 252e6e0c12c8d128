import { ConfigError } from '../config/config.ts'
import { escapeForTerminal } from '../console/escape.ts'
import { CorpusError } from '../corpus/article/corpus-error.ts'
import { StartError } from '../discord/gateway/start-error.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { errorText } from '../log/describe-error.ts'
import { ResourceError } from '../resources/resources.ts'
import { UsageError, usage } from './command-line.ts'

/** Errors whose message tells the person at the command line what to do. */
const explained = [CorpusError, LibraryError, ResourceError, StartError]

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage.trimEnd()}`
  if (error instanceof ConfigError)
    return `These settings cannot be used:\n${error.problems.map((line) => `  ${line}`).join('\n')}`
  if (error instanceof Error && explained.some((kind) => error instanceof kind)) return error.message
  return errorText(error)
}

function writeError(text: string): void {
  process.stderr.write(`${escapeForTerminal(text)}\n`)
}

/** Reports why a task failed, and sets the exit code: 2 if the command line is wrong, 1 otherwise. */
export function reportError(error: unknown): void {
  writeError(explain(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
  // The rest of a connection to Discord would keep the process alive for seconds.
  if (error instanceof StartError) process.exit()
}

/** Ends the process on a fault that nothing catches, and quietly if the reader of standard output is gone (`… | head -1`). */
export function exitOnFaults(): void {
  // Node itself would print every field of the error, questions and tokens included.
  process.on('uncaughtException', (error) => {
    writeError(errorText(error))
    process.exit(1)
  })
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
