import type { Server } from 'node:http'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import * as z from 'zod'
import type { Signal } from './signal.ts'
import { snowflake } from './snowflake.ts'
import { botUser, testApplication, testGuild } from './world.ts'

/** Something that happened on the gateway. */
export type GatewayEvent =
  | 'connected'
  | 'identified'
  | 'ready'
  | 'resumed'
  | 'refused'
  | 'heartbeat'
  | 'closed'
  | 'zombie'
  | 'presence'

export interface GatewayOptions {
  readonly token: string
  /** Milliseconds between heartbeats. */
  readonly heartbeatInterval: number
  /** Intents that the application may not have: an IDENTIFY with one of them is closed with 4014. */
  readonly refusedIntents: number
  readonly shards: number
}

export interface Gateway {
  /** Sends an event to the shard of this guild (none: shard 0), if it has these intents; kept for a resume. */
  dispatch(type: string, data: object, to?: { readonly guildId?: string | undefined; readonly intents?: number }): void
  /** The intents of the present session of the guild's shard; 0 without one. */
  intents(guildId?: string): number
  /** How often something has happened since the server was started. */
  count(event: GatewayEvent): number
  /** The query of the latest connection, e.g. `v=10&encoding=json`. */
  query(): string
  /** Milliseconds that every dispatch waits before it is sent. */
  lag: number
  /** The close code that every IDENTIFY meets, e.g. 4004 for a token that was reset after REST took it; 0: none. */
  refusal: number
  /** Breaks all connections without a close frame. */
  drop(): void
  /** Closes all connections with this code. */
  close(code: number): void
  /** The present connections stay open and are never answered again. */
  zombie(): void
  /** Tells all connections to reconnect (op 7). */
  reconnect(): void
  /** Invalidates all sessions (op 9); those that are not resumable are forgotten. */
  invalidate(resumable: boolean): void
  /** Ends all for good. */
  stop(): void
}

interface Session {
  readonly id: string
  readonly shard: number
  readonly intents: number
  readonly log: { readonly s: number; readonly t: string; readonly d: object }[]
  socket: WebSocket | undefined
  acknowledged: number
}

const guildsIntent = 1
const packet = z.object({ op: z.number(), d: z.unknown() })
const identify = z.looseObject({
  token: z.string(),
  intents: z.number(),
  properties: z.looseObject({}),
  shard: z.tuple([z.number(), z.number()]).default([0, 1]),
})
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() })

/** The WebSocket half of Discord, on the same port as the HTTP half. */
export function createGateway(http: Server, url: () => string, options: GatewayOptions, signal: Signal): Gateway {
  const sockets = new WebSocketServer({ server: http })
  const sessions = new Map<string, Session>()
  const zombies = new WeakSet<WebSocket>()
  const timers = new Set<NodeJS.Timeout>()
  const counts = new Map<GatewayEvent, number>()
  let query = ''

  const happened = (event: GatewayEvent): void => {
    counts.set(event, (counts.get(event) ?? 0) + 1)
    signal.notify()
  }
  const send = (socket: WebSocket | undefined, message: object): void => {
    if (socket?.readyState === socket?.OPEN && socket && !zombies.has(socket)) socket.send(JSON.stringify(message))
  }
  const refuse = (socket: WebSocket, code: number, reason: string): void => {
    socket.close(code, reason)
    happened('refused')
  }
  const push = (session: Session, t: string, d: object): void => {
    const entry = { s: session.log.length + 1, t, d }
    session.log.push(entry)
    send(session.socket, { op: 0, ...entry })
  }
  const shardOf = (guildId: string | undefined): number =>
    guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(options.shards))
  const sessionOf = (guildId: string | undefined): Session | undefined =>
    [...sessions.values()].findLast((session) => session.shard === shardOf(guildId))

  function onIdentify(socket: WebSocket, data: unknown): Session | undefined {
    const { success, data: asked } = identify.safeParse(data)
    if (!success) return void refuse(socket, 4002, 'Error while decoding payload.')
    if (gateway.refusal !== 0) return void refuse(socket, gateway.refusal, 'Refused.')
    if (asked.token !== options.token) return void refuse(socket, 4004, 'Authentication failed.')
    if ((asked.intents & options.refusedIntents) !== 0) return void refuse(socket, 4014, 'Disallowed intent(s).')
    if (asked.shard[1] !== options.shards) return void refuse(socket, 4010, 'Invalid shard.')
    const session: Session = {
      id: snowflake(),
      shard: asked.shard[0],
      intents: asked.intents,
      log: [],
      socket,
      acknowledged: 0,
    }
    sessions.set(session.id, session)
    happened('identified')
    const guilds = shardOf(testGuild.id) === session.shard ? [testGuild] : []
    push(session, 'READY', {
      v: 10,
      user: { ...botUser, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: asked.shard,
      application: { id: testApplication.id, flags: testApplication.flags },
      private_channels: [],
      user_settings: {},
    })
    if ((asked.intents & guildsIntent) !== 0) for (const guild of guilds) push(session, 'GUILD_CREATE', guild)
    // The heartbeat that this asks for at once acknowledges them.
    send(socket, { op: 1, d: null })
    return session
  }

  function onResume(socket: WebSocket, data: unknown): Session | undefined {
    const { success, data: asked } = resume.safeParse(data)
    if (!success) return void refuse(socket, 4002, 'Error while decoding payload.')
    if (asked.token !== options.token) return void refuse(socket, 4004, 'Authentication failed.')
    const session = sessions.get(asked.session_id)
    if (!session) {
      send(socket, { op: 9, d: false })
      return undefined
    }
    session.socket = socket
    for (const entry of session.log.filter((e) => e.s > asked.seq)) send(socket, { op: 0, ...entry })
    push(session, 'RESUMED', { _trace: [] })
    happened('resumed')
    return session
  }

  function onHeartbeat(socket: WebSocket, session: Session | undefined, seq: unknown): void {
    if (zombies.has(socket)) return
    send(socket, { op: 11 })
    if (session && typeof seq === 'number') {
      if (session.acknowledged === 0 && seq > 0) happened('ready')
      session.acknowledged = seq
    }
    happened('heartbeat')
  }

  sockets.on('connection', (socket, request) => {
    let session: Session | undefined
    query = new URL(request.url ?? '/', 'ws://localhost').search.slice(1)
    happened('connected')
    send(socket, { op: 10, d: { heartbeat_interval: options.heartbeatInterval, _trace: [] } })
    socket.on('message', (raw) => {
      const { success, data } = packet.safeParse(json(raw))
      if (!success) return refuse(socket, 4002, 'Error while decoding payload.')
      if (data.op === 1) return onHeartbeat(socket, session, data.d)
      if (zombies.has(socket)) return
      if (data.op === 2 && session) return refuse(socket, 4005, 'Already authenticated.')
      if (data.op === 2) session = onIdentify(socket, data.d)
      else if (data.op === 6) session = onResume(socket, data.d)
      else if (!session) refuse(socket, 4003, 'Not authenticated.')
      else if (data.op === 3) happened('presence')
      else if (![4, 8, 31].includes(data.op)) refuse(socket, 4001, 'Unknown opcode.')
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', (code) => {
      if (session?.socket === socket) {
        session.socket = undefined
        // A client that says goodbye with 1000 or 1001 gives its session up.
        if (code === 1000 || code === 1001) sessions.delete(session.id)
      }
      happened('closed')
    })
  })

  const gateway: Gateway = {
    lag: 0,
    refusal: 0,
    dispatch: (type, data, { guildId, intents = 0 } = {}) => {
      const go = (): void => {
        const session = sessionOf(guildId)
        if (session && (intents === 0 || (session.intents & intents) !== 0)) push(session, type, data)
      }
      if (gateway.lag === 0) return go()
      const timer = setTimeout(() => {
        timers.delete(timer)
        go()
      }, gateway.lag)
      timers.add(timer)
    },
    intents: (guildId) => sessionOf(guildId)?.intents ?? 0,
    count: (event) => counts.get(event) ?? 0,
    query: () => query,
    drop: () => {
      for (const socket of sockets.clients) socket.terminate()
    },
    close: (code) => {
      for (const socket of sockets.clients) socket.close(code)
    },
    zombie: () => {
      for (const socket of sockets.clients) zombies.add(socket)
      happened('zombie')
    },
    reconnect: () => {
      for (const socket of sockets.clients) send(socket, { op: 7, d: null })
    },
    invalidate: (resumable) => {
      if (!resumable) sessions.clear()
      for (const socket of sockets.clients) send(socket, { op: 9, d: resumable })
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
      gateway.drop()
      sockets.close()
    },
  }
  return gateway
}

function json(raw: RawData): unknown {
  try {
    return JSON.parse(raw.toString())
  } catch {
    return undefined
  }
}
