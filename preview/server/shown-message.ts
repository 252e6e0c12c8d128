import * as z from 'zod/mini'
import { isPrivate, loading, type Message } from '../../testkit/discord/messages/messages.ts'
import { aliceUser, dmChannelId, testChannelId } from '../../testkit/discord/server/world.ts'
import type { Place } from '../protocol/actions.ts'
import { type Message as ShownMessage, message as shownMessage } from '../protocol/events.ts'

/** The user that the page acts as. */
export const me = aliceUser

/** What the user did that led to an interaction. */
export type Cause =
  | { readonly kind: 'slash command' | 'message command'; readonly command: string }
  | { readonly kind: 'component'; readonly message: Message }
  | { readonly kind: 'form' }

const metadata = z.object({ id: z.string() })

const placeOf = (channelId: string): Place | null => {
  if (channelId === testChannelId) return 'guild'
  return channelId === dmChannelId(me) ? 'dm' : null
}

const quoted = ({ id, author, content, embeds }: Message) => ({
  id,
  author,
  content: content === '' ? (embeds[0]?.title ?? '') : content,
})

/** A message as the page shows it; null if it is in no channel of the page. */
export function showMessage(message: Message, causes: ReadonlyMap<string, Cause>): ShownMessage | null {
  const place = placeOf(message.channel_id)
  if (place === null) return null
  const made = metadata.safeParse(message.interaction_metadata)
  const cause = made.success ? (causes.get(made.data.id) ?? null) : null
  const repliesTo = cause?.kind === 'component' ? cause.message : (message.referenced_message ?? null)
  return z.parse(shownMessage, {
    ...message,
    place,
    isPrivate: isPrivate(message),
    isLoading: (message.flags & loading) !== 0,
    at: message.timestamp,
    mentionsMe: message.mentions.some(({ id }) => id === me.id),
    isEdited: message.edited_timestamp !== null,
    repliesTo: repliesTo && quoted(repliesTo),
    cause: cause !== null && 'command' in cause ? { ...cause, user: me } : null,
  })
}
