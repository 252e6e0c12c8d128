import type { Exchange, OpenedForm } from '../../testkit/discord/interactions/exchange.ts'
import type { AttachedFile, OptionValues, Who } from '../../testkit/discord/interactions/interactions.ts'
import type { Message } from '../../testkit/discord/messages/messages.ts'
import type { LoopbackDiscord } from '../../testkit/discord/server/server.ts'
import { managerPermissions, memberPermissions } from '../../testkit/discord/server/world.ts'
import type { Action, Choice, OptionValue, Place } from '../protocol/actions.ts'
import type { Feed } from './feed.ts'
import { showForm } from './shown-form.ts'
import { type Cause, me } from './shown-message.ts'

/** Something that the user cannot do; the message says why. */
export class ActionError extends Error {
  override readonly name = 'ActionError'
}

export interface UserOptions {
  readonly discord: LoopbackDiscord
  readonly feed: Pick<Feed, 'send'>
  /** Filled with what the user did, by the id of its interaction. */
  readonly causes: Map<string, Cause>
  /** Milliseconds within which the bot is to answer an interaction. */
  readonly answerWithinMs: number
}

/** The user of the page. */
export interface User {
  /**
   * Does what the page asks for. Returns the choices of `suggest`, and none for other actions.
   * @throws ActionError if the message or file is gone.
   */
  act(action: Action): Promise<readonly Choice[]>
  /** Stores a file to attach; returns its id. */
  upload(name: string, content: Uint8Array): string
}

/** The user of the page, on a loopback Discord. */
export function createUser({ discord, feed, causes, answerWithinMs }: UserOptions): User {
  const files = new Map<string, AttachedFile>()
  const forms = new Map<string, OpenedForm>()

  function messageOf(id: string): Message {
    const message = discord.messages().find((one) => one.id === id)
    if (message === undefined) throw new ActionError('This message no longer exists.')
    return message
  }

  function fileOf(id: string): AttachedFile {
    const file = files.get(id)
    if (file === undefined) throw new ActionError('This file is no longer stored: attach it again.')
    return file
  }

  const sentValue = (value: OptionValue): OptionValues[string] =>
    typeof value === 'object' ? fileOf(value.file) : value

  /** A message of the user, who alone may edit or delete it. */
  function ownMessage(id: string): Message {
    const message = messageOf(id)
    if (message.author.id !== me.id) throw new ActionError('Only whoever wrote a message can edit or delete it.')
    return message
  }

  const valuesOf = (options: Readonly<Record<string, OptionValue>>): OptionValues =>
    Object.fromEntries(Object.entries(options).map(([name, value]) => [name, sentValue(value)]))

  const watch = (exchange: Exchange, cause: Cause, place: Place, to: string): void => {
    causes.set(exchange.id, cause)
    exchange.opened().then(
      (form) => {
        forms.set(exchange.id, form)
        feed.send({ is: 'form', form: showForm(exchange.id, place, form) })
      },
      // Most interactions open none.
      () => undefined,
    )
    const timer = setTimeout(() => {
      if (exchange.responses.length === 0) feed.send({ is: 'no answer', place, to })
    }, answerWithinMs)
    timer.unref()
  }

  return {
    async act(action) {
      const { place, moderator } = action
      const who: Who = { user: me, place, permissions: moderator ? managerPermissions : memberPermissions }
      switch (action.do) {
        case 'say': {
          const replyTo = action.replyTo === null ? {} : { replyTo: messageOf(action.replyTo) }
          discord.say(action.content, { author: me, place, ...replyTo })
          return []
        }
        case 'edit':
          discord.edit(ownMessage(action.message), action.content)
          return []
        case 'delete':
          discord.remove(ownMessage(action.message))
          return []
        case 'submit': {
          const form = forms.get(action.form)
          if (form === undefined) throw new ActionError('This form is no longer open.')
          const attached = action.files.map(({ file }) => fileOf(file))
          const exchange = discord.submit(form, action.entered, attached, who)
          const { message } = form
          const cause: Cause = message ? { kind: 'component', message } : { kind: 'form' }
          watch(exchange, cause, place, 'this form')
          return []
        }
        case 'run command': {
          const { command } = action
          const exchange = discord.slash(command, valuesOf(action.options), who)
          watch(exchange, { kind: 'slash command', command }, place, `/${command}`)
          return []
        }
        case 'suggest': {
          const { command, option, typed } = action
          const exchange = discord.autocomplete(command, option, typed, valuesOf(action.options), who)
          const late = new Promise<readonly Choice[]>((resolve) => setTimeout(resolve, answerWithinMs, []).unref())
          return Promise.race([exchange.suggested(), late])
        }
        case 'run message command': {
          const { command } = action
          const exchange = discord.messageMenu(command, messageOf(action.message), who)
          watch(exchange, { kind: 'message command', command }, place, command)
          return []
        }
        case 'press':
        case 'select': {
          const message = messageOf(action.message)
          const { customId } = action
          const exchange =
            action.do === 'press'
              ? discord.pressCustomId(message, customId, who)
              : discord.select(message, customId, action.values, who)
          watch(exchange, { kind: 'component', message }, place, 'this button or menu')
          return []
        }
      }
    },
    upload(name, content) {
      const file = discord.attach(name, content)
      files.set(file.id, file)
      return file.id
    },
  }
}
