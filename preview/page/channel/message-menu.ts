import { html, nothing } from 'lit'
import { ref } from 'lit/directives/ref.js'
import type { Command, Message } from '../../protocol/events.ts'
import type { View } from '../markdown/view.ts'
import type { MessageActions } from './message.ts'

/** A point of the window, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The message whose menu is open, and where a pointer opened it; null: the menu's button did. */
export interface OpenMenu {
  readonly message: string
  readonly at: Point | null
}

interface MenuOptions {
  readonly message: Message
  readonly open: OpenMenu | null
  /** The id of the user. */
  readonly me: string
  /** The commands of the menu of messages. */
  readonly commands: readonly Command[]
  readonly actions: MessageActions
}

const itemsIn = (menu: Element): readonly HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]

/** The item that a key leads to from the one at `at`; undefined: the key is not for the menu. */
function target(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** The room that a menu takes, about; pixels. */
const room: Point = { x: 220, y: 120 }

/** Puts a menu where the pointer is, inside the window. */
const placeAt = (at: Point | null) => (menu?: Element) => {
  if (at === null || !(menu instanceof HTMLElement)) return
  menu.style.position = 'fixed'
  menu.style.right = 'auto'
  menu.style.left = `${Math.max(0, Math.min(at.x, innerWidth - room.x))}px`
  menu.style.top = `${Math.max(0, Math.min(at.y, innerHeight - room.y))}px`
}

function openedMenu({ message, open, me, commands, actions }: MenuOptions): View {
  const choose = (act: () => void) => (): void => {
    actions.openMenu(null)
    act()
  }
  const onKey = (event: KeyboardEvent): void => {
    const { currentTarget, key } = event
    if (!(currentTarget instanceof HTMLElement)) return
    if (key === 'Escape') {
      event.stopPropagation()
      currentTarget.parentElement?.querySelector('button')?.focus()
      actions.openMenu(null)
      return
    }
    const items = itemsIn(currentTarget)
    const focused = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1
    const next = target(key, focused, items.length)
    if (next === undefined) return
    event.preventDefault()
    items[next]?.focus()
  }
  const onLeave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const isInside =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
    if (!isInside) actions.openMenu(null)
  }
  const item = (label: View, act: () => void): View =>
    html`<button type="button" role="menuitem" tabindex="-1" @click=${choose(act)}>${label}</button>`
  return html`<div class="menu-items" role="menu" aria-label="Message" @keydown=${onKey} @focusout=${onLeave} ${ref(placeAt(open?.at ?? null))}>
    ${message.isPrivate ? nothing : item('Reply', () => actions.reply(message))}
    ${commands.map((command) => item(html`<span class="apps">Apps ›</span> ${command.name}`, () => actions.run(command, message)))}
    ${message.author.id === me ? [item('Edit message', () => actions.edit(message)), item('Delete message', () => actions.remove(message))] : nothing}
    ${message.isPrivate ? item('Dismiss message', () => actions.dismiss(message)) : nothing}
  </div>`
}

/** The menu of a message: what Discord shows on a right-click. */
export function menuView(options: MenuOptions): View {
  const { message, open, actions } = options
  const isOpen = open?.message === message.id
  return html`<div class="message-menu">
    <button
      type="button"
      class="icon"
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      aria-label="Message actions"
      @click=${() => actions.openMenu(isOpen ? null : { message: message.id, at: null })}
    >⋯</button>
    ${isOpen ? openedMenu(options) : nothing}
  </div>`
}
