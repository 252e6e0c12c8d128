import type { Message } from 'discord.js'
import { z } from 'zod'
import type { Row } from '../delivery/message-payload.ts'
import type { Shown } from './query-in-embed.ts'

/** A message of the bot's own as Discord gives it back, as far as its buttons need it. */
const ownMessage = z.object({
  flags: z.number().default(0),
  embeds: z.array(
    z.object({
      title: z.string().optional(),
      url: z.string().optional(),
      description: z.string().optional(),
      color: z.number().optional(),
      author: z.object({ name: z.string() }).optional(),
      footer: z.object({ text: z.string() }).optional(),
    }),
  ),
  components: z.array(z.looseObject({ components: z.array(z.unknown()).default([]) })).default([]),
})

const ownButton = z.object({
  type: z.literal(2),
  style: z.union([z.literal(1), z.literal(2)]),
  label: z.string(),
  custom_id: z.string(),
  disabled: z.boolean().optional(),
})

const ephemeral = 1 << 6
const headingLine = /^### (.*)$/m

export type OwnEmbed = z.infer<typeof ownMessage>['embeds'][number]

/** What an answer shows, read back from its message. */
export interface OwnMessage {
  readonly private: boolean
  readonly embed: OwnEmbed
  /** What was asked; null where the answer does not say. */
  readonly shown: Pick<Shown, 'author' | 'title'> | null
  readonly rows: readonly Row[]
}

/** An answer of the bot's own, or null where the message is none. */
export function readOwnMessage({ flags: bits, embeds, components: parts }: Message): OwnMessage | null {
  const json = (part: { toJSON(): unknown }): unknown => part.toJSON()
  const parsed = ownMessage.safeParse({ flags: bits.bitfield, embeds: embeds.map(json), components: parts.map(json) })
  const embed = parsed.data?.embeds[0]
  if (parsed.data === undefined || embed === undefined) return null
  const { flags, components } = parsed.data
  const title = embed.title ?? headingLine.exec(embed.description ?? '')?.[1]
  const rows = components.map((row) => ({
    type: 1 as const,
    components: row.components.flatMap((one) => {
      const { data } = ownButton.safeParse(one)
      if (data === undefined) return []
      const { disabled, ...button } = data
      return [{ ...button, ...(disabled !== undefined && { disabled }) }]
    }),
  }))
  return {
    private: (flags & ephemeral) !== 0,
    embed,
    shown: embed.author === undefined || title === undefined ? null : { author: embed.author.name, title },
    rows,
  }
}
