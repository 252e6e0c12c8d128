import { html, nothing } from 'lit'
import type { Choice, OptionValue } from '../../protocol/actions.ts'
import type { Command, CommandOption } from '../../protocol/events.ts'
import type { View } from '../markdown/view.ts'
import { type ChoiceActions, type ChoiceList, choiceListView } from './choice-list.ts'
import { type FieldActions, type Filled, optionView } from './option-field.ts'

export type Options = Readonly<Record<string, OptionValue>>

/** A command that is being filled in. */
export interface Draft {
  readonly command: Command
  readonly filled: ReadonlyMap<string, Filled>
  /** The option whose field has the focus. */
  readonly focused: CommandOption | null
}

/** The form of a command, with a text for its first option. */
export function draftOf(command: Command, text: string): Draft {
  const [first] = command.options
  const filled = first === undefined || text === '' ? [] : [[first.name, { text, value: text }] as const]
  return { command, filled: new Map(filled), focused: null }
}

/** A form with another value of an option, or without one. */
export function withOption(draft: Draft, { name }: CommandOption, value: Filled | undefined): Draft {
  const filled = new Map(draft.filled)
  if (value === undefined) filled.delete(name)
  else filled.set(name, value)
  return { ...draft, filled }
}

/** The values of the options that are filled in. */
export function optionsOf({ filled }: Draft): Options {
  return Object.fromEntries([...filled].map(([name, { value }]) => [name, value]))
}

/** The first required option that is not filled in. */
export function missingOption({ command, filled }: Draft): CommandOption | undefined {
  return command.options.find(({ name, required = false }) => required && !filled.has(name))
}

/** What a form asks of the composer. */
export interface FormActions {
  readonly field: FieldActions
  readonly list: ChoiceActions<Choice>
  readonly submit: (event: SubmitEvent) => void
  readonly cancel: () => void
}

export function commandForm(
  { command, filled, focused }: Draft,
  list: ChoiceList<Choice> | null,
  { field, list: listActions, submit, cancel }: FormActions,
): View {
  const help = focused ? `${focused.name}: ${focused.description}` : command.description
  return html`${list ? choiceListView(list, listActions, ({ name }) => name) : nothing}
    <form class="command" aria-label=${`Command /${command.name}`} @submit=${submit}>
      <div class="help" id="option-help">${help}</div>
      <div class="fields">
        <span class="command-name">/${command.name}</span>
        ${command.options.map((option) =>
          optionView({
            option,
            filled: filled.get(option.name),
            list: focused?.name === option.name ? list : null,
            actions: field,
          }),
        )}
        <button type="submit" class="button primary">Send</button>
        <button type="button" class="icon" aria-label="Cancel the command" @click=${cancel}>✕</button>
      </div>
    </form>`
}
