/** View channels, send messages (in threads, too), embed links, read the history: the least that the bot needs. */
const permissions = '274877991936'

/** The address by which the bot is added to a server, with the least rights. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({ client_id: applicationId, scope: 'bot applications.commands', permissions })
  return `https://discord.com/oauth2/authorize?${query}`
}
