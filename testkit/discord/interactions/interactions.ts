import type { Target } from '../messages/message-forms.ts'
import type { Message } from '../messages/messages.ts'
import type { CommandOption } from '../schema/command-limits.ts'
import { snowflake } from '../server/snowflake.ts'
import type { State } from '../server/state.ts'
import { textsIn } from '../server/texts-in.ts'
import {
  aliceUser,
  botId,
  dmChannel,
  dmChannelId,
  maxAttachmentBytes,
  member,
  memberPermissions,
  otherTestChannel,
  otherTestChannelId,
  otherTestGuildId,
  ownerUser,
  privateChannelId,
  testChannel,
  testChannelId,
  testGuild,
  testGuildId,
  type User,
} from '../server/world.ts'
import type { Command, Commands } from './commands.ts'
import { type Exchange, type OpenExchange, type OpenedForm, viewExchange } from './exchange.ts'

/**
 * Where a user does something: in the bot's server, in a DM with the bot, or, with a user-installed command,
 * in a server that the bot is not in or in a conversation between users.
 */
export type Place = 'guild' | 'dm' | 'other guild' | 'private channel'

export interface Who {
  /** Default: alice. */
  readonly user?: User
  /** Default: the bot's server. */
  readonly place?: Place
  /** The user's permissions in the server, as a decimal string of bits. */
  readonly permissions?: string
  /** The ids of the user's roles in the server. */
  readonly roles?: readonly string[]
  /** Default: en-US. */
  readonly locale?: string
  /** The shard of the gateway that it arrives on. Default: that of the place. */
  readonly shard?: number
}

/** A file that a user attaches to a command, as Discord describes it to the bot. */
export interface AttachedFile {
  readonly id: string
  readonly filename: string
  readonly size: number
  readonly url: string
  readonly proxy_url: string
  readonly content_type: string
}

export type OptionValues = Readonly<Record<string, string | number | boolean | AttachedFile>>

/** What users do; each function notifies the bot and returns the exchange that starts. */
export interface Users {
  /** Runs a slash command; subcommands after a space: `admin reload`. */
  slash(command: string, options?: OptionValues, who?: Who): Exchange
  /** Types into the option `focused`, with `options` filled in so far. */
  autocomplete(command: string, focused: string, typed: string, options?: OptionValues, who?: Who): Exchange
  /** Presses the button of `message` that has this label. @throws RangeError without one. */
  press(message: Message, label: string, who?: Who): Exchange
  /** Presses a button with this custom_id, whether or not the message has it. */
  pressCustomId(message: Message, customId: string, who?: Who): Exchange
  /** Selects values in the menu of `message` with this custom_id. */
  select(message: Message, customId: string, values: readonly string[], who?: Who): Exchange
  /** Chooses the entry of the only menu of `message` that has this label. @throws RangeError without one. */
  choose(message: Message, label: string, who?: Who): Exchange
  /** Submits a form. Fields that `entered` does not name keep what they show; `files` are those that are attached. */
  submit(
    form: OpenedForm,
    entered: Readonly<Record<string, string>>,
    files?: readonly AttachedFile[],
    who?: Who,
  ): Exchange
  /** Runs a message-menu command on a message. */
  messageMenu(command: string, target: Target, who?: Who): Exchange
}

const optionTypes = { string: 3, number: 10, boolean: 5 } as const
const integer = 4
const attachment = 11
const subcommandTypes = [1, 2]

/** The option values as Discord sends them: nested under subcommands, with the types of the registered definition. */
function optionData(path: readonly string[], known: readonly CommandOption[], values: object[]): object[] {
  const [name, ...rest] = path
  if (name === undefined) return values
  const found = known.find((option) => option.name === name && subcommandTypes.includes(option.type))
  const type = found?.type ?? (rest.length > 0 ? 2 : 1)
  return [{ name, type, options: optionData(rest, found?.options ?? [], values) }]
}

const leaf = (path: readonly string[], options: readonly CommandOption[]): readonly CommandOption[] =>
  path.reduce((level, name) => level.find((o) => o.name === name)?.options ?? [], options)

function valuesData(values: OptionValues, known: readonly CommandOption[], focused?: string): object[] {
  return Object.entries(values).map(([name, value]) => {
    if (typeof value === 'object') return { name, type: attachment, value: value.id }
    const registered = known.find((option) => option.name === name)?.type
    const guessed = typeof value === 'number' && Number.isInteger(value) ? integer : typeKey(value)
    return { name, type: registered ?? guessed, value, ...(name === focused && { focused: true }) }
  })
}

const typeKey = (value: string | number | boolean): number =>
  typeof value === 'string' ? optionTypes.string : typeof value === 'number' ? optionTypes.number : optionTypes.boolean

/** The files among the values, by id, as Discord sends them beside the options. */
function resolved(values: OptionValues): object {
  const files = Object.values(values).flatMap((value) => (typeof value === 'object' ? [value] : []))
  if (files.length === 0) return {}
  return { resolved: { attachments: Object.fromEntries(files.map((file) => [file.id, file])) } }
}

/** The fields for the place of an interaction and the permissions of its user. */
function origin(
  place: Place,
  user: User,
  permissions: string,
  roles: readonly string[],
): { readonly channelId: string; readonly fields: object } {
  const asMember = { ...member(user), roles, permissions, pending: false, unusual_dm_activity_until: null }
  const inGuild = (id: string, channelId: string, channel: object, owners: object) => ({
    channelId,
    fields: {
      guild_id: id,
      guild: { id, locale: 'en-US', features: [] },
      guild_locale: 'en-US',
      channel: { ...channel, permissions },
      channel_id: channelId,
      member: asMember,
      context: 0,
      authorizing_integration_owners: owners,
    },
  })
  if (place === 'guild') return inGuild(testGuildId, testChannelId, testChannel, { '0': testGuildId })
  if (place === 'other guild') return inGuild(otherTestGuildId, otherTestChannelId, otherTestChannel, { '1': user.id })
  const isDm = place === 'dm'
  const channelId = isDm ? dmChannelId(user) : privateChannelId
  return {
    channelId,
    fields: {
      channel: isDm ? dmChannel(user) : { id: channelId, type: 1, flags: 0, recipients: [user, ownerUser] },
      channel_id: channelId,
      user,
      context: isDm ? 1 : 2,
      authorizing_integration_owners: isDm ? { '0': '0', '1': user.id } : { '1': user.id },
    },
  }
}

const applicationCommand = 2
const messageComponent = 3
const stringSelect = 3
const autocompleteType = 4
const modalSubmit = 5
const fileUpload = 19

/** The texts among the values of options. */
const textsOf = (values: OptionValues): readonly string[] =>
  Object.values(values).filter((value): value is string => typeof value === 'string')

/** The users of this server. */
export function createUsers(state: State, commands: Commands): Users {
  function start(type: number, data: object, texts: readonly string[], who: Who, source?: Message): Exchange {
    const {
      user = aliceUser,
      place = 'guild',
      permissions = memberPermissions,
      roles = [],
      locale = 'en-US',
      shard,
    } = who
    const createdAt = Date.now()
    const issuedAt = createdAt + state.clock.ahead
    const id = snowflake(issuedAt)
    const token = `token-${id}`
    const { channelId, fields } = origin(place, user, permissions, roles)
    const owners = 'authorizing_integration_owners' in fields ? fields.authorizing_integration_owners : {}
    const metadata = { id, type, user, authorizing_integration_owners: owners }
    const guildId = place === 'guild' ? testGuildId : undefined
    const open: OpenExchange = {
      id,
      createdAt,
      issuedAt,
      channelId: source?.channel_id ?? channelId,
      guildId,
      interaction: { type, token, metadata, ...(source && { source: source.id }) },
      responses: [],
      followUps: [],
      acknowledged: false,
    }
    state.exchanges.push(open)
    state.written.push(...texts)
    const d = {
      ...fields,
      id,
      application_id: botId,
      type,
      token,
      version: 1,
      data,
      locale,
      app_permissions: memberPermissions,
      entitlements: [],
      entitlement_sku_ids: [],
      attachment_size_limit: maxAttachmentBytes,
      ...(source && { message: source }),
    }
    // The gateway finds the shard by an id of a server.
    const via = shard === undefined ? guildId : String(BigInt(shard) << 22n)
    state.gateway.dispatch('INTERACTION_CREATE', d, { guildId: via })
    return viewExchange(open, state.messages, state.signal)
  }

  const commandData = (command: Command | undefined, name: string, type: number): object => ({
    id: command?.id ?? snowflake(),
    name,
    type,
    ...(command?.guild_id !== undefined && { guild_id: testGuild.id }),
  })

  function slashData(path: string, values: OptionValues, focused?: string): object {
    const [name = '', ...subcommands] = path.split(' ')
    const command = commands.find(name, 1)
    const known = command?.options ?? []
    const data = valuesData(values, leaf(subcommands, known), focused)
    return { ...commandData(command, name, 1), options: optionData(subcommands, known, data), ...resolved(values) }
  }

  const pressCustomId: Users['pressCustomId'] = (message, customId, who = {}) =>
    start(messageComponent, { component_type: 2, custom_id: customId, id: 2 }, [], who, message)

  const select: Users['select'] = (message, customId, values, who = {}) =>
    start(messageComponent, { component_type: stringSelect, custom_id: customId, id: 2, values }, values, who, message)

  return {
    slash: (command, options = {}, who = {}) =>
      start(applicationCommand, slashData(command, options), textsOf(options), who),
    autocomplete: (command, focused, typed, options = {}, who = {}) => {
      const values = { ...options, [focused]: typed }
      return start(autocompleteType, slashData(command, values, focused), textsOf(values), who)
    },
    press: (message, label, who) => {
      const buttons = message.components.flatMap((row) => row.components.filter((c) => c.type === 2))
      const customId = buttons.find((button) => button.label === label && !button.disabled)?.custom_id
      if (customId === undefined) {
        throw new RangeError(
          `No button "${label}" to press among: ${buttons.map((b) => b.label).join(', ') || 'none'}.`,
        )
      }
      return pressCustomId(message, customId, who)
    },
    pressCustomId,
    select,
    choose: (message, label, who) => {
      const menus = message.components.flatMap((row) => row.components.flatMap((c) => (c.type === 3 ? [c] : [])))
      for (const { custom_id: id, options } of menus) {
        const value = options.find((option) => option.label === label)?.value
        if (value !== undefined) return select(message, id, [value], who)
      }
      const labels = menus.flatMap(({ options }) => options.map((option) => option.label))
      throw new RangeError(`No entry "${label}" to choose among: ${labels.join(', ') || 'none'}.`)
    },
    submit: ({ custom_id, components, message }, entered, files = [], who = {}) => {
      const values = components.map(({ component }, at) => {
        const common = { type: component.type, id: 2 * at + 2, custom_id: component.custom_id }
        if (component.type === fileUpload) return { ...common, values: files.map(({ id }) => id) }
        const shown = 'value' in component && typeof component.value === 'string' ? component.value : ''
        return { ...common, value: entered[component.custom_id] ?? shown }
      })
      const labels = values.map((component, at) => ({ type: 18, id: 2 * at + 1, component }))
      const attachments = Object.fromEntries(files.map((file) => [file.id, file]))
      const data = { custom_id, components: labels, ...(files.length > 0 && { resolved: { attachments } }) }
      return start(modalSubmit, data, Object.values(entered), who, message)
    },
    messageMenu: (command, target, who = {}) => {
      const data = { ...commandData(commands.find(command, 3), command, 3), target_id: target.id }
      const resolvedData = { ...data, resolved: { messages: { [target.id]: target } } }
      return start(applicationCommand, resolvedData, [target.content, ...textsIn(target.embeds)], who)
    },
  }
}
