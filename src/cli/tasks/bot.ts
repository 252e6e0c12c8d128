import { EventEmitter } from 'node:events'
import { commands } from '../../../commands/index.ts'
import { messageCommands } from '../../../commands/message-commands.ts'
import type { Config } from '../../config/config.ts'
import { runDiscord } from '../../discord/bot.ts'
import { openGaps } from '../../library/gaps/open-gaps.ts'
import { programFingerprint } from '../../library/program-fingerprint.ts'
import { type OtherReindex, openWorkerService } from '../../service/worker-service.ts'
import { discordConnection } from '../support/discord-connection.ts'
import { logSkipped, openLog } from '../support/open-log.ts'
import { reading, readManifest, workerFile } from '../support/program-files.ts'
import { holdShards, reportsReindex } from '../support/shards.ts'

/** Answers in Discord until it ends. A worker thread reads, searches and reindexes, so that the gateway never waits. */
export async function runBot(config: Config): Promise<never> {
  const { articlesDir: folder, dataDir } = config
  const log = await openLog(config)
  const { version, dependencies } = readManifest()
  const onTrouble = (warning: string) => log.warn(warning)
  if (config.shards !== undefined && config.databaseUrl !== undefined) {
    await holdShards(config.databaseUrl, config.shards, (sentence) => {
      log.fatal(`${sentence} This process ends.`)
      process.exit(1)
    })
  }
  const otherReindexes = new EventEmitter<{ readonly end: [OtherReindex] }>()
  const worker = await openWorkerService({
    file: workerFile,
    folder,
    dataDir,
    databaseUrl: config.databaseUrl,
    version,
    fingerprint: programFingerprint(dependencies),
    reading,
    onTrouble,
    onOtherReindex: (news) => reportsReindex(news, config.shards) && otherReindexes.emit('end', news),
    onSwitch: ({ generation, articles, paragraphs }, why) =>
      log.info({ generation, articles, paragraphs }, `answers now come from generation ${generation}: ${why}`),
  })
  const { articles, paragraphs, skipped } = worker.served
  logSkipped(log, skipped)
  log.info(`${articles} articles, ${paragraphs} paragraphs from ${folder}`)
  if (config.watch) {
    const { watchArticles } = await import('../../library/changes/watch-articles.ts')
    await watchArticles({ places: { folder, dataDir }, onChange: worker.checkArticles, onTrouble })
    log.info('watching the articles: changes are indexed automatically')
  }
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled promise rejection'))
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  const gaps = await openGaps(config.keepGaps, { dataDir, onTrouble })
  await runDiscord({
    ...config,
    ...discordConnection(config),
    service: worker.service,
    onOtherReindex: (listener) => otherReindexes.on('end', listener),
    commands,
    messageCommands,
    audit: worker.audit,
    gaps,
    log,
    stop: stop.signal,
  })
  process.exit()
}
