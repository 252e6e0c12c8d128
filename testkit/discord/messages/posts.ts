import type { Exchange } from '../interactions/exchange.ts'
import { snowflake } from '../server/snowflake.ts'
import type { State } from '../server/state.ts'
import { aliceUser, post, testGuildId, type User } from '../server/world.ts'
import { send, write } from './chat.ts'
import type { Message } from './messages.ts'

export interface PostOptions {
  /** Default: alice. */
  readonly author?: User
  /** Started by a webhook. */
  readonly webhook?: boolean
  /** Whether the bot is told of the new thread (default true); not if it is not in the server's list of threads. */
  readonly isAnnounced?: boolean
}

const guilds = 1

/** Starts a post in the forum: first a thread, then its first message, which has the id of the thread. */
export function startPost(
  state: State,
  title: string,
  content: string,
  { author = aliceUser, webhook = false, isAnnounced = true }: PostOptions = {},
): Exchange & { readonly said: Message } {
  const id = snowflake()
  const thread = post(id, title, author)
  state.posts.set(id, thread)
  state.written.push(title)
  if (isAnnounced) {
    const created = { ...thread, newly_created: true }
    state.gateway.dispatch('THREAD_CREATE', created, { guildId: testGuildId, intents: guilds })
  }
  return send(state, { ...write(content, { author, webhook }), id, channel_id: id })
}
