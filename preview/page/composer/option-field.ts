import { html, nothing } from 'lit'
import type { Choice, OptionValue } from '../../protocol/actions.ts'
import type { CommandOption } from '../../protocol/events.ts'
import type { View } from '../markdown/view.ts'
import { type ChoiceList, fieldState } from './choice-list.ts'

/** What is filled in for an option of a command. */
export interface Filled {
  /** What the field shows. */
  readonly text: string
  readonly value: OptionValue
}

/** Discord's types of options. */
export const optionType = { integer: 4, boolean: 5, number: 10, attachment: 11 } as const

export interface FieldActions {
  /** Undefined: the field was emptied. */
  fill(option: CommandOption, filled: Filled | undefined): void
  /** The user types into an option with completions, or focuses it. */
  suggest(option: CommandOption, typed: string): void
  attach(option: CommandOption, file: File): void
  key(option: CommandOption, event: KeyboardEvent): void
  leave(): void
}

/** The value of a text that is typed for an option. */
export function typedValue({ type }: CommandOption, text: string): OptionValue {
  const isNumber = type === optionType.integer || type === optionType.number
  return isNumber && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

interface FieldOptions {
  readonly option: CommandOption
  readonly filled: Filled | undefined
  /** The open completions of this option. */
  readonly list: ChoiceList<Choice> | null
  readonly actions: FieldActions
}

const fieldId = ({ name }: CommandOption): string => `option-${name}`

function chooser(choices: readonly Choice[], { option, filled, actions }: FieldOptions): View {
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return
    const chosen = choices[target.selectedIndex - 1]
    const value = option.type === optionType.boolean ? chosen?.value === 1 : chosen?.value
    actions.fill(option, chosen && value !== undefined ? { text: chosen.name, value } : undefined)
  }
  return html`<select id=${fieldId(option)} @change=${onChange} @keydown=${(event: KeyboardEvent) => actions.key(option, event)}>
    <option></option>
    ${choices.map(({ name }) => html`<option ?selected=${filled?.text === name}>${name}</option>`)}
  </select>`
}

function fileField({ option, filled, actions }: FieldOptions): View {
  const onChange = ({ target }: Event): void => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined
    if (file !== undefined) actions.attach(option, file)
  }
  return html`<input type="file" id=${fieldId(option)} class="file" @change=${onChange}>${filled ? html`<span class="file-name">${filled.text}</span>` : nothing}`
}

function textField({ option, filled, list, actions }: FieldOptions): View {
  const { autocomplete = false, type } = option
  const { expanded, controls, active } = fieldState(list)
  const onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return
    const { value: text } = target
    actions.fill(option, text === '' ? undefined : { text, value: typedValue(option, text) })
    if (autocomplete) actions.suggest(option, text)
  }
  const onFocus = (): void => {
    if (autocomplete) actions.suggest(option, filled?.text ?? '')
  }
  const isNumber = type === optionType.integer || type === optionType.number
  return html`<input
    id=${fieldId(option)}
    autocomplete="off"
    inputmode=${isNumber ? 'decimal' : 'text'}
    maxlength=${option.max_length ?? nothing}
    role=${autocomplete ? 'combobox' : nothing}
    aria-autocomplete=${autocomplete ? 'list' : nothing}
    aria-expanded=${autocomplete ? expanded : nothing}
    aria-controls=${controls}
    aria-activedescendant=${active}
    aria-describedby="option-help"
    .value=${filled?.text ?? ''}
    @input=${onInput}
    @focus=${onFocus}
    @blur=${() => actions.leave()}
    @keydown=${(event: KeyboardEvent) => actions.key(option, event)}
  >`
}

const yesOrNo: readonly Choice[] = [
  { name: 'True', value: 1 },
  { name: 'False', value: 0 },
]

function field(options: FieldOptions): View {
  const { type, choices = [] } = options.option
  if (type === optionType.attachment) return fileField(options)
  if (type === optionType.boolean) return chooser(yesOrNo, options)
  return choices.length > 0 ? chooser(choices, options) : textField(options)
}

/** The field of an option, with its name as label. */
export function optionView(options: FieldOptions): View {
  const { name, description, required = false } = options.option
  return html`<div class="option" title=${description}>
    <label for=${fieldId(options.option)}>${name}${required ? html`<span class="required" aria-label="required">*</span>` : nothing}</label>
    ${field(options)}
  </div>`
}
