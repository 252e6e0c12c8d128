import { html, nothing } from 'lit'
import type { Command, Message, User } from '../../protocol/events.ts'
import { markdownView, type References, type View } from '../markdown/view.ts'
import { type ComponentActions, rowsView } from './components.ts'
import { embedView } from './embed.ts'
import { menuView, type OpenMenu } from './message-menu.ts'

/** What the user does with messages. */
export interface MessageActions {
  press(message: Message, customId: string): void
  select(message: Message, customId: string, values: readonly string[]): void
  reply(message: Message): void
  edit(message: Message): void
  remove(message: Message): void
  run(command: Command, message: Message): void
  dismiss(message: Message): void
  /** Opens a menu, or closes it with null. */
  openMenu(menu: OpenMenu | null): void
}

export interface MessageContext {
  readonly references: References
  readonly actions: MessageActions
  /** The id of the user, who may edit and delete their own messages. */
  readonly me: string
  /** The commands of the menu of messages that the user may use here. */
  readonly commands: readonly Command[]
  readonly openMenu: OpenMenu | null
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const maxExcerptLength = 90

const avatar = ({ bot }: User): string => (bot ? '/verbatim.svg' : '/person.svg')

/** A text as Discord shows it in one line above a reply. */
function excerpt(content: string, { userName }: References): string {
  const named = content.replaceAll(/<@!?(\d+)>/g, (_, id: string) => `@${userName(id) ?? 'unknown-user'}`)
  return named.replaceAll(/\s+/g, ' ').slice(0, maxExcerptLength)
}

function headline({ cause, repliesTo }: Message, references: References): View {
  if (cause !== null) {
    const { user, command, kind } = cause
    const name = kind === 'slash command' ? `/${command}` : command
    return html`<div class="headline">
      <img src=${avatar(user)} alt="" width="16" height="16"> <b>${user.username}</b> used <span class="used">${name}</span>
    </div>`
  }
  if (repliesTo === null) return nothing
  const { author, content } = repliesTo
  return html`<div class="headline">
    <span class="visually-hidden">in reply to</span>
    <img src=${avatar(author)} alt="" width="16" height="16"> <b>${author.username}</b> <span class="excerpt">${excerpt(content, references) || 'a message'}</span>
  </div>`
}

const eye = html`<svg class="eye" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 3C4 3 1.500 6 .500 8c1 2 3.500 5 7.500 5s6.500-3 7.500-5c-1-2-3.500-5-7.500-5m0 8a3 3 0 1 1 0-6 3 3 0 0 1 0 6"/></svg>`

function privateNote(message: Message, { dismiss }: MessageActions): View {
  return html`<div class="private-note">
    ${eye} Only you can see this •
    <button type="button" class="link" @click=${() => dismiss(message)}>Dismiss message</button>
  </div>`
}

/** A message with everything that Discord shows of it. */
export function messageView(message: Message, context: MessageContext): View {
  const { author, content, embeds, components, isPrivate, isLoading, isEdited, mentionsMe, at } = message
  const { references, actions, me, commands, openMenu } = context
  const time = clock.format(new Date(at))
  const own: ComponentActions = {
    press: (customId) => actions.press(message, customId),
    select: (customId, values) => actions.select(message, customId, values),
  }
  const openByPointer = (event: MouseEvent): void => {
    event.preventDefault()
    actions.openMenu({ message: message.id, at: event })
  }
  return html`<article
    class="message ${isPrivate ? 'private' : ''} ${mentionsMe ? 'highlighted' : ''}"
    aria-label=${`${author.username}, ${time}${isPrivate ? ', only you can see this' : ''}`}
    data-message=${message.id}
    @contextmenu=${openByPointer}
  >
    ${headline(message, references)}
    <img class="avatar" src=${avatar(author)} alt="" width="40" height="40">
    <div class="body">
      <div class="author">
        <b>${author.username}</b>${author.bot ? html`<span class="app">APP</span>` : nothing}<time datetime=${at}>${time}</time>
      </div>
      ${
        isLoading
          ? html`<div class="thinking">${author.username} is thinking…</div>`
          : html`<div class="content">${markdownView(content, references)}${isEdited && content !== '' ? html` <span class="edited">(edited)</span>` : nothing}</div>`
      }
      ${embeds.map((embed) => embedView(embed, references))} ${rowsView(components, own)}
      ${isPrivate ? privateNote(message, actions) : nothing}
    </div>
    ${isLoading ? nothing : menuView({ message, open: openMenu, me, commands, actions })}
  </article>`
}
