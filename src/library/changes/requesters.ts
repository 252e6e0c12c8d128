/** Who asks for a reindex if no moderator does, for people to read. */
export const requesters = {
  console: 'the console',
  start: 'a starting program',
  bot: 'the bot itself',
} as const
