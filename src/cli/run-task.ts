import { loadEnvironment, readConfig } from '../config/config.ts'
import { type CommandLine, usage } from './command-line.ts'
import { readManifest } from './support/program-files.ts'

/** Runs what the command line asks for. A task's code is loaded on use: one task needs a fraction of the program. */
export async function runTask(commandLine: CommandLine): Promise<void> {
  if (commandLine.task === 'help') return void process.stdout.write(usage)
  if (commandLine.task === 'version') return void process.stdout.write(`${readManifest().version}\n`)
  const config = await readConfig(await loadEnvironment())
  switch (commandLine.task) {
    case 'ask':
      return (await import('./tasks/ask.ts')).ask(config, commandLine)
    case 'reindex':
      return (await import('./tasks/reindex.ts')).reindex(config, commandLine)
    case 'export':
      return (await import('./tasks/export.ts')).exportArticles(config, commandLine.exported)
    case 'transfer':
      return (await import('./tasks/transfer.ts')).transfer(config, commandLine.to)
    case 'register':
      return (await import('./tasks/register.ts')).registerCommands(config)
    case 'run':
      // With --json the program is a filter, even if it could be a bot.
      return config.discordToken === undefined || commandLine.json
        ? (await import('./tasks/console.ts')).openConsole(config, commandLine)
        : (await import('./tasks/bot.ts')).runBot(config)
  }
}
