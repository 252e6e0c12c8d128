import { setTimeout as wait } from 'node:timers/promises'
import type { Exchange } from '../../testkit/discord/interactions/exchange.ts'
import { loading } from '../../testkit/discord/messages/messages.ts'
import type { LoopbackDiscord } from '../../testkit/discord/server/server.ts'

/** Calls `send` for each number below `count`, evenly, `perSecond` times a second. */
export async function sendEvenly(
  count: number,
  perSecond: number,
  send: (at: number) => Exchange,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = []
  const begun = performance.now()
  for (let sent = 0; sent < count; sent++) {
    const early = begun + (sent * 1000) / perSecond - performance.now()
    if (early > 0) await wait(early)
    exchanges.push(send(sent))
  }
  return exchanges
}

/** Whether a command is answered. A response that defers shows that the bot works, and says nothing yet. */
export function isAnswered({ message }: Exchange): boolean {
  return ((message()?.flags ?? loading) & loading) === 0
}

/** Waits until all commands are answered, but no longer than `patienceMs`. */
export async function untilAnswered(
  discord: LoopbackDiscord,
  exchanges: readonly Exchange[],
  patienceMs: number,
): Promise<void> {
  // One look at the first open command on every change: many waiting commands must not slow down the Discord that they wait for.
  let done = 0
  const areAnswered = () => {
    for (let next = exchanges[done]; next !== undefined && isAnswered(next); next = exchanges[done]) done++
    return done === exchanges.length
  }
  await discord.until('all commands to be answered', areAnswered, patienceMs).catch(() => undefined)
}
