import type { Message } from '../messages/messages.ts'
import type { LoopbackDiscord } from '../server/server.ts'
import type { Exchange } from './exchange.ts'

const isUnderWay = ({ components }: Message): boolean =>
  components.some((row) => row.components.some(({ custom_id: id }) => id?.startsWith('stop:') === true))

/** Waits for what a moderator asked for to be done: for the message that no longer shows how far it is. */
export async function finished(discord: Pick<LoopbackDiscord, 'until'>, exchange: Exchange): Promise<Message> {
  const first = await exchange.answered()
  return discord.until('the end of a reindex', () => {
    const message = exchange.message()
    if (message === undefined || message.id !== first.id) return first
    return isUnderWay(message) ? undefined : message
  })
}
