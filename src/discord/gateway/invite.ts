/** View channels, send messages (also in threads), embed links, read the history: the minimum that the bot needs. */
const permissions = '274877991936'

/** The URL that adds the bot to a server with the minimum of permissions. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({ client_id: applicationId, scope: 'bot applications.commands', permissions })
  return `https://discord.com/oauth2/authorize?${query}`
}
