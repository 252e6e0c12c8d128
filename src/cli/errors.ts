import { ConfigError } from '../config/config.ts'
import { CorpusError } from '../corpus/article/corpus-error.ts'
import { StartError } from '../discord/gateway/start-error.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { ResourceError } from '../resources/resources.ts'

/** The sentence for a person about an error that is theirs to mend, or null for a fault of the program. */
export function explain(error: unknown): string | null {
  if (error instanceof ConfigError)
    return `These settings cannot be used:\n${error.problems.map((line) => `  ${line}`).join('\n')}`
  const told = [CorpusError, LibraryError, ResourceError, StartError]
  if (error instanceof Error && told.some((kind) => error instanceof kind)) return error.message
  return null
}
