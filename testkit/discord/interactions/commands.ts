import { isDeepStrictEqual } from 'node:util'
import type { CommandBody, CommandOption } from '../schema/command-limits.ts'
import { bodies } from '../schema/schema.ts'
import type { Handler, Reply, Routes } from '../server/http.ts'
import { snowflake } from '../server/snowflake.ts'
import { refusal, type State, withBody } from '../server/state.ts'
import { botId, testGuildId } from '../server/world.ts'

/** A registered command, as Discord returns it. */
export interface Command {
  readonly id: string
  readonly guild_id?: string
  readonly type: number
  readonly name: string
  readonly options?: readonly CommandOption[]
  readonly [more: string]: unknown
}

export interface Commands {
  /** The commands of a guild, or the global ones. */
  list(guildId?: string): readonly Command[]
  /** The command that a user would get: the guild's, else the global one. */
  find(name: string, type: number): Command | undefined
  /** What the commands of all scopes are called. */
  names(): readonly string[]
  readonly routes: Routes
}

/** False, empty and null are Discord's defaults of an option: it leaves them out. */
const optionWithDefaults = (option: CommandOption): CommandOption => {
  const { required, autocomplete, choices, options, ...rest } = option
  return {
    ...rest,
    ...(required && { required }),
    ...(autocomplete && { autocomplete }),
    ...(choices?.length && { choices }),
    ...(options?.length && { options: options.map(optionWithDefaults) }),
  }
}

/** Fills in what Discord returns of a command besides what was sent. */
function withDefaults(body: CommandBody, id: string, guildId: string | undefined): Command {
  const { options, contexts, integration_types, dm_permission, default_member_permissions, ...rest } = body
  return {
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    ...rest,
    id,
    application_id: botId,
    version: snowflake(),
    default_member_permissions:
      typeof default_member_permissions === 'string' || typeof default_member_permissions === 'number'
        ? String(default_member_permissions)
        : null,
    ...(options?.length && { options: options.map(optionWithDefaults) }),
    ...(guildId === undefined
      ? {
          dm_permission: dm_permission ?? true,
          contexts: contexts ?? null,
          integration_types: integration_types ?? [0],
        }
      : { guild_id: guildId }),
  }
}

/** What GET returns: without the dictionaries of translations, unless they are asked for. */
const fetched = (what: unknown, query: URLSearchParams): unknown =>
  query.get('with_localizations') === 'true'
    ? what
    : JSON.parse(JSON.stringify(what), (key, value: unknown) => (key.endsWith('_localizations') ? undefined : value))

const entryPoint = 4
const isEntryPoint = ({ type }: { readonly type: number }): boolean => type === entryPoint
const entryPointLost = refusal(
  400,
  50240,
  "You cannot remove this app's Entry Point command in a bulk update operation. Please include the Entry Point command in your update request or delete it separately.",
)

const sameButVersion = (a: Command, b: Command): boolean =>
  isDeepStrictEqual({ ...a, version: '' }, { ...b, version: '' })

/** The commands that the application has registered, and the routes that manage them. */
export function createCommands(state: State): Commands {
  const scopes = new Map<string, readonly Command[]>()
  const list = (guildId?: string): readonly Command[] => scopes.get(guildId ?? '') ?? []

  const put = (body: CommandBody, guildId: string | undefined, present: readonly Command[]): Command => {
    const old = present.find((c) => c.name === body.name && c.type === body.type)
    const made = withDefaults(body, old?.id ?? snowflake(), guildId)
    return old && sameButVersion(old, made) ? old : made
  }
  const unknown = refusal(404, 10063, 'Unknown application command')
  const scoped =
    (handle: (guildId: string | undefined, call: Parameters<Handler>[0]) => Reply): Handler =>
    (call) => {
      const { application, guild } = call.params
      if (application !== botId)
        return refusal(403, 20012, 'You are not authorized to perform this action on this application')
      return guild === undefined || guild === testGuildId ? handle(guild, call) : refusal(403, 50001, 'Missing Access')
    }

  const all = scoped((guild, { query }) => ({ status: 200, body: fetched(list(guild), query) }))
  const replaceAll = scoped((guild, call) =>
    withBody(state, bodies.commands, call, (sent) => {
      const entry = list(guild).find(isEntryPoint)
      if (entry !== undefined && !sent.some(isEntryPoint)) return entryPointLost
      scopes.set(
        guild ?? '',
        sent.map((body) => put(body, guild, list(guild))),
      )
      return { status: 200, body: list(guild) }
    }),
  )
  const create = scoped((guild, call) =>
    withBody(state, bodies.command, call, (body) => {
      const made = put(body, guild, list(guild))
      const isNew = !list(guild).some((c) => c.id === made.id)
      scopes.set(guild ?? '', [...list(guild).filter((c) => c.id !== made.id), made])
      return { status: isNew ? 201 : 200, body: made }
    }),
  )
  const one = scoped((guild, { params, query }) => {
    const found = list(guild).find((c) => c.id === params.command)
    return found ? { status: 200, body: fetched(found, query) } : unknown
  })
  const edit = scoped((guild, call) => {
    const old = list(guild).find((c) => c.id === call.params.command)
    if (!old) return unknown
    return withBody(state, bodies.editedCommand, call, (changes) => {
      const whole = { ...old, ...changes }
      return withBody(state, bodies.command, { ...call, body: whole }, (body) => {
        const made = withDefaults(body, old.id, guild)
        scopes.set(
          guild ?? '',
          list(guild).map((c) => (c.id === old.id ? made : c)),
        )
        return { status: 200, body: made }
      })
    })
  })
  const remove = scoped((guild, { params }) => {
    const kept = list(guild).filter((c) => c.id !== params.command)
    if (kept.length === list(guild).length) return unknown
    scopes.set(guild ?? '', kept)
    return { status: 204 }
  })

  const routesAt = (base: string): Routes => ({
    [`GET ${base}`]: all,
    [`PUT ${base}`]: replaceAll,
    [`POST ${base}`]: create,
    [`GET ${base}/:command`]: one,
    [`PATCH ${base}/:command`]: edit,
    [`DELETE ${base}/:command`]: remove,
  })
  return {
    list,
    names: () => [...scopes.values()].flatMap((scope) => scope.map(({ name }) => name)),
    find: (name, type) => [...list(testGuildId), ...list()].find((c) => c.name === name && c.type === type),
    routes: {
      ...routesAt('/applications/:application/commands'),
      ...routesAt('/applications/:application/guilds/:guild/commands'),
    },
  }
}
