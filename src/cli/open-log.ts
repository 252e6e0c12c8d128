import type { Config } from '../config/config.ts'
import type { SkippedFile } from '../corpus/article/bad-file.ts'
import type { Logger } from '../log/log.ts'

/** Opens the log. Its code is loaded on use: that takes as long as half of a single answer. */
export async function openLog({ logLevel }: Config): Promise<Logger> {
  const { createLog } = await import('../log/log.ts')
  return createLog({ level: logLevel, forPeople: process.stderr.isTTY })
}

/** Logs each file that is not indexed, and why. */
export function logSkipped(log: Logger, skipped: readonly SkippedFile[]): void {
  for (const { file, code, reason } of skipped)
    log.warn({ file }, `${code === 'stale' ? '' : 'not indexed: '}${file} ${reason}`)
}
