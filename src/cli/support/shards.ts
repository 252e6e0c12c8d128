import { openDatabase } from '../../database/database.ts'
import { DatabaseError } from '../../database/database-error.ts'
import { claimShards, type ShardRange } from '../../database/shard-locks.ts'
import { requesters } from '../../library/changes/requesters.ts'
import { collection } from '../../library/database/collection.ts'
import { LibraryError } from '../../library/errors/library-error.ts'
import type { OtherReindex } from '../../service/worker-service.ts'

/**
 * Claims the shards of this process, for as long as it lives. `onLost` is called with a sentence if another process has taken one of them.
 * @throws LibraryError with a sentence if one is taken already.
 */
export async function holdShards(url: string, range: ShardRange, onLost: (sentence: string) => void): Promise<void> {
  try {
    const database = openDatabase({ url, use: 'owner', connections: 1 })
    await claimShards(database, collection, range, (error) => onLost(error.message))
  } catch (error) {
    throw error instanceof DatabaseError ? new LibraryError(error.message, error.code) : error
  }
}

/**
 * Whether this process reports a reindex that nobody requested from it. If several processes serve shards, each reports its own, and the one
 * with shard 0 those from outside Discord.
 */
export function reportsReindex({ by, outcome }: OtherReindex, shards: ShardRange | undefined): boolean {
  if (shards === undefined || !('files' in outcome)) return true
  const outside: readonly string[] = [requesters.console, requesters.commandLine, requesters.start]
  return shards.first === 0 && outside.includes(by)
}
