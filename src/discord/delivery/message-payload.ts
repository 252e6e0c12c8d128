import type {
  APIActionRowComponent,
  APIApplicationCommandOptionChoice,
  APIButtonComponentWithCustomId,
  APIEmbed,
  APIEmbedField,
} from 'discord-api-types/v10'
import { shorten } from './truncate.ts'

/** A row of buttons. */
export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>

/** What the bot wants to say; what it leaves out is empty. */
export interface Outgoing {
  readonly content?: string
  readonly embeds?: readonly APIEmbed[]
  readonly rows?: readonly Row[]
  /** Only the one who asked sees it; default false. */
  readonly private?: boolean
  /** Pings the author of the message that this replies to, and nobody else; default false. */
  readonly pingsAsker?: boolean
}

/** A message's body as Discord takes it, within all of its limits. */
export interface MessageBody {
  readonly content: string
  readonly embeds: readonly APIEmbed[]
  readonly components: readonly Row[]
  readonly flags: number
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly replied_user?: true }
}

/** Discord's limits, in UTF-16 units, which is never more than it allows. */
const limits = {
  content: 2000,
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  embedsTogether: 6000,
  rows: 5,
  buttons: 5,
  label: 80,
  customId: 100,
  choices: 25,
  choice: 100,
} as const

const ephemeral = 1 << 6
const noLinkPreviews = 1 << 2
const unspeakable = 'There is nothing to show.'

/** Every message leaves through here: nobody is pinged, links get no previews, and Discord's limits hold. */
export function messageBody(outgoing: Outgoing): MessageBody {
  const { content = '', embeds = [], rows = [], private: isPrivate = false, pingsAsker = false } = outgoing
  const shown = fitEmbeds(embeds)
  const text = content.trim() === '' && shown.length === 0 ? unspeakable : content
  return {
    content: shorten(text, limits.content),
    embeds: shown,
    components: fitRows(rows),
    // The flag against previews would hide our own embeds as well; beside one we never write an address.
    flags: (isPrivate ? ephemeral : 0) | (shown.length === 0 ? noLinkPreviews : 0),
    allowed_mentions: { parse: [], ...(pingsAsker && { replied_user: true as const }) },
  }
}

/** The same for a change of a message: whether it is private was settled when it was made. */
export function editBody(outgoing: Outgoing): MessageBody {
  return messageBody({ ...outgoing, private: false })
}

/** Choices for what is being typed, within Discord's limits. */
export function choicesBody(
  choices: readonly { readonly name: string; readonly value: string }[],
): readonly APIApplicationCommandOptionChoice<string>[] {
  return choices
    .filter(({ name, value }) => name.trim() !== '' && value.trim() !== '' && value.length <= limits.choice)
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: shorten(name, limits.choice), value }))
}

function fitEmbeds(embeds: readonly APIEmbed[]): readonly APIEmbed[] {
  let left: number = limits.embedsTogether
  const take = (text: string, most: number): string => {
    const taken = shorten(text, Math.min(most, Math.max(1, left)))
    left -= taken.length
    return taken
  }
  return embeds.slice(0, limits.embeds).flatMap(({ author, title, footer, description, fields, url, color }) => {
    if (left <= 1) return []
    const embed: APIEmbed = {
      ...(color !== undefined && { color }),
      ...(url !== undefined && { url }),
      ...(author !== undefined && { author: { name: take(author.name, limits.author) } }),
      ...(title !== undefined && { title: take(title, limits.title) }),
      ...(footer !== undefined && { footer: { text: take(footer.text, limits.footer) } }),
      ...(description !== undefined && { description: take(description, limits.description) }),
      ...(fields !== undefined && { fields: fitFields(fields, take, () => left) }),
    }
    return [embed]
  })
}

function fitFields(
  fields: readonly APIEmbedField[],
  take: (text: string, most: number) => string,
  left: () => number,
): APIEmbedField[] {
  return fields
    .slice(0, limits.fields)
    .flatMap(({ name, value, inline = false }) =>
      left() < 2 ? [] : [{ name: take(name, limits.fieldName), value: take(value, limits.fieldValue), inline }],
    )
}

/** Rows without the buttons that Discord would refuse the message for: ids twice or too long, and more than fit. */
function fitRows(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>()
  const isFit = ({ custom_id: id }: APIButtonComponentWithCustomId): boolean => {
    const fits = id !== '' && id.length <= limits.customId && !seen.has(id)
    seen.add(id)
    return fits
  }
  return rows
    .map((row) => ({
      ...row,
      components: row.components
        .filter(isFit)
        .slice(0, limits.buttons)
        .map((button) => ({ ...button, label: shorten(button.label ?? '…', limits.label) })),
    }))
    .filter(({ components }) => components.length > 0)
    .slice(0, limits.rows)
}
