import * as z from 'zod/mini'

/** What the server tells the page: the messages as Discord holds them, and the commands as the bot registered them. */

const text = z.optional(z.nullable(z.string()))
const named = z.optional(z.nullable(z.object({ name: z.string(), url: text })))
const footer = z.optional(z.nullable(z.object({ text: z.string() })))
const field = z.object({ name: z.string(), value: z.string(), inline: z.optional(z.boolean()) })

const embed = z.object({
  color: z.optional(z.nullable(z.number())),
  author: named,
  title: text,
  url: text,
  description: text,
  fields: z.optional(z.nullable(z.array(field))),
  footer,
})

export type Embed = z.infer<typeof embed>

const button = z.object({
  type: z.literal(2),
  style: z.number(),
  label: text,
  custom_id: z.optional(z.string()),
  url: z.optional(z.string()),
  disabled: z.optional(z.boolean()),
})

const menuOption = z.object({
  label: z.string(),
  value: z.string(),
  description: text,
  default: z.optional(z.boolean()),
})

const menu = z.object({
  type: z.literal(3),
  custom_id: z.string(),
  placeholder: text,
  disabled: z.optional(z.boolean()),
  min_values: z.optional(z.number()),
  max_values: z.optional(z.number()),
  options: z.array(menuOption),
})

const component = z.discriminatedUnion('type', [button, menu])
const row = z.object({ type: z.literal(1), components: z.array(component) })

export type Button = z.infer<typeof button>
export type Menu = z.infer<typeof menu>
export type Row = z.infer<typeof row>

const user = z.object({ id: z.string(), username: z.string(), bot: z.boolean() })

export type User = z.infer<typeof user>

const quotedMessage = z.object({ id: z.string(), author: user, content: z.string() })

/** How the message came about, which Discord shows above it. */
const cause = z.nullable(z.object({ kind: z.enum(['slash command', 'message command']), user, command: z.string() }))

export const message = z.object({
  id: z.string(),
  place: z.enum(['guild', 'dm']),
  author: user,
  content: z.string(),
  embeds: z.array(embed),
  components: z.array(row),
  /** Whether only the user sees it. */
  isPrivate: z.boolean(),
  /** Whether the bot only said that it is thinking. */
  isLoading: z.boolean(),
  at: z.string(),
  isEdited: z.boolean(),
  /** Whether it pings the user. */
  mentionsMe: z.boolean(),
  repliesTo: z.nullable(quotedMessage),
  cause,
})

export type Message = z.infer<typeof message>

const commandOption = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.optional(z.boolean()),
  autocomplete: z.optional(z.boolean()),
  choices: z.optional(z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) }))),
  min_length: z.optional(z.number()),
  max_length: z.optional(z.number()),
})

export type CommandOption = z.infer<typeof commandOption>

export const command = z.object({
  id: z.string(),
  /** 1: slash command, 3: in the menu of messages. */
  type: z.number(),
  name: z.string(),
  description: z.string(),
  options: z.array(commandOption),
  /** Whether Discord offers it to moderators only. */
  forModerators: z.boolean(),
  places: z.array(z.enum(['guild', 'dm'])),
})

export type Command = z.infer<typeof command>

const formField = z.object({
  name: z.string(),
  label: z.string(),
  description: text,
  value: z.string(),
  maxLength: z.number(),
  /** How many files it takes; 0: it takes text. */
  maxFiles: z.number(),
})

/** A form that the bot opens (a modal). */
const form = z.object({
  /** Names it in the action that submits it. */
  id: z.string(),
  place: z.enum(['guild', 'dm']),
  title: z.string(),
  fields: z.array(formField),
})

export type FormField = z.infer<typeof formField>
export type Form = z.infer<typeof form>

/** An event, as the page receives it. */
export const event = z.discriminatedUnion('is', [
  /** The first event of a connection: all that there is. */
  z.object({
    is: z.literal('all'),
    me: user,
    bot: user,
    server: z.string(),
    maxFileBytes: z.number(),
    commands: z.array(command),
    messages: z.array(message),
    /** What Discord would refuse, so far. */
    refused: z.array(z.string()),
  }),
  /** A message that is new or has changed. */
  z.object({ is: z.literal('message'), message }),
  z.object({ is: z.literal('deleted'), message: z.string() }),
  z.object({ is: z.literal('commands'), commands: z.array(command) }),
  z.object({ is: z.literal('form'), form }),
  /** Something that Discord would refuse, in the words of its checks. */
  z.object({ is: z.literal('refused'), problem: z.string() }),
  /** The bot did not answer an interaction in time. */
  z.object({ is: z.literal('no answer'), place: z.enum(['guild', 'dm']), to: z.string() }),
])

export type Event = z.infer<typeof event>
