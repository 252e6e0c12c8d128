import { type Client, Status } from 'discord.js'

/** Whether every shard of the client has a live session. The client itself stays "ready" when it has lost the gateway. */
export function isGatewayReady(client: Client): boolean {
  const shards = [...client.ws.shards.values()]
  return client.isReady() && shards.length > 0 && shards.every(({ status }) => status === Status.Ready)
}
