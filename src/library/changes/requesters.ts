/** Names, for people, of those who ask for a reindex besides moderators. */
export const requesters = {
  console: 'the console',
  start: 'the program at startup',
  bot: 'the bot itself',
} as const
