import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config/config.ts'
import { runConsole } from '../../console/console.ts'
import { escapeForTerminal } from '../../console/escape.ts'
import { programRoot } from '../../program/program-root.ts'
import { openSession } from '../support/local-session.ts'

const howToConnect = 'To answer in Discord instead, set DISCORD_TOKEN (README, "Connect Discord").\n'
const howToPreview = 'To see the answers as in Discord, without an account: npm run preview\n'

/** The preview needs what only a development installation has. */
const hasPreview = (): boolean =>
  ['preview', 'node_modules/esbuild'].every((path) => existsSync(join(programRoot, path)))

/** Answers lines from standard input until it ends. */
export async function openConsole(config: Config, { json }: { readonly json: boolean }): Promise<void> {
  const { stdin, stdout, stderr } = process
  const { articles, paragraphs, options } = await openSession(config, { json, by: 'the console' })
  const terminal = stdin.isTTY && stdout.isTTY && !json
  const hints = `${howToConnect}${hasPreview() ? howToPreview : ''}`
  const welcome = `Verbatim: ${articles} articles, ${paragraphs} paragraphs from ${config.articlesDir}. Ask a question, or type /help.\n${hints}`
  if (terminal) stdout.write(`${escapeForTerminal(welcome)}\n`)
  else if (!json) stderr.write(hints)
  if (!stderr.isTTY) return runConsole({ ...options, input: stdin, terminal })
  const { progressLine } = await import('../../console/progress-line.ts')
  const { report, end } = progressLine(stderr)
  await runConsole({ ...options, context: { ...options.context, report }, onAnswer: end, input: stdin, terminal })
}
