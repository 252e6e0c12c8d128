import type { LoopbackDiscord } from '../../testkit/discord/server/server.ts'
import { botUser, maxAttachmentBytes, testGuild } from '../../testkit/discord/server/world.ts'
import type { Command, Event, Message } from '../protocol/events.ts'
import { showCommand } from './shown-command.ts'
import { type Cause, me, showMessage } from './shown-message.ts'

/** What the pages are told of the loopback Discord. */
export interface Feed {
  /** Sends everything that there is, and every change from then on, until the function that it returns is called. */
  subscribe(send: (event: Event) => void): () => void
  /** Sends an event to all pages. */
  send(event: Event): void
  stop(): void
}

/** A feed of what the user of the page can see. */
export function createFeed(discord: LoopbackDiscord, causes: ReadonlyMap<string, Cause>): Feed {
  const listeners = new Set<(event: Event) => void>()
  const send = (event: Event): void => {
    for (const listener of listeners) listener(event)
  }

  const messages = new Map<string, Message>()
  const seen = new Map<string, object>()
  let registered: readonly object[] = []
  let commands: readonly Command[] = []
  let problems = 0

  function readMessages(): void {
    const present = discord.messages()
    for (const message of present) {
      if (seen.get(message.id) === message) continue
      seen.set(message.id, message)
      const shown = showMessage(message, causes)
      if (shown === null) continue
      messages.set(message.id, shown)
      send({ is: 'message', message: shown })
    }
    if (present.length === seen.size) return
    const ids = new Set(present.map(({ id }) => id))
    for (const id of [...seen.keys()].filter((one) => !ids.has(one))) {
      seen.delete(id)
      if (messages.delete(id)) send({ is: 'deleted', message: id })
    }
  }

  function readCommands(): void {
    const present = [...discord.commands.list(), ...discord.commands.list(testGuild.id)]
    if (present.length === registered.length && present.every((command, at) => command === registered[at])) return
    registered = present
    commands = present.map(showCommand)
    send({ is: 'commands', commands: [...commands] })
  }

  function readProblems(): void {
    for (const problem of discord.violations.slice(problems)) send({ is: 'refused', problem })
    problems = discord.violations.length
  }

  let isDue = false
  const read = (): void => {
    isDue = false
    readCommands()
    readMessages()
    readProblems()
  }
  /** A message that is made is complete only when the call that makes it has returned. */
  const stop = discord.onChange(() => {
    if (!isDue) setImmediate(read)
    isDue = true
  })
  read()

  return {
    subscribe: (listener) => {
      read()
      const all = { me, bot: botUser, server: testGuild.name, maxFileBytes: maxAttachmentBytes }
      listener({
        is: 'all',
        ...all,
        commands: [...commands],
        messages: [...messages.values()],
        refused: [...discord.violations],
      })
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    send,
    stop,
  }
}
