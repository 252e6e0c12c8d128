import { html, LitElement, nothing } from 'lit'
import { type Choice, maxContentLength } from '../../protocol/actions.ts'
import type { Command, CommandOption, Message, User } from '../../protocol/events.ts'
import type { View } from '../markdown/view.ts'
import { type ChoiceActions, type ChoiceList, choiceListView, fieldState, handleChoiceKey } from './choice-list.ts'
import {
  commandForm,
  type Draft,
  draftOf,
  type FormActions,
  missingOption,
  type Options,
  optionsOf,
  withOption,
} from './command-form.ts'
import type { FieldActions, Filled } from './option-field.ts'
import {
  type TextChoice,
  textChoiceLabel,
  textChoices,
  typedCommand,
  withMention,
  withMentionIds,
} from './text-choices.ts'

/** What the composer asks of the page. Each promise rejects with an error whose message is for the user. */
export interface ComposerActions {
  say(content: string): Promise<void>
  run(command: Command, options: Options): Promise<void>
  suggest(command: Command, option: CommandOption, typed: string, options: Options): Promise<readonly Choice[]>
  upload(file: File): Promise<string>
  cancelReply(): void
}

const suggestAfterMs = 120
/** The field for messages, and the form for commands that replaces it. */
export class PreviewComposer extends LitElement {
  static override properties = {
    commands: { attribute: false },
    users: { attribute: false },
    placeholder: { attribute: false },
    replyTo: { attribute: false },
    actions: { attribute: false },
  }
  declare commands: readonly Command[]
  declare users: readonly User[]
  declare placeholder: string
  declare replyTo: Message | null
  declare actions: ComposerActions

  #text = ''
  #draft: Draft | null = null
  #textList: ChoiceList<TextChoice> | null = null
  #optionList: ChoiceList<Choice> | null = null
  #problem = ''
  #asked = 0

  protected override createRenderRoot(): this {
    return this
  }

  /** Opens the form of a command, with a text for its first option. */
  async startCommand(command: Command, text = ''): Promise<void> {
    this.#draft = draftOf(command, text)
    this.#text = ''
    this.#textList = null
    this.#set('')
    await this.updateComplete
    this.querySelector<HTMLElement>(
      command.options.length === 0 ? 'button[type=submit]' : '.option input, .option select',
    )?.focus()
  }

  /** Moves the focus to the field for messages. */
  async focusText(): Promise<void> {
    await this.updateComplete
    this.querySelector('textarea')?.focus()
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    // A command that is not offered any more cannot be sent.
    if (changed.has('commands') && this.#draft && !this.commands.includes(this.#draft.command)) {
      const { name } = this.#draft.command
      const same = this.commands.find((command) => command.name === name)
      this.#draft = same === undefined ? null : { ...this.#draft, command: same }
      this.requestUpdate()
    }
    if (changed.has('replyTo') && this.replyTo) void this.focusText()
  }

  #set(problem: string): void {
    this.#problem = problem
    this.requestUpdate()
  }

  /** Does what may fail, and shows why it did. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      this.#set('')
      await act()
    } catch (error) {
      this.#set(error instanceof Error ? error.message : String(error))
    }
  }

  #write(text: string): void {
    this.#text = text
    const typed = typedCommand(text, this.commands)
    if (typed !== null) return void this.startCommand(...typed)
    this.#textList = textChoices(text, this.commands, this.users)
    this.#set('')
  }

  #textActions: ChoiceActions<TextChoice> = {
    mark: (active) => {
      if (this.#textList) this.#textList = { ...this.#textList, active }
      this.requestUpdate()
    },
    choose: (choice) => {
      if (choice.is === 'command') return void this.startCommand(choice.command)
      this.#text = withMention(this.#text, choice.user)
      this.#textList = null
      this.requestUpdate()
    },
    close: () => {
      this.#textList = null
      this.requestUpdate()
    },
  }

  #sendText(): void {
    const content = this.#text.trim()
    if (content === '') return
    if (content.length > maxContentLength) {
      this.#set(
        `A message has at most ${maxContentLength.toLocaleString('en')} characters; this one has ${content.length.toLocaleString('en')}.`,
      )
      return
    }
    this.#text = ''
    this.#textList = null
    void this.#attempt(() => this.actions.say(withMentionIds(content, this.users)))
  }

  #onTextKey = (event: KeyboardEvent): void => {
    if (this.#textList?.choices.length && handleChoiceKey(event, this.#textList, this.#textActions)) return
    if (event.key === 'Escape' && this.replyTo) this.actions.cancelReply()
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.#sendText()
  }

  #change(change: Partial<Draft>): void {
    if (this.#draft) this.#draft = { ...this.#draft, ...change }
    this.requestUpdate()
  }

  #fill(option: CommandOption, filled: Filled | undefined): void {
    if (this.#draft) this.#change(withOption(this.#draft, option, filled))
  }

  /** Asks for completions when the user pauses. An answer that comes after the next question is not shown. */
  async #suggest(option: CommandOption, typed: string): Promise<void> {
    const draft = this.#draft
    if (!draft) return
    this.#change({ focused: option })
    this.#asked += 1
    const asked = this.#asked
    await new Promise((resolve) => setTimeout(resolve, suggestAfterMs))
    if (asked !== this.#asked) return
    const { [option.name]: _, ...others } = optionsOf(draft)
    const choices = await this.actions.suggest(draft.command, option, typed, others).catch(() => [])
    if (asked !== this.#asked || this.#draft === null) return
    const marked = this.#optionList?.choices[this.#optionList.active]?.name
    const active = choices.findIndex(({ name }) => name === marked)
    this.#optionList = { label: `Completions of ${option.name}`, choices, active }
    this.requestUpdate()
  }

  #closeOptionList(): void {
    this.#asked += 1
    this.#optionList = null
    this.requestUpdate()
  }

  #optionListActions: ChoiceActions<Choice> = {
    mark: (active) => {
      if (this.#optionList) this.#optionList = { ...this.#optionList, active }
      this.requestUpdate()
    },
    choose: ({ name, value }) => {
      const option = this.#draft?.focused
      if (option) this.#fill(option, { text: name, value })
      this.#closeOptionList()
    },
    close: () => this.#closeOptionList(),
  }

  #fieldActions: FieldActions = {
    fill: (option, filled) => this.#fill(option, filled),
    suggest: (option, typed) => void this.#suggest(option, typed),
    attach: (option, file) =>
      void this.#attempt(async () => {
        this.#fill(option, undefined)
        this.#fill(option, { text: file.name, value: { file: await this.actions.upload(file) } })
      }),
    leave: () => this.#closeOptionList(),
    key: (_, event) => {
      if (this.#optionList?.choices.length && handleChoiceKey(event, this.#optionList, this.#optionListActions)) return
      if (event.key === 'Escape') this.#cancel()
    },
  }

  #cancel(): void {
    this.#draft = null
    this.#optionList = null
    this.#set('')
    void this.focusText()
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const draft = this.#draft
    if (!draft) return
    const { command } = draft
    const missing = missingOption(draft)
    if (missing) {
      this.querySelector<HTMLElement>(`#option-${missing.name}`)?.focus()
      this.#set(`/${command.name} needs "${missing.name}": ${missing.description}.`)
      return
    }
    void this.#attempt(async () => {
      await this.actions.run(command, optionsOf(draft))
      this.#cancel()
    })
  }

  #formActions: FormActions = {
    field: this.#fieldActions,
    list: this.#optionListActions,
    submit: this.#submit,
    cancel: () => this.#cancel(),
  }

  #textView(): View {
    const list = this.#textList
    const { expanded, controls, active } = fieldState(list)
    return html`${list ? choiceListView(list, this.#textActions, textChoiceLabel) : nothing}
      <textarea
        rows="1"
        role="combobox"
        aria-label=${this.placeholder}
        aria-autocomplete="list"
        aria-expanded=${expanded}
        aria-controls=${controls}
        aria-activedescendant=${active}
        placeholder=${this.placeholder}
        .value=${this.#text}
        @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && this.#write(target.value)}
        @keydown=${this.#onTextKey}
        @blur=${() => this.#textActions.close()}
      ></textarea>`
  }

  protected override render(): View {
    return html`${
      this.replyTo
        ? html`<div class="replying">
            Replying to <b>${this.replyTo.author.username}</b>
            <button type="button" class="icon" aria-label="Cancel the reply" @click=${() => this.actions.cancelReply()}>✕</button>
          </div>`
        : nothing
    }
    <div class="composer">${this.#draft ? commandForm(this.#draft, this.#optionList, this.#formActions) : this.#textView()}</div>
    <div class="problem" role="alert">${this.#problem}</div>`
  }
}

customElements.define('preview-composer', PreviewComposer)
