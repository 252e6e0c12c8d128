import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commands, messageCommands } from '../commands/index.ts'
import { explain } from './cli/errors.ts'
import { type Config, ConfigError, loadEnvironment, programFolder, readConfig } from './config/config.ts'
import { escapeForTerminal } from './console/escape.ts'
import type { Outcome } from './console/run-line.ts'
import type { SkippedFile } from './corpus/article/bad-file.ts'
import { StartError } from './discord/gateway/start-error.ts'
import { begunFile } from './library/changes/article-places.ts'
import { openLibrary } from './library/library.ts'
import type { LibraryStore } from './library/snapshot/store.ts'
import { errorText } from './log/describe-error.ts'
import { createAnswerService } from './service/answer-service.ts'

const usage = `Usage:
  node .                            the Discord bot where DISCORD_TOKEN is set, else the console
  node . ask 'QUESTION OR COMMAND'  answers one line, as on the console
  node . reindex [--full]           reads the articles again, and keeps what is read of them in DATA_DIR
  node . export quotations --json   every quotation of the articles, a JSON object a line
  node . register                   makes the commands known to Discord, and nothing else

  --json      standard output holds one JSON object a line (console, ask, reindex)
  --help      this text
  --version   the program's version
`

/** What may take long to read is read in a thread that runs this. */
const reading = { thread: fileURLToPath(new URL('./library/reader/thread.js', import.meta.url)) }

function skippedLine({ file, code, reason }: SkippedFile): string {
  return `${file} ${reason}${code === 'stale' ? '' : ': it is not indexed'}`
}

/** The command line cannot be understood. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

interface CommandLine {
  readonly task: 'run' | 'ask' | 'reindex' | 'export' | 'register' | 'help' | 'version'
  /** What `ask` asks. */
  readonly line: string
  readonly json: boolean
}

function readCommandLine(args: readonly string[]): CommandLine {
  const options = {
    json: { type: 'boolean' },
    full: { type: 'boolean' },
    help: { type: 'boolean' },
    version: { type: 'boolean' },
  } as const
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // Node's own sentence about the command line: it names what the user typed.
    throw new UsageError(error instanceof Error ? error.message : 'the command line cannot be read')
  }
  const { values, positionals } = parsed
  const json = values.json ?? false
  const [task, ...rest] = positionals
  const line = rest.join(' ')
  if (values.help) return { task: 'help', line, json }
  if (values.version) return { task: 'version', line, json }
  if (values.full && task !== 'reindex') throw new UsageError('--full belongs to reindex: node . reindex --full')
  if (task === undefined) return { task: 'run', line, json }
  if (task === 'ask') {
    if (line.trim() === '') throw new UsageError("ask needs a question: node . ask '/facts drones'")
    return { task, line, json }
  }
  if ((task === 'register' || task === 'reindex') && line !== '') throw new UsageError(`${task} takes no "${line}"`)
  if (task === 'register') return { task, line, json }
  if (task === 'reindex') return { task, line: `/reindex full:${values.full ?? false}`, json }
  if (task === 'export') {
    if (line !== 'quotations' || !json) throw new UsageError('export knows one form: node . export quotations --json')
    return { task, line, json }
  }
  throw new UsageError(`there is no "${task}"`)
}

function readManifest(): { readonly version: string; readonly libraries: string } {
  const manifest: unknown = JSON.parse(readFileSync(`${programFolder}package.json`, 'utf8'))
  if (typeof manifest !== 'object' || manifest === null) return { version: 'unknown', libraries: '' }
  const version = 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : 'unknown'
  return { version, libraries: JSON.stringify('dependencies' in manifest ? manifest.dependencies : null) }
}

/** Whether the data folder is used: the settings name it, or something is kept in it. A folder that happens to be called so is not. */
function usesDataFolder({ dataDir, dataDirIsSet }: Config): boolean {
  return dataDirIsSet || existsSync(join(dataDir, 'current.json'))
}

/** The data folder, where it is used, or there is something to keep. */
async function openDataFolder(config: Config, libraries: string, keeps: boolean): Promise<LibraryStore | undefined> {
  const { articlesDir, dataDir } = config
  if (!keeps && !usesDataFolder(config)) return undefined
  const [{ openStore }, { shapeHash }] = await Promise.all([
    import('./library/snapshot/store.ts'),
    import('./library/shape.ts'),
  ])
  const store = openStore(dataDir, shapeHash(libraries))
  if (existsSync(join(dataDir, begunFile))) {
    const { tellCutOffAtStart } = await import('./library/changes/begun-change.ts')
    await tellCutOffAtStart(store, articlesDir, (sentence) => void openLog(config).then((log) => log.warn(sentence)))
  }
  return store
}

async function openLog({ logLevel }: Config) {
  // Loaded when there is something to log: half of what a single answer takes would be the loading of it.
  const { createLog } = await import('./log/log.ts')
  return createLog({ level: logLevel, forPeople: process.stderr.isTTY })
}

/** Writes what moderators' commands do on the console into the audit log; where that fails, the log says so. */
function auditConsole(config: Config, store: LibraryStore | undefined, name: string) {
  return async ({ command, options, reply }: Outcome): Promise<void> => {
    if (store === undefined) return
    const { openAuditLog } = await import('./library/changes/audit-log.ts')
    const result = reply.note ?? reply.heading
    const entry = { user: null, name, guild: null, command, options, by: 'console', allowed: true, result } as const
    await openAuditLog(store.dataDir)
      .append(entry)
      .catch(async (error: unknown) => (await openLog(config)).error({ err: error }, 'the audit log cannot be written'))
  }
}

const howToConnect = 'Set DISCORD_TOKEN (README, "Connect Discord") to answer in Discord as well.'

function discordSettings({ discordToken, discordApiUrl, discordGuildId, ...config }: Config) {
  if (discordToken === undefined) throw new ConfigError(['DISCORD_TOKEN must be set to the token of your bot.'])
  return { ...config, token: discordToken, apiUrl: discordApiUrl, guildId: discordGuildId }
}

/** Answers in Discord until it ends. A worker thread reads, searches and reindexes, so that the gateway never waits. */
async function runInDiscord(config: Config): Promise<void> {
  const [log, { openAuditLog }, { openWorkerService }, { shapeHash }, { runDiscord }] = await Promise.all([
    openLog(config),
    import('./library/changes/audit-log.ts'),
    import('./service/worker-service.ts'),
    import('./library/shape.ts'),
    import('./discord/bot.ts'),
  ])
  const { version, libraries } = readManifest()
  const remote = await openWorkerService({
    file: new URL('./service/worker.js', import.meta.url),
    folder: config.articlesDir,
    dataDir: config.dataDir,
    version,
    shape: shapeHash(libraries),
    reading,
    onTrouble: (sentence) => log.warn(sentence),
    onSwitch: ({ generation, articles, paragraphs }, why) =>
      log.info({ generation, articles, paragraphs }, `answers come from ${generation} now: ${why}`),
  })
  const { articles, paragraphs, skipped } = remote.served
  for (const one of skipped) log.warn({ file: one.file }, skippedLine(one))
  log.info(`${articles} articles, ${paragraphs} paragraphs from ${config.articlesDir}`)
  const audit = openAuditLog(config.dataDir)
  if (config.watch) {
    const { watchArticles } = await import('./library/changes/watch-articles.ts')
    const places = { folder: config.articlesDir, dataDir: config.dataDir }
    await watchArticles({ places, onChange: remote.look, onTrouble: (sentence) => log.warn(sentence) })
    log.info('the articles are watched: changes are taken up by themselves')
  }
  await runDiscord({ ...discordSettings(config), service: remote.service, commands, messageCommands, audit, log })
  process.exit()
}

async function runTask({ task, line, json }: CommandLine, config: Config): Promise<void> {
  const { stdin, stdout, stderr } = process
  if (task === 'export') {
    const { exportQuotations } = await import('./console/export-quotations.ts')
    const { articlesDir: folder, dataDir } = config
    const skipped = await exportQuotations(
      { folder, dataDir: usesDataFolder(config) ? dataDir : undefined },
      reading,
      stdout,
    )
    if (skipped.length > 0) (await openLog(config)).warn({ skipped }, 'some files are not exported')
    return
  }
  if (task === 'register') {
    const { register } = await import('./discord/registration/register.ts')
    const said = await register({ ...discordSettings(config), commands, messageCommands })
    stdout.write(escapeForTerminal(said))
    return
  }
  // With --json it is a filter, wherever else it may answer.
  if (task === 'run' && !json && config.discordToken !== undefined) return runInDiscord(config)
  const { version, libraries } = readManifest()
  const store = await openDataFolder(config, libraries, task === 'reindex')
  const library = await openLibrary({
    folder: config.articlesDir,
    version,
    store,
    begin: task === 'reindex' ? 'kept-or-empty' : 'checked',
    reading,
    check: async (generation) => (await import('./service/self-check.ts')).checkGeneration(generation),
    onTrouble: (sentence) => void openLog(config).then((log) => log.warn(sentence)),
  })
  const { articles, passages, skipped } = library.current
  if (skipped.length > 0) {
    const log = await openLog(config)
    for (const one of skipped) log.warn({ file: one.file }, skippedLine(one))
  }
  const { answerLine, runConsole } = await import('./console/console.ts')
  const by = task === 'reindex' ? 'the command line' : 'the console'
  const options = {
    // Whoever has the console has the articles' folder, too.
    context: { service: createAnswerService(library), commands, moderator: { allowed: true }, by } as const,
    output: stdout,
    json,
    colour: stdout.isTTY && !process.env['NO_COLOR'],
    onModerated: auditConsole(config, store, by),
    onFault: (error: unknown) => {
      process.exitCode = 1
      void openLog(config).then((log) => log.error({ err: error }, 'an answer failed'))
    },
  }
  if (task === 'reindex') {
    const [{ progressLine }, stop] = [await import('./console/progress-line.ts'), new AbortController()]
    process.once('SIGINT', () => stop.abort())
    const progress = progressLine(stderr)
    const context = { ...options.context, report: progress.report, signal: stop.signal }
    const isDone = await answerLine(line, { ...options, context, onAnswer: progress.end })
    if (!isDone) process.exitCode = 1
    return
  }
  if (task === 'ask') {
    if (!(await answerLine(line, options))) process.exitCode = 1
    return
  }
  const terminal = stdin.isTTY && stdout.isTTY && !json
  const welcome = `Verbatim: ${articles.length} articles, ${passages.length} paragraphs from ${config.articlesDir}. Ask a question, or type /help.\n${howToConnect}\n`
  if (terminal) stdout.write(`${escapeForTerminal(welcome)}\n`)
  else if (!json) stderr.write(`${howToConnect}\n`)
  if (!stderr.isTTY) return runConsole({ ...options, input: stdin, terminal })
  const { progressLine } = await import('./console/progress-line.ts')
  const { report, end } = progressLine(stderr)
  await runConsole({ ...options, context: { ...options.context, report }, onAnswer: end, input: stdin, terminal })
}

async function main(): Promise<void> {
  const commandLine = readCommandLine(process.argv.slice(2))
  if (commandLine.task === 'help') process.stdout.write(usage)
  else if (commandLine.task === 'version') process.stdout.write(`${readManifest().version}\n`)
  else await runTask(commandLine, await readConfig(await loadEnvironment()))
}

/** Ends the program with what is known of a fault; Node itself would write down every field of the error. */
function endWith(error: unknown): void {
  process.stderr.write(`${escapeForTerminal(errorText(error))}\n`)
  process.exit(1)
}

process.on('uncaughtException', endWith)

// A reader that goes away (`… | head -1`) ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await main()
} catch (error) {
  const isUsage = error instanceof UsageError
  const explained = isUsage ? `${error.message}\n\n${usage.trimEnd()}` : explain(error)
  process.stderr.write(`${escapeForTerminal(explained ?? errorText(error))}\n`)
  process.exitCode = isUsage ? 2 : 1
  // What is left of a connection to Discord would keep the program alive for seconds.
  if (error instanceof StartError) process.exit()
}
