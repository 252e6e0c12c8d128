import { ComponentType, type Message, type MessageSnapshot, type TopLevelComponent } from 'discord.js'
import { readMarkup } from '../../markdown/read-markup.ts'

type Component =
  | TopLevelComponent
  | Extract<TopLevelComponent, { readonly type: ComponentType.Container }>['components'][number]

/** The texts that a component and its children show; buttons, menus and media have none. */
function componentTexts(component: Component): readonly string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content]
    case ComponentType.Section:
    case ComponentType.Container:
      return component.components.flatMap(componentTexts)
    default:
      return []
  }
}

/** The texts of a message or a forwarded message: its content, components, poll and embeds. */
function textsOf({ content, components, poll, embeds }: Message | MessageSnapshot): readonly string[] {
  return [
    content,
    ...components.flatMap(componentTexts),
    ...(poll ? [poll.question.text, ...poll.answers.map(({ text }) => text)] : []),
    ...embeds.flatMap(({ title, description, fields }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  ].flatMap((text) => text ?? [])
}

/** All text that a message shows, including forwarded messages, as plain text; empty if it shows none. */
export function messageText(message: Message): string {
  return [message, ...message.messageSnapshots.values()]
    .flatMap(textsOf)
    .filter((text) => text.trim() !== '')
    .map(readMarkup)
    .join('\n\n')
}

/** The URL of a message; `guildId` is null outside servers. */
export function messageLink(guildId: string | null, { channelId, id }: Pick<Message, 'channelId' | 'id'>): string {
  return `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${id}`
}
