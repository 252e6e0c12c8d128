import { html, LitElement, nothing } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { type Action, maxContentLength, type Place } from '../protocol/actions.ts'
import type { Command, Event as FeedEvent, Form, Message, User } from '../protocol/events.ts'
import { type MessageActions, type MessageContext, messageView } from './channel/message.ts'
import type { OpenMenu } from './channel/message-menu.ts'
import { type ComposerActions, PreviewComposer } from './composer/composer.ts'
import { type Connection, connect } from './connection.ts'
import { type FilledForm, formView } from './form-dialog.ts'
import type { View } from './markdown/view.ts'

/** What the server said first. */
type Everything = Extract<FeedEvent, { readonly is: 'all' }>

/** A form that is open above the page: one of the bot, or that in which the user edits a message. */
interface OpenForm {
  readonly shown: Pick<Form, 'title' | 'fields'>
  submit(filled: FilledForm): Promise<void>
  readonly problem: string
}

/** A line of the page itself between the messages. */
interface Notice {
  readonly place: Place
  readonly at: string
  readonly text: string
}

/** How near the end of the channel the user must be to be taken along with new messages. Pixels. */
const nearEnd = 120
const maxAnnounced = 600

/** The page: the two channels, their messages, and the field to write in. */
export class PreviewApp extends LitElement {
  #connection: Connection | null = null
  #all: Omit<Everything, 'is' | 'messages' | 'commands' | 'refused'> | null = null
  #commands: readonly Command[] = []
  readonly #messages = new Map<string, Message>()
  readonly #dismissed = new Set<string>()
  #notices: readonly Notice[] = []
  #refusals: readonly string[] = []
  #trouble: string | null = null
  #place: Place = 'guild'
  #isModerator = false
  #replyTo: Message | null = null
  #openMenu: OpenMenu | null = null
  #form: OpenForm | null = null
  #announced = ''
  #isAtEnd = true

  protected override createRenderRoot(): this {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#open()
  }

  async #open(): Promise<void> {
    try {
      this.#connection = await connect(
        (event) => this.#receive(event),
        (trouble) => {
          this.#trouble = trouble
          this.requestUpdate()
        },
      )
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error)
    }
    this.requestUpdate()
  }

  #receive(event: FeedEvent): void {
    switch (event.is) {
      case 'all': {
        const { is: _, messages, commands, refused, ...rest } = event
        this.#all = rest
        this.#commands = commands
        this.#refusals = refused
        this.#messages.clear()
        for (const message of messages) this.#messages.set(message.id, message)
        break
      }
      case 'message':
        this.#messages.set(event.message.id, event.message)
        void this.#announce(event.message)
        break
      case 'deleted':
        this.#messages.delete(event.message)
        break
      case 'commands':
        this.#commands = event.commands
        break
      case 'form':
        this.#showForm(event.form, async ({ entered, files }) => {
          const sent = await Promise.all(files.map((file) => this.#upload(file)))
          const uploads = sent.map((file) => ({ file }))
          await this.#act({ do: 'submit', ...this.#by, form: event.form.id, entered: { ...entered }, files: uploads })
        })
        break
      case 'refused':
        this.#refusals = [...this.#refusals, event.problem]
        break
      case 'no answer': {
        const text = `The application did not respond to ${event.to}.`
        this.#notices = [...this.#notices, { place: event.place, at: new Date().toISOString(), text }]
        break
      }
    }
    this.requestUpdate()
  }

  /** Tells a screen reader what the bot says, as far as it fits into one announcement. */
  async #announce(message: Message): Promise<void> {
    if (!message.author.bot || message.isLoading || message.place !== this.#place) return
    await this.updateComplete
    const shown = this.querySelector<HTMLElement>(`[data-message="${CSS.escape(message.id)}"] .body`)
    this.#announced = `${shown?.innerText ?? ''}`.slice(0, maxAnnounced)
    this.requestUpdate()
  }

  /** Keeps the last message in sight, unless the user has scrolled away from it. */
  readonly #followEnd = (): void => {
    const log = this.querySelector('.messages')
    if (log !== null && this.#isAtEnd) log.scrollTop = log.scrollHeight
  }

  readonly #onScroll = ({ target }: Event): void => {
    if (target instanceof Element)
      this.#isAtEnd = target.scrollHeight - target.scrollTop - target.clientHeight < nearEnd
  }

  readonly #watchLog = (log?: Element): void => {
    if (log !== undefined) new ResizeObserver(this.#followEnd).observe(log)
  }

  protected override updated(): void {
    this.#followEnd()
    this.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal()
    this.querySelector<HTMLElement>('[role=menu]:not(:focus-within) [role=menuitem]')?.focus()
  }

  async #act(action: Action) {
    if (this.#connection === null) throw new Error('The preview is not connected.')
    return this.#connection.act(action)
  }

  /** Does something that has no field beside which to say why it failed. */
  #attempt(action: Action): void {
    this.#act(action).catch((error: unknown) => {
      this.#trouble = error instanceof Error ? error.message : String(error)
      this.requestUpdate()
    })
  }

  get #by() {
    return { place: this.#place, moderator: this.#isModerator && this.#place === 'guild' }
  }

  #showForm(shown: OpenForm['shown'], submit: OpenForm['submit']): void {
    this.#form = { shown, submit, problem: '' }
    this.requestUpdate()
  }

  #closeForm(): void {
    this.#form = null
    this.requestUpdate()
    void this.#composer?.focusText()
  }

  async #submitForm(form: OpenForm, filled: FilledForm): Promise<void> {
    try {
      await form.submit(filled)
      this.#closeForm()
    } catch (error) {
      this.#form = { ...form, problem: error instanceof Error ? error.message : String(error) }
      this.requestUpdate()
    }
  }

  #formView(): View {
    const form = this.#form
    if (form === null) return nothing
    return formView(form.shown, form.problem, {
      submit: (filled) => void this.#submitForm(form, filled),
      cancel: () => this.#closeForm(),
    })
  }

  #editForm({ id, content }: Message): void {
    const field = { name: 'content', label: 'Message', description: null, maxFiles: 0 }
    this.#showForm(
      { title: 'Edit message', fields: [{ ...field, value: content, maxLength: maxContentLength }] },
      async ({ entered }) => {
        await this.#act({ do: 'edit', ...this.#by, message: id, content: entered['content'] ?? '' })
      },
    )
  }

  async #upload(file: File): Promise<string> {
    if (this.#connection === null || this.#all === null) throw new Error('The preview is not connected.')
    const { maxFileBytes } = this.#all
    if (file.size > maxFileBytes) {
      const mebibytes = maxFileBytes / 1024 / 1024
      throw new Error(`${file.name} is over ${mebibytes} MiB, the most that Discord takes: choose a smaller file.`)
    }
    return this.#connection.upload(file)
  }

  readonly #messageActions: MessageActions = {
    press: ({ id }, customId) => this.#attempt({ do: 'press', ...this.#by, message: id, customId }),
    select: ({ id }, customId, values) =>
      this.#attempt({ do: 'select', ...this.#by, message: id, customId, values: [...values] }),
    reply: (message) => {
      this.#replyTo = message
      this.requestUpdate()
    },
    edit: (message) => this.#editForm(message),
    remove: ({ id }) => this.#attempt({ do: 'delete', ...this.#by, message: id }),
    run: ({ name }, { id }) => this.#attempt({ do: 'run message command', ...this.#by, command: name, message: id }),
    dismiss: ({ id }) => {
      this.#dismissed.add(id)
      this.requestUpdate()
      void this.#composer?.focusText()
    },
    openMenu: (menu) => {
      this.#openMenu = menu
      this.requestUpdate()
    },
  }

  readonly #composerActions: ComposerActions = {
    say: async (content) => {
      const replyTo = this.#replyTo?.id ?? null
      this.#replyTo = null
      await this.#act({ do: 'say', ...this.#by, content, replyTo })
    },
    run: async ({ name }, options) => {
      await this.#act({ do: 'run command', ...this.#by, command: name, options })
    },
    suggest: ({ name }, option, typed, options) =>
      this.#act({ do: 'suggest', ...this.#by, command: name, option: option.name, typed, options }),
    upload: (file) => this.#upload(file),
    cancelReply: () => {
      this.#replyTo = null
      this.requestUpdate()
      void this.#composer?.focusText()
    },
  }

  get #composer(): PreviewComposer | null {
    const found = this.querySelector('preview-composer')
    return found instanceof PreviewComposer ? found : null
  }

  #commandsOf(type: number): readonly Command[] {
    return this.#commands.filter(
      (command) =>
        command.type === type && command.places.includes(this.#place) && (!command.forModerators || this.#by.moderator),
    )
  }

  #context({ me, bot }: { readonly me: User; readonly bot: User }): MessageContext {
    return {
      references: {
        userName: (id) => [me, bot].find((user) => user.id === id)?.username,
        onCommand: (name) => {
          const command = this.#commandsOf(1).find((one) => one.name === name)
          if (command) void this.#composer?.startCommand(command)
        },
      },
      actions: this.#messageActions,
      me: me.id,
      commands: this.#commandsOf(3),
      openMenu: this.#openMenu,
    }
  }

  #go(place: Place): void {
    this.#place = place
    this.#replyTo = null
    this.#isAtEnd = true
    this.requestUpdate()
    void this.#composer?.focusText()
  }

  #lines(context: MessageContext): readonly View[] {
    const messages = [...this.#messages.values()].filter(
      ({ id, place }) => place === this.#place && !this.#dismissed.has(id),
    )
    const notices = this.#notices.filter(({ place }) => place === this.#place)
    const lines = [
      ...messages.map((message) => ({ at: message.at, view: messageView(message, context) })),
      ...notices.map(({ at, text }) => ({ at, view: html`<div class="notice" role="alert">${text}</div>` })),
    ]
    return lines.sort((a, b) => a.at.localeCompare(b.at)).map(({ view }) => html`<li>${view}</li>`)
  }

  #navigation(server: string, bot: User): View {
    const channel = (place: Place, label: string): View =>
      html`<button type="button" class="channel" aria-current=${this.#place === place ? 'page' : 'false'} @click=${() => this.#go(place)}>${label}</button>`
    const toggle = ({ target }: Event): void => {
      this.#isModerator = target instanceof HTMLInputElement && target.checked
      this.requestUpdate()
    }
    return html`<nav aria-label="Channels">
      <div class="server">${server}</div>
      ${channel('guild', '# general')} ${channel('dm', `@ ${bot.username}`)}
      <label class="moderator" title="Has the permission &quot;Manage Server&quot;">
        <input type="checkbox" role="switch" .checked=${this.#isModerator} @change=${toggle}> Moderator
      </label>
    </nav>`
  }

  protected override render(): View {
    const trouble = this.#trouble === null ? nothing : html`<p>${this.#trouble}</p>`
    if (this.#all === null)
      return html`<main class="waiting" role="alert">${this.#trouble === null ? 'Connecting…' : trouble}</main>`
    const { me, bot, server } = this.#all
    const name = this.#place === 'guild' ? '#general' : `@${bot.username}`
    return html`${this.#navigation(server, bot)}
      <main>
        <h1>${name}</h1>
        <div class="banner" role="alert">
          ${trouble}
          ${this.#refusals.map((problem) => html`<p>Discord would refuse what the bot sent: ${problem}</p>`)}
        </div>
        <ol class="messages" aria-label=${`Messages in ${name}`} tabindex="0" @scroll=${this.#onScroll} ${ref(this.#watchLog)}>
          <li class="welcome">
            <h2>${this.#place === 'guild' ? `Welcome to ${name}!` : `Direct messages with ${name}`}</h2>
            <p>
              This is a preview: ${bot.username} is the real bot, on a stand-in for Discord. Type / for its commands,
              ${this.#place === 'guild' ? `mention @${bot.username} with a question` : 'or ask a question'}, or open
              the menu of a message.
            </p>
            ${this.#commands.length === 0 ? html`<p>${bot.username} is starting…</p>` : nothing}
          </li>
          ${this.#lines(this.#context({ me, bot }))}
        </ol>
        <div class="visually-hidden" role="status">${this.#announced}</div>
        <preview-composer
          .commands=${this.#commandsOf(1)}
          .users=${[me, bot]}
          .placeholder=${`Message ${name}`}
          .replyTo=${this.#replyTo}
          .actions=${this.#composerActions}
        ></preview-composer>
      </main>${this.#formView()}`
  }
}

customElements.define('preview-app', PreviewApp)
