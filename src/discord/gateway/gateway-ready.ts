import { type Client, Status } from 'discord.js'

/** Whether every shard has a live session. `client.isReady()` alone stays true after the gateway connection is lost. */
export function isGatewayReady(client: Client): boolean {
  const shards = [...client.ws.shards.values()]
  return client.isReady() && shards.length > 0 && shards.every(({ status }) => status === Status.Ready)
}
