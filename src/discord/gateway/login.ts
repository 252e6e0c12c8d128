import { type Client, type CloseEvent, Events } from 'discord.js'
import { explainClosing, explainFailure } from './explain-start-failure.ts'
import { StartError } from './start-error.ts'

/** How long to wait for the gateway at the start, in milliseconds. */
const timeoutMs = 60_000

/**
 * Logs the client in.
 * @throws StartError with a sentence that says why that failed.
 */
export async function login(client: Client, token: string, apiUrl: string | undefined): Promise<void> {
  let closing: string | null = null
  const onDisconnect = ({ code }: CloseEvent): void => {
    closing ??= explainClosing(code)
  }
  client.on(Events.ShardDisconnect, onDisconnect)
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    const giveUp = () =>
      reject(new StartError("Discord's gateway does not answer: check the network, then start again."))
    timer = setTimeout(giveUp, timeoutMs)
  })
  client.once(Events.ShardReady, () => clearTimeout(timer))
  try {
    await Promise.race([client.login(token), silence])
  } catch (error) {
    throw closing === null ? explainFailure(error, apiUrl) : new StartError(closing)
  } finally {
    clearTimeout(timer)
    client.off(Events.ShardDisconnect, onDisconnect)
  }
}
