import { commands } from '../../../commands/index.ts'
import type { CommandContext } from '../../../commands/support/definition/command.ts'
import { replySummary } from '../../../commands/support/reply/reply.ts'
import type { Config } from '../../config/config.ts'
import type { ConsoleOptions } from '../../console/console.ts'
import type { Outcome } from '../../console/run-line.ts'
import { type LibraryOptions, openLibrary } from '../../library/library.ts'
import type { OpenedStore } from '../../library/open-store.ts'
import { createAnswerService } from '../../service/answer-service.ts'
import { openConfiguredStore, usesStore } from './configured-store.ts'
import { logSkipped, openLog, warnWith } from './open-log.ts'
import { reading, readManifest } from './program-files.ts'
import { readingProgress } from './reading-progress.ts'

const howToKeep = 'Nothing is stored: "npm run -s reindex" stores what is read, and later starts are fast.\n'

interface SessionOptions {
  readonly json: boolean
  /** Who asks, as the audit log and reindex reports name it. */
  readonly by: string
  /** What to open the library with, and whether to create a store if there is none. Default: `checked`, `if used`. */
  readonly begin?: LibraryOptions['begin']
  readonly store?: 'always' | 'if used'
}

/** A library in this process, and how lines are answered from it. */
interface LocalSession {
  readonly articles: number
  readonly paragraphs: number
  readonly options: ConsoleOptions
}

/** Opens the library in this process for the console, `ask` or `reindex`, and logs the files that are not indexed. */
export async function openSession(
  config: Config,
  { json, by, begin = 'checked', store: use = 'if used' }: SessionOptions,
): Promise<LocalSession> {
  const opened = use === 'always' || usesStore(config) ? await openConfiguredStore(config) : undefined
  const store = opened?.store
  const progress = readingProgress((line) => void process.stderr.write(line))
  const library = await openLibrary({
    folder: config.articlesDir,
    version: readManifest().version,
    store,
    begin,
    reading,
    check: async (generation) => (await import('../../service/self-check.ts')).checkGeneration(generation),
    onReading: progress.onReading,
    onTrouble: warnWith(config),
  })
  if (progress.isSlow() && store === undefined) process.stderr.write(howToKeep)
  const { articles, passages, skipped } = library.current
  if (skipped.length > 0) logSkipped(await openLog(config), skipped)
  return {
    articles: articles.length,
    paragraphs: passages.length,
    options: {
      // Whoever can use the console can change the articles' folder, too.
      context: {
        service: createAnswerService(library),
        commands,
        moderator: { allowed: true },
        by,
        ...keptGaps(config, store !== undefined),
      },
      output: process.stdout,
      json,
      colour: process.stdout.isTTY && !process.env['NO_COLOR'],
      onModerated: recordAudit(config, opened, by),
      onFault: (error) => {
        process.exitCode = 1
        void openLog(config).then((log) => log.error({ err: error }, 'an answer failed'))
      },
    },
  }
}

/** The unanswered questions that a bot keeps in DATA_DIR. Each command reads them again, because the bot may be running. */
function keptGaps(config: Config, isStored: boolean): Pick<CommandContext, 'gaps'> {
  if (!config.keepGaps || !isStored) return {}
  const { dataDir } = config
  const open = async () => (await import('../../library/gaps/gap-store.ts')).openGapStore
  return {
    gaps: { list: async () => (await open())({ dataDir, onTrouble: warnWith(config), isReadOnly: true }).list() },
  }
}

/** Records moderator commands in the audit log, if there is one; a failure is logged. */
function recordAudit(config: Config, opened: OpenedStore | undefined, name: string) {
  return async ({ command, options, reply }: Outcome): Promise<void> => {
    if (opened === undefined) return
    const result = replySummary(reply)
    const entry = { user: null, name, guild: null, command, options, by: 'console', allowed: true, result } as const
    await opened.audit
      .append(entry)
      .catch(async (error: unknown) => (await openLog(config)).error({ err: error }, 'cannot write to the audit log'))
  }
}
