import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readManifest } from '../../src/cli/support/program-files.ts'
import { loadEnvironment, readConfig } from '../../src/config/config.ts'
import { escapeForTerminal } from '../../src/console/escape.ts'
import { root } from '../../testkit/program.ts'
import { readPageFiles } from './page-files.ts'

const usage = `Usage: npm run preview -- [--port NUMBER]
Shows the bot as in Discord, in the browser. ARTICLES_DIR, RATE_LIMIT and LOG_LEVEL are used; nothing is stored.
`
const defaultPort = '4780'
/** Files by which container engines mark their containers. */
const containerMarks = ['/.dockerenv', '/run/.containerenv']

function readOptions(): { readonly port: number; readonly host: '127.0.0.1' | '0.0.0.0' } {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: defaultPort }, 'in-container': { type: 'boolean', default: false } },
  })
  const { port, 'in-container': inContainer } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error('--port must be a number from 0 to 65535')
  // A port of a container is reached through all of its interfaces, and published by its engine, to this machine only.
  if (inContainer && !containerMarks.some((mark) => existsSync(mark))) {
    throw new Error('--in-container works only in a container: elsewhere it would open the preview to other machines')
  }
  return { port: Number(port), host: inContainer ? '0.0.0.0' : '127.0.0.1' }
}

function fail(error: unknown, more = ''): never {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${escapeForTerminal(reason)}\n${more}`)
  process.exit(1)
}

function options(): ReturnType<typeof readOptions> {
  try {
    return readOptions()
  } catch (error) {
    return fail(error, usage)
  }
}

async function run({ port, host }: ReturnType<typeof readOptions>): Promise<void> {
  const environment = await loadEnvironment()
  const { articlesDir, rateLimit, logLevel } = await readConfig(environment)
  const [{ startPreview }, { createLog }] = await Promise.all([import('./preview.ts'), import('../../src/log/log.ts')])
  // What the bot does as a matter of course is of no interest here.
  const level = environment['LOG_LEVEL'] ? logLevel : 'warn'
  const preview = await startPreview({
    articlesDir,
    rateLimit,
    port,
    host,
    version: readManifest().version,
    files: await readPageFiles(join(root, 'dist/preview/page')),
    log: createLog({ level, forPeople: process.stderr.isTTY }),
  })
  const stop = (): Promise<void> => preview.stop().finally(() => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  process.stdout.write(`Open ${preview.address}\nCtrl+C ends the preview. Nothing that you change in it is kept.\n`)
  try {
    await preview.online
  } catch (error) {
    await preview.stop()
    throw error
  }
}

await run(options()).catch(fail)
