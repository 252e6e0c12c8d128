import { ComponentType, MessageFlags, type RawFile } from 'discord.js'
import type {
  APIActionRowComponent,
  APIApplicationCommandOptionChoice,
  APIButtonComponentWithCustomId,
  APIEmbed,
  APIEmbedField,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord-api-types/v10'
import { fixedText } from '../../messages/fixed-text.ts'
import { truncate } from './truncate.ts'

/** A row of buttons, or with one menu. */
export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>

/** A message before Discord's limits are applied. */
export interface MessageDraft {
  readonly content?: string
  readonly embeds?: readonly APIEmbed[]
  readonly rows?: readonly Row[]
  /** A file that is attached. */
  readonly file?: { readonly name: string; readonly text: string }
  /** Whether only the user sees it; default false. */
  readonly private?: boolean
  /** Whether it pings the author of the message that it replies to; default false. Nobody else is ever pinged. */
  readonly pingsAsker?: boolean
}

/** The body of a message within all of Discord's limits. */
export interface MessageBody {
  readonly content: string
  readonly embeds: readonly APIEmbed[]
  readonly components: readonly Row[]
  readonly flags: number
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly replied_user?: true }
}

/** Discord's limits; lengths in UTF-16 units, which never allow more than Discord does. */
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
  placeholder: 150,
  options: 25,
  option: 100,
  choices: 25,
  choice: 100,
} as const

/** Every message is sent in this form: nobody is pinged, links get no previews, and Discord's limits hold. */
export function messageBody(outgoing: MessageDraft): MessageBody {
  const { content = '', embeds = [], rows = [], private: isPrivate = false, pingsAsker = false } = outgoing
  const shown = fitEmbeds(embeds)
  const text = content.trim() === '' && shown.length === 0 ? fixedText('delivery.nothing') : content
  return {
    content: truncate(text, limits.content),
    embeds: shown,
    components: fitRows(rows),
    // The flag against previews would hide our own embeds, too; messages with embeds contain no URLs.
    flags: (isPrivate ? MessageFlags.Ephemeral : 0) | (shown.length === 0 ? MessageFlags.SuppressEmbeds : 0),
    allowed_mentions: { parse: [], ...(pingsAsker && { replied_user: true as const }) },
  }
}

/** The file of a message as discord.js sends it; none without one. */
export function messageFiles({ file }: MessageDraft): { readonly files?: RawFile[] } {
  return file === undefined ? {} : { files: [{ name: file.name, data: Buffer.from(file.text) }] }
}

/** The same for an edit, which cannot change whether a message is private. */
export function editBody(outgoing: MessageDraft): MessageBody {
  return messageBody({ ...outgoing, private: false })
}

/** Autocomplete choices within Discord's limits. */
export function choicesBody(
  choices: readonly { readonly name: string; readonly value: string }[],
): readonly APIApplicationCommandOptionChoice<string>[] {
  return choices
    .filter(({ name, value }) => name.trim() !== '' && value.trim() !== '' && value.length <= limits.choice)
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: truncate(name, limits.choice), value }))
}

function fitEmbeds(embeds: readonly APIEmbed[]): readonly APIEmbed[] {
  let left: number = limits.embedsTogether
  const take = (text: string, maxLength: number): string => {
    const taken = truncate(text, Math.min(maxLength, left))
    left -= taken.length
    return taken
  }
  return embeds.slice(0, limits.embeds).flatMap(({ author, title, footer, description, fields, url, color }) => {
    // Every part keeps at least a character, so that none takes the room of those after it.
    let after = [author, title, footer, description].filter((part) => part !== undefined).length
    if (left < Math.max(2, after)) return []
    const takePart = (text: string, maxLength: number): string => {
      after--
      return take(text, Math.min(maxLength, left - after))
    }
    const embed: APIEmbed = {
      ...(color !== undefined && { color }),
      ...(url !== undefined && { url }),
      ...(author !== undefined && { author: { name: takePart(author.name, limits.author) } }),
      ...(title !== undefined && { title: takePart(title, limits.title) }),
      ...(footer !== undefined && { footer: { text: takePart(footer.text, limits.footer) } }),
      ...(description !== undefined && { description: takePart(description, limits.description) }),
      ...(fields !== undefined && { fields: fitFields(fields, take, () => left) }),
    }
    return [embed]
  })
}

function fitFields(
  fields: readonly APIEmbedField[],
  take: (text: string, maxLength: number) => string,
  left: () => number,
): APIEmbedField[] {
  return fields.slice(0, limits.fields).flatMap(({ name, value, inline = false }) => {
    if (left() < 2) return []
    const shown = take(name, Math.min(limits.fieldName, left() - 1))
    return [{ name: shown, value: take(value, limits.fieldValue), inline }]
  })
}

/** Entries of a menu without those that would make Discord reject it: long, empty or duplicate values. */
function fitOptions(options: readonly APISelectMenuOption[]): APISelectMenuOption[] {
  const seen = new Set<string>()
  return options
    .filter(({ label, value }) => {
      const fits = label.trim() !== '' && value.trim() !== '' && value.length <= limits.option && !seen.has(value)
      seen.add(value)
      return fits
    })
    .slice(0, limits.options)
    .map(({ label, description = '', ...option }) => ({
      ...option,
      label: truncate(label, limits.option),
      ...(description.trim() !== '' && { description: truncate(description, limits.option) }),
    }))
}

function fitComponent(component: Row['components'][number]): Row['components'] {
  if (component.type === ComponentType.Button)
    return [{ ...component, label: truncate(component.label ?? '…', limits.label) }]
  const { placeholder = '', ...menu } = component
  const options = fitOptions(component.options)
  if (options.length === 0) return []
  return [
    { ...menu, options, ...(placeholder.trim() !== '' && { placeholder: truncate(placeholder, limits.placeholder) }) },
  ]
}

/** Rows without components that would make Discord reject the message: duplicate or long ids, and more than fit. A menu fills its row. */
function fitRows(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>()
  const isFit = ({ custom_id: id }: Row['components'][number]): boolean => {
    const fits = id !== '' && id.length <= limits.customId && !seen.has(id)
    seen.add(id)
    return fits
  }
  return rows
    .map((row) => {
      const components = row.components.filter(isFit).flatMap(fitComponent)
      const menu = components.find(({ type }) => type === ComponentType.StringSelect)
      return { ...row, components: menu === undefined ? components.slice(0, limits.buttons) : [menu] }
    })
    .filter(({ components }) => components.length > 0)
    .slice(0, limits.rows)
}
