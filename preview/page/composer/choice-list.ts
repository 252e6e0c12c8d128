import { html, nothing } from 'lit'
import type { View } from '../markdown/view.ts'

/** A list below which the user types, as the pattern "combobox" of ARIA describes it. */
export interface ChoiceList<T> {
  /** What the list is of, for screen readers. */
  readonly label: string
  readonly choices: readonly T[]
  /** The position of the marked choice; -1: none, so that Enter sends what is typed. */
  readonly active: number
}

export interface ChoiceActions<T> {
  mark(active: number): void
  choose(choice: T): void
  close(): void
}

const listId = 'choices'
const choiceId = (at: number): string => `choice-${at}`

/** Handles a key that is pressed in the field of an open list; whether the key was for the list. */
export function handleChoiceKey<T>(event: KeyboardEvent, list: ChoiceList<T>, actions: ChoiceActions<T>): boolean {
  const { choices, active } = list
  const count = choices.length
  const choice = choices[active]
  if (event.key === 'ArrowDown') actions.mark((active + 1) % count)
  else if (event.key === 'ArrowUp') actions.mark(active <= 0 ? count - 1 : active - 1)
  else if (event.key === 'Escape') actions.close()
  else if ((event.key === 'Enter' || event.key === 'Tab') && choice !== undefined) actions.choose(choice)
  else return false
  event.preventDefault()
  event.stopPropagation()
  return true
}

/** The attributes of the field of a list. */
export function fieldState(list: ChoiceList<unknown> | null): {
  readonly expanded: 'true' | 'false'
  readonly controls: string | typeof nothing
  readonly active: string | typeof nothing
} {
  if (list === null || list.choices.length === 0) return { expanded: 'false', controls: nothing, active: nothing }
  return { expanded: 'true', controls: listId, active: list.active < 0 ? nothing : choiceId(list.active) }
}

/** The list itself; nothing if it is empty. */
export function choiceListView<T>(list: ChoiceList<T>, { choose }: ChoiceActions<T>, view: (choice: T) => View): View {
  const { label, choices, active } = list
  if (choices.length === 0) return nothing
  // The field keeps the focus, so a click must not take it away.
  const pick = (choice: T) => (event: Event) => {
    event.preventDefault()
    choose(choice)
  }
  return html`<div class="choices" role="listbox" id=${listId} aria-label=${label}>
    ${choices.map(
      (choice, at) =>
        html`<div role="option" id=${choiceId(at)} aria-selected=${at === active} class="choice" @mousedown=${pick(choice)}>${view(choice)}</div>`,
    )}
  </div>`
}
