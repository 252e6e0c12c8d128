/** Names, for people, of those who ask for a reindex besides moderators. */
export const requesters = {
  console: 'the console',
  commandLine: 'the command line',
  start: 'the program at startup',
  bot: 'the bot itself',
} as const
