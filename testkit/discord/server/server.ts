import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Confidential } from '../bot/log-guard.ts'
import { interactionRoutes } from '../interactions/answers.ts'
import { type Commands, createCommands } from '../interactions/commands.ts'
import type { Exchange } from '../interactions/exchange.ts'
import { type AttachedFile, createUsers, type Users } from '../interactions/interactions.ts'
import { channelRoutes } from '../messages/channels.ts'
import { type ChatOptions, createMessageChanges, type MessageChanges, say } from '../messages/chat.ts'
import type { Message } from '../messages/messages.ts'
import { type PostOptions, startPost } from '../messages/posts.ts'
import { createAttachments } from './attachments.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createHttp, type Logged, type Routes } from './http.ts'
import { createSignal, type Signal } from './signal.ts'
import type { Clock, State } from './state.ts'
import { textsIn } from './texts-in.ts'
import { botUser, testApplication, testGuildId, testUsers } from './world.ts'

const minute = 60_000

/** The times of Discord itself, for measurements: what is late there is late here. */
export const asDiscord = { ahead: 0, callbackDeadline: 3000 } as const

export const botToken = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.loopback.token'

export interface DiscordOptions {
  /** The one token that is right. */
  readonly token?: string
  /** Milliseconds between heartbeats; default 41,250, as Discord's. A client that misses one takes the connection for dead. */
  readonly heartbeatInterval?: number
  /** Intents refused with 4014; default none. */
  readonly refusedIntents?: number
  /** What `clock` begins with: default ten minutes, so that no machine is too slow for a deadline, neither by this server nor by the bot. */
  readonly ahead?: number
  /** Milliseconds within which an interaction is to be acknowledged; default ten minutes, where Discord gives three seconds. */
  readonly callbackDeadline?: number
  /** Milliseconds that an interaction's token is good for; default 15 minutes. */
  readonly tokenLife?: number
  /** Shards that `/gateway/bot` recommends; default 1. */
  readonly shards?: number
}

/** A Discord on loopback, as tests hold it. */
export interface LoopbackDiscord extends Users, MessageChanges {
  /** What `rest.api` is to be set to. */
  readonly url: string
  readonly token: string
  readonly gateway: Gateway
  readonly faults: Faults
  /** May be set at any time, for the interactions from then on. */
  readonly clock: Clock
  readonly commands: Pick<Commands, 'list' | 'find'>
  /** Every body that broke a rule of Discord's or of the bot's own; and every request on an unknown route. */
  readonly violations: readonly string[]
  /** All requests, in the order of their answers. */
  readonly requests: readonly Logged[]
  /** All messages that there are, private ones too, in their present state. */
  messages(): readonly Message[]
  /** What no log may hold, so far. */
  confidential(): Confidential
  /** Writes a message in a channel or a DM. */
  say(content: string, options?: ChatOptions): Exchange & { readonly said: Message }
  /** Starts a post in the forum; the exchange holds what the bot says to its first message. */
  post(title: string, content: string, options?: PostOptions): Exchange & { readonly said: Message }
  /** Stores a file as one that a user attaches; `more` are untruths about it. */
  attach(name: string, content: string | Uint8Array, more?: Partial<AttachedFile>): AttachedFile
  /** Calls a function on every change of this server. */
  readonly onChange: Signal['subscribe']
  /** Waits for something to be true of this server. */
  readonly until: Signal['until']
  /** Waits until a bot is online: identified, and READY acknowledged by a heartbeat. */
  online(): Promise<void>
  /** Closes every connection and the port. */
  stop(): Promise<void>
}

/** The routes by which a bot answers. */
const isAnswer = / \/(?:interactions|webhooks|channels)\//

/** Starts a Discord on a free port of 127.0.0.1. */
export async function startDiscord(options: DiscordOptions = {}): Promise<LoopbackDiscord> {
  const { token = botToken, shards = 1 } = options
  const signal = createSignal()
  const http = createServer()
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('The loopback Discord has no port.')
  const host = `127.0.0.1:${address.port}`

  const gatewayOptions = {
    token,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    refusedIntents: options.refusedIntents ?? 0,
    shards,
  }
  const gateway = createGateway(http, () => `ws://${host}`, gatewayOptions, signal)
  const state: State = {
    gateway,
    signal,
    clock: { ahead: options.ahead ?? 10 * minute },
    deadlines: { callback: options.callbackDeadline ?? 10 * minute, token: options.tokenLife ?? 15 * minute },
    messages: new Map(),
    exchanges: [],
    violations: [],
    nonces: new Map(),
    posts: new Map(),
    written: [],
  }
  const commands = createCommands(state)
  const attachments = createAttachments(`http://${host}`)
  const ok = (body: object) => () => ({ status: 200, body })
  const limit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: shards }
  const routes: Routes = {
    'GET /gateway/bot': ok({ url: `ws://${host}`, shards, session_start_limit: limit }),
    'GET /users/@me': ok(botUser),
    'GET /applications/@me': ok(testApplication),
    'GET /oauth2/applications/@me': ok(testApplication),
    'GET /users/@me/guilds': () => ({ status: 200, body: [{ id: testGuildId, name: 'Reading room' }] }),
    'GET /users/:user': ({ params }) => {
      const user = testUsers.find(({ id }) => id === params.user)
      return user ? { status: 200, body: user } : { status: 404, body: { message: 'Unknown User', code: 10013 } }
    },
    ...commands.routes,
    ...channelRoutes(state),
    ...interactionRoutes(state),
    ...attachments.routes,
  }
  const faults = createFaults((route) => route in routes)
  const requests: Logged[] = []
  const onUnknown = (request: string): void => void state.violations.push(`unknown route: ${request}`)
  http.on('request', createHttp(routes, { token, faults, log: requests, signal, onUnknown }))

  return {
    ...createUsers(state, commands),
    ...createMessageChanges(state),
    post: (title, content, options) => startPost(state, title, content, options),
    url: `http://${host}/api`,
    token,
    gateway,
    faults,
    clock: state.clock,
    commands,
    violations: state.violations,
    requests,
    messages: () => [...state.messages.values()],
    confidential: () => {
      const answers = requests.filter(({ route }) => isAnswer.test(route)).flatMap(({ body }) => textsIn(body))
      // What the commands are called is no secret, and is in answers as well.
      const names = new Set(commands.names())
      return {
        tokens: [token, ...state.exchanges.flatMap(({ interaction }) => interaction?.token ?? [])],
        texts: [...state.written, ...answers].filter((text) => !names.has(text)),
      }
    },
    say: (content, chat) => say(state, content, chat),
    attach: attachments.attach,
    onChange: signal.subscribe,
    until: signal.until,
    online: async () => {
      await signal.until('the bot to be online', () => gateway.count('ready') > 0)
    },
    stop: async () => {
      faults.clear()
      gateway.stop()
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}
