import type { Upload, UploadPreview } from '../answers/articles/preview-upload.ts'
import type { Status } from '../answers/articles/status.ts'
import { CorpusError } from '../corpus/article/corpus-error.ts'
import { DatabaseError } from '../database/database-error.ts'
import type { ArticleChange, FileChange } from '../library/changes/changes.ts'
import type { RemovedArticle } from '../library/changes/removed-articles.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { ReindexBusyError } from '../library/errors/reindex-busy-error.ts'
import type { Library, Progress, ReindexReport, ReindexRequest } from '../library/library.ts'
import {
  type CallArgs,
  type CallMethods,
  type CallName,
  type CallResult,
  callMethods,
  type Refused,
  refusal,
  runCall,
} from './calls.ts'

export type {
  ArticleChange,
  FileChange,
  Progress,
  Refused,
  ReindexReport,
  ReindexRequest,
  RemovedArticle,
  Status,
  Upload,
  UploadPreview,
}

/** The interface through which commands and adapters ask. Everything that crosses it is plain data. */
export interface AnswerService extends CallMethods {
  /** Reads the articles again and switches to the new generation; if that fails, the old one stays. */
  reindex(request?: ReindexRequest): Promise<ReindexReport | Refused>
}

/** Runs a call; if the generation that it began with was removed from the store, once more. */
async function runOnCurrent<Name extends CallName>(
  library: Library,
  name: Name,
  args: CallArgs<Name>,
): Promise<CallResult<Name>> {
  // If the store cannot be asked, the generation in this process answers what it can.
  await library.adopt().catch(() => undefined)
  try {
    return await runCall(name, { library, generation: library.current }, args)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.trouble !== 'no-table') throw error
    await library.adopt(true)
    return runCall(name, { library, generation: library.current }, args)
  }
}

/** A service that answers in this process, each call from the generation that is current when it begins. */
export function createAnswerService(library: Library): AnswerService {
  return {
    ...callMethods(
      (name) =>
        (...args) =>
          runOnCurrent(library, name, args),
    ),
    reindex: refusableReindex(library.reindex, () => library.current.id),
  }
}

/** A `reindex` that returns errors a user can fix as refusals. `currentId` returns the id of the current generation. */
export function refusableReindex(
  reindex: (request?: ReindexRequest) => Promise<ReindexReport>,
  currentId: () => string,
): AnswerService['reindex'] {
  return async (request) => {
    try {
      return await reindex(request)
    } catch (error) {
      if (error instanceof CorpusError || error instanceof LibraryError || error instanceof ReindexBusyError)
        return refusal(error, currentId())
      throw error
    }
  }
}
