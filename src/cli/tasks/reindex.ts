import type { Config } from '../../config/config.ts'
import { answerLine } from '../../console/console.ts'
import { progressLine } from '../../console/progress-line.ts'
import { requesters } from '../../library/changes/requesters.ts'
import { openSession } from '../support/local-session.ts'

/** Reads the articles and stores the index in DATA_DIR. Ctrl+C cancels it. The exit code is 1 if it fails. */
export async function reindex(
  config: Config,
  { full, json }: { readonly full: boolean; readonly json: boolean },
): Promise<void> {
  const { options } = await openSession(config, {
    json,
    by: requesters.commandLine,
    begin: 'stored-or-empty',
    store: 'always',
  })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const { report, end } = progressLine(process.stderr)
  const context = { ...options.context, report, signal: stop.signal }
  const isDone = await answerLine(`/reindex full:${full}`, { ...options, context, onAnswer: end })
  if (!isDone) process.exitCode = 1
}
