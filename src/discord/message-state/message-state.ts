import type { Message } from 'discord.js'
import type { APIEmbed } from 'discord-api-types/v10'
import * as z from 'zod'
import type { Command } from '../../../commands/support/definition/command.ts'
import type { CitedParagraph } from '../../answers/articles/paragraph-context.ts'
import type { Row } from '../delivery/message-payload.ts'
import { type CallRef, decodeAction } from './answer-action.ts'
import { type CallText, type CommandCall, decodeCall } from './call-text.ts'

/** A message of the bot as Discord returns it, as far as its state needs it. */
const messageSchema = z.object({
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

const buttonSchema = z.object({
  type: z.literal(2),
  style: z.union([z.literal(1), z.literal(2)]),
  label: z.string(),
  custom_id: z.string(),
  disabled: z.boolean().optional(),
})

const menuSchema = z.object({
  type: z.literal(3),
  custom_id: z.string(),
  placeholder: z.string().optional(),
  options: z.array(z.object({ label: z.string(), value: z.string(), description: z.string().optional() })),
})

const ephemeral = 1 << 6
/** Discord's limit for the title of an embed. */
const maxTitleLength = 256
const headingLine = /^### (.*)/

export type AnswerEmbed = z.infer<typeof messageSchema>['embeds'][number]

/** A message of the bot that shows an answer. */
export interface AnswerMessage {
  readonly isPrivate: boolean
  /** The button that shows a private answer to everyone; it is used once. */
  readonly showButton: 'absent' | 'unused' | 'used'
  /** The user who may delete it because they asked; null if its menu does not say. */
  readonly asker: string | null
  /** What the answer cites on the page shown; empty if the message shows no answer. */
  readonly cited: readonly CitedParagraph[]
  /** The call as far as the embed holds it; null if it holds none. */
  readonly callText: Pick<CallText, 'author' | 'title'> | null
  readonly embed: AnswerEmbed
  readonly rows: readonly Row[]
}

/** The part of an embed that holds a call, and the lines that go before its text. A heading that is too long for a title becomes such a line. */
export function encodeHeading(
  title: string,
  author: string | null,
): { readonly parts: Pick<APIEmbed, 'author' | 'title'>; readonly lines: readonly string[] } {
  const isTitle = title.length <= maxTitleLength
  return {
    parts: { ...(author !== null && { author: { name: author } }), ...(isTitle && { title }) },
    lines: isTitle ? [] : [`### ${title}`],
  }
}

function decodeHeading({ author, title, description = '' }: AnswerEmbed): AnswerMessage['callText'] {
  const heading = title ?? headingLine.exec(description)?.[1]
  return heading === undefined ? null : { author: author?.name ?? null, title: heading }
}

/** A button or a menu of ours; nothing for any other component. */
function decodeComponent(component: unknown): Row['components'] {
  const button = buttonSchema.safeParse(component).data
  if (button !== undefined) {
    const { disabled, ...rest } = button
    return [{ ...rest, ...(disabled !== undefined && { disabled }) }]
  }
  const menu = menuSchema.safeParse(component).data
  if (menu === undefined) return []
  const { placeholder, options, ...rest } = menu
  return [
    {
      ...rest,
      ...(placeholder !== undefined && { placeholder }),
      options: options.map(({ description, ...option }) => ({
        ...option,
        ...(description !== undefined && { description }),
      })),
    },
  ]
}

/** The ids of what can be pressed or chosen below a message. */
function idsIn(component: Row['components'][number]): readonly string[] {
  return component.type === 2 ? [component.custom_id] : component.options.map(({ value }) => value)
}

/** The state of a message in Discord's own form; null if it is not an answer of the bot. */
export function decodeMessage(message: unknown): AnswerMessage | null {
  const { data } = messageSchema.safeParse(message)
  const embed = data?.embeds[0]
  if (data === undefined || embed === undefined) return null
  const rows = data.components.map(({ components }) => ({
    type: 1 as const,
    components: components.flatMap(decodeComponent),
  }))
  const components = rows.flatMap((row) => row.components)
  const actions = components.flatMap(idsIn).map(decodeAction)
  const show = components.find((one) => one.type === 2 && decodeAction(one.custom_id)?.does === 'show')
  return {
    isPrivate: (data.flags & ephemeral) !== 0,
    showButton: show === undefined ? 'absent' : show.disabled === true ? 'used' : 'unused',
    asker: actions.flatMap((action) => (action?.does === 'delete' ? [action.asker] : []))[0] ?? null,
    cited: actions.flatMap((action) =>
      action?.does === 'context' && action.shown.ranges.length > 0 ? [action.shown] : [],
    ),
    callText: decodeHeading(embed),
    embed,
    rows,
  }
}

/** The same of a message that discord.js received. */
export function readMessage({
  flags,
  embeds,
  components,
}: Pick<Message, 'flags' | 'embeds' | 'components'>): AnswerMessage | null {
  const json = (part: { toJSON(): unknown }): unknown => part.toJSON()
  return decodeMessage({ flags: flags.bitfield, embeds: embeds.map(json), components: components.map(json) })
}

/** The call that a message answers, with its command; null if it cannot be read back. */
export function callOf(
  { callText }: AnswerMessage,
  ref: CallRef,
  commands: readonly Command[],
): { readonly call: CommandCall; readonly command: Command } | null {
  return callText === null ? null : decodeCall({ ...callText, ...ref }, commands)
}
