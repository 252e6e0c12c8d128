import type { Config } from '../../config/config.ts'
import { answerLine } from '../../console/console.ts'
import { openSession } from '../support/local-session.ts'

/** Answers one line. The exit code is 1 if the reply is an error. */
export async function ask(
  config: Config,
  { line, json }: { readonly line: string; readonly json: boolean },
): Promise<void> {
  const { options } = await openSession(config, { json, by: 'the console' })
  if (!(await answerLine(line, options))) process.exitCode = 1
}
