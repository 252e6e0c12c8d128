import type {
  APIContainerComponent,
  APIEmbed,
  APIMessage,
  APIMessageSnapshot,
  APIMessageTopLevelComponent,
  APIPoll,
  APISectionComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10'
import { benUser, otherTestGuildId } from '../server/world.ts'
import { write } from './chat.ts'
import type { Message } from './messages.ts'

const hasSnapshot = 1 << 14
const isComponentsV2 = 1 << 15
const forwardReference = 1
const rich: object = { type: 'rich' }

/** A message that a command is used on: of any form, unlike those that the bot writes. */
export type Target = Omit<Message, 'components' | 'embeds' | 'message_reference'> & {
  readonly components: readonly (Message['components'][number] | APIMessageTopLevelComponent)[]
  readonly embeds: readonly (Message['embeds'][number] | APIEmbed)[]
  readonly message_reference?: APIMessage['message_reference'] | Message['message_reference']
  readonly message_snapshots?: readonly APIMessageSnapshot[]
  readonly poll?: APIPoll
}

/** What Discord sends along of a message that is forwarded. */
function snapshotOf({ content, embeds, components, timestamp, flags }: Target): object {
  return {
    type: 0,
    content,
    embeds,
    components,
    timestamp,
    flags: flags & isComponentsV2,
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    attachments: [],
  }
}

/** A message that forwards another, which the bot need not see. It has no text of its own. */
export function forward(forwarded: Target): Target {
  return {
    ...write('', { author: benUser }),
    flags: hasSnapshot,
    message_reference: {
      type: forwardReference,
      message_id: forwarded.id,
      channel_id: forwarded.channel_id,
      guild_id: otherTestGuildId,
    },
    message_snapshots: [{ message: snapshotOf(forwarded) as APIMessageSnapshot['message'] }],
  }
}

/** A message laid out of components, which has neither content nor embeds. */
export function layout(...components: readonly APIMessageTopLevelComponent[]): Target {
  return { ...write('', { author: benUser }), flags: isComponentsV2, components }
}

/** Components have ids, which are theirs alone. */
let ids = 0
const nextId = (): number => {
  ids += 1
  return ids
}

export const textDisplay = (content: string): APITextDisplayComponent => ({ type: 10, id: nextId(), content })

/** Texts beside a button. */
export const section = (...texts: readonly string[]): APISectionComponent => ({
  type: 9,
  id: nextId(),
  components: texts.map(textDisplay),
  accessory: { type: 2, id: nextId(), style: 5, label: 'Read', url: 'https://example.com/' },
})

export const container = (...components: APIContainerComponent['components']): APIContainerComponent => ({
  type: 17,
  id: nextId(),
  accent_color: null,
  spoiler: false,
  components,
})

export const separator = (): APIContainerComponent['components'][number] => ({
  type: 14,
  id: nextId(),
  divider: true,
  spacing: 1,
})

/** A message with embeds, such as previews of links. */
export function withEmbeds(content: string, ...embeds: readonly APIEmbed[]): Target {
  return {
    ...write(content, { author: benUser }),
    embeds: embeds.map((embed) => ({ ...rich, ...embed })),
  }
}

/** A message with a poll. */
export function poll(question: string, ...answers: readonly string[]): Target {
  return {
    ...write('', { author: benUser }),
    poll: {
      question: { text: question },
      answers: answers.map((text, at) => ({ answer_id: at + 1, poll_media: { text } })),
      expiry: '2030-01-01T00:00:00.000Z',
      allow_multiselect: false,
      layout_type: 1,
      results: { is_finalized: false, answer_counts: [] },
    },
  }
}
