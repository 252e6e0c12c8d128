import { html, nothing } from 'lit'
import type { Command, Message } from '../../protocol/events.ts'
import type { View } from '../markdown/view.ts'
import type { MessageActions } from './message.ts'

interface MenuOptions {
  readonly message: Message
  readonly isOpen: boolean
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

function openedMenu({ message, commands, actions }: MenuOptions): View {
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
  return html`<div class="menu-items" role="menu" aria-label="Message" @keydown=${onKey} @focusout=${onLeave}>
    ${message.isPrivate ? nothing : item('Reply', () => actions.reply(message))}
    ${commands.map((command) => item(html`<span class="apps">Apps ›</span> ${command.name}`, () => actions.run(command, message)))}
    ${message.isPrivate ? item('Dismiss message', () => actions.dismiss(message)) : nothing}
  </div>`
}

/** The menu of a message: what Discord shows on a right-click. */
export function menuView(options: MenuOptions): View {
  const { message, isOpen, actions } = options
  return html`<div class="message-menu">
    <button
      type="button"
      class="icon"
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      aria-label="Message actions"
      @click=${() => actions.openMenu(isOpen ? null : message)}
    >⋯</button>
    ${isOpen ? openedMenu(options) : nothing}
  </div>`
}
