import { groupByReason } from '../../../commands/support/texts/file-groups.ts'
import type { Config } from '../../config/config.ts'
import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import type { Logger } from '../../log/log.ts'

/** Opens the log. Its code is loaded on use: that takes as long as half of a single answer. */
export async function openLog({ logLevel }: Config): Promise<Logger> {
  const { createLog } = await import('../../log/log.ts')
  return createLog({ level: logLevel, forPeople: process.stderr.isTTY })
}

/** Logs warnings. The log is opened at the first one. */
export function warnWith(config: Config): (warning: string) => void {
  return (warning) => void openLog(config).then((log) => log.warn(warning))
}

/** Logs the files that are not indexed or not updated, by reason. */
export function logSkipped(log: Logger, skipped: readonly SkippedFile[]): void {
  for (const isStale of [false, true]) {
    const left = skipped.filter(({ code }) => (code === 'stale') === isStale)
    for (const { count, files, reason } of groupByReason(left)) {
      const what = count === 1 ? `${files} ${reason}` : `${count} files (${files}): each ${reason}`
      log.warn({ files }, isStale ? what : `not indexed: ${what}`)
    }
  }
}
