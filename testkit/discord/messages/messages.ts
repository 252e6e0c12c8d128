import type { Embed, MessageBody, Row } from '../schema/limits.ts'
import { snowflake } from '../server/snowflake.ts'
import {
  dmChannelId,
  otherTestChannelId,
  privateChannelId,
  testGuildId,
  testUsers,
  type User,
} from '../server/world.ts'

export const ephemeral = 64
export const loading = 128

/** A message as Discord keeps and shows it. */
export interface Message {
  readonly id: string
  readonly type: number
  readonly channel_id: string
  readonly author: User
  readonly content: string
  readonly embeds: readonly Embed[]
  readonly components: readonly Row[]
  readonly attachments: readonly object[]
  readonly flags: number
  readonly timestamp: string
  readonly edited_timestamp: string | null
  readonly mentions: readonly User[]
  readonly mention_roles: readonly string[]
  readonly mention_everyone: boolean
  readonly pinned: boolean
  readonly tts: boolean
  readonly application_id?: string
  readonly webhook_id?: string
  readonly interaction_metadata?: object
  readonly message_reference?: { readonly type: number; readonly message_id: string; readonly channel_id: string }
  readonly referenced_message?: Message | null
}

/** Whether only the one who asked sees the message. */
export const isPrivate = (message: Message): boolean => (message.flags & ephemeral) !== 0

const outside = new Set([otherTestChannelId, privateChannelId, ...testUsers.map(dmChannelId)])

/** The guild of a channel, or undefined for a DM or a place that the bot is not in. */
export const guildOf = (channelId: string): string | undefined => (outside.has(channelId) ? undefined : testGuildId)

/** Discord numbers components, rows and all, in the order of reading. */
function numbered(rows: readonly Row[]): readonly Row[] {
  let id = 0
  return rows.map((row) => {
    id += 1
    return {
      ...row,
      id,
      components: row.components.map((component) => {
        id += 1
        return { ...component, id }
      }),
    }
  })
}

const shown = (embeds: readonly Embed[]): readonly Embed[] => embeds.map((embed) => ({ type: 'rich', ...embed }))

const code = /```[\s\S]*?```|(`{1,2})[^`]+\1/g

/** The users that the text mentions as `<@id>`; in code, nobody is mentioned. */
export const mentioned = (content: string): readonly User[] => {
  const prose = content.replace(code, ' ')
  return testUsers.filter((user) => new RegExp(`<@!?${user.id}>`).test(prose))
}

/** A new message of `author`; `more` are the fields that depend on how it came about. */
export function createMessage(
  author: User,
  channelId: string,
  body: Pick<MessageBody, 'content' | 'embeds' | 'components' | 'flags'>,
  more: Partial<Message> = {},
): Message {
  const id = more.id ?? snowflake()
  return {
    id,
    type: 0,
    channel_id: channelId,
    author,
    content: body.content?.trim() ?? '',
    embeds: shown(body.embeds ?? []),
    components: numbered(body.components ?? []),
    attachments: [],
    flags: body.flags ?? 0,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...more,
  }
}

/** The message after an edit: what the body does not name stays; private stays private. */
export function editMessage(message: Message, body: MessageBody): Message {
  return {
    ...message,
    content: body.content === undefined ? message.content : (body.content?.trim() ?? ''),
    embeds: body.embeds === undefined ? message.embeds : shown(body.embeds ?? []),
    components: body.components === undefined ? message.components : numbered(body.components ?? []),
    flags: message.flags & ~loading,
    edited_timestamp: new Date().toISOString(),
  }
}
