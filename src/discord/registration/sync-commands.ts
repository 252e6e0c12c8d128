import { type REST, Routes } from 'discord.js'
import * as z from 'zod'
import type { CommandPayload, CommandPayloads } from './command-payloads.ts'

/** The fields of a registered command that matter here; the others are compared as they are. */
const registeredCommand = z.looseObject({ id: z.string(), type: z.number().default(1), name: z.string() })
const registeredCommands = z.array(registeredCommand)
type Registered = z.infer<typeof registeredCommand>

export interface RegistrationOptions {
  readonly rest: REST
  readonly applicationId: string
  /** The commands that Discord should have. */
  readonly payloads: CommandPayloads
  /** The only server to register the commands for everyone in; undefined: everywhere. */
  readonly guildId: string | undefined
  /** The servers to register the moderators' commands in; none: where those for everyone are. */
  readonly moderationGuildIds: readonly string[]
  /** The servers to search for copies of the commands from an earlier registration. */
  readonly guilds: readonly string[]
}

/** What was written, as names of commands. */
export interface Registration {
  readonly created: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly unchanged: number
  /** The servers whose commands Discord does not let the bot manage, because it is not in them, for example. */
  readonly failed: readonly { readonly guild: string; readonly error: unknown }[]
}

/** The types of command that this program registers. Others, such as an activity's entry point, are left alone. */
const ownTypes: ReadonlySet<number> = new Set([1, 2, 3])

/** Adds Discord's defaults, so that a payload can be compared with what Discord returns. */
function canonical(command: Readonly<Record<string, unknown>>, isGlobal: boolean): unknown {
  const { type = 1, name, description = '', options, default_member_permissions: permissions, nsfw } = command
  const { contexts, integration_types: installs } = command
  return {
    type,
    name,
    description,
    options: Array.isArray(options) ? options.map(withoutDefaults) : [],
    permissions: permissions ?? null,
    nsfw: nsfw ?? false,
    // Server commands have neither.
    ...(isGlobal && { contexts: sorted(contexts), installs: sorted(installs ?? [0]) }),
  }
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.toSorted() : null
}

/** A value without defaults (null, false, empty lists), its keys in order. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([, part]) =>
          part !== null && part !== undefined && part !== false && !(Array.isArray(part) && part.length === 0),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, withoutDefaults(part)]),
  )
}

function isSame(wanted: CommandPayload, found: Registered, isGlobal: boolean): boolean {
  return JSON.stringify(canonical({ ...wanted }, isGlobal)) === JSON.stringify(canonical(found, isGlobal))
}

const keyOf = ({ type = 1, name }: { readonly type?: number | undefined; readonly name: string }): string =>
  `${type} ${name}`

/** The commands of one scope: global, or one server. */
interface Scope {
  readonly isGlobal: boolean
  list(): Promise<readonly Registered[]>
  /** Creates a command or replaces the one with that name. */
  put(command: CommandPayload): Promise<unknown>
  remove(command: Registered): Promise<unknown>
  /** Replaces all commands of the scope by `commands`, and by `kept` unchanged. */
  replace(commands: readonly CommandPayload[], kept: readonly Registered[]): Promise<unknown>
}

/** Asks for translations, which a replacement would otherwise delete. */
const withTranslations = { query: new URLSearchParams({ with_localizations: 'true' }) }

/** A payload for one scope: server commands have neither contexts nor integration types. */
function asWritten(
  { contexts, integration_types: installs, ...rest }: CommandPayload,
  isGlobal: boolean,
): CommandPayload {
  return isGlobal ? { ...rest, contexts, integration_types: installs } : rest
}

/** A command as fetched, without the fields that only Discord sets. */
function asFetched(command: Registered): unknown {
  const { application_id: _application, guild_id: _guild, version: _version, ...rest } = command
  return rest
}

function scopeOf({ rest, applicationId }: RegistrationOptions, guildId: string | undefined): Scope {
  const isGlobal = guildId === undefined
  const all = isGlobal
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId)
  const one = (id: string) =>
    isGlobal ? Routes.applicationCommand(applicationId, id) : Routes.applicationGuildCommand(applicationId, guildId, id)
  return {
    isGlobal,
    list: async () => registeredCommands.parse(await rest.get(all, withTranslations)),
    put: (command) => rest.post(all, { body: asWritten(command, isGlobal) }),
    remove: ({ id }) => rest.delete(one(id)),
    replace: (commands, kept) =>
      rest.put(all, { body: [...commands.map((command) => asWritten(command, isGlobal)), ...kept.map(asFetched)] }),
  }
}

type Written = Omit<Registration, 'failed'>

/**
 * Syncs one scope. If it should have commands, its others are removed; if it should have none, only copies of `ours` are. One
 * difference is one request; several are one request too.
 */
async function syncScope(scope: Scope, wanted: readonly CommandPayload[], ours: ReadonlySet<string>): Promise<Written> {
  const found = await scope.list()
  const isOwn = (one: Registered) => (wanted.length > 0 ? ownTypes.has(one.type) : ours.has(keyOf(one)))
  const own = found.filter(isOwn)
  const known = new Map(own.map((command) => [keyOf(command), command]))
  const wantedKeys = new Set(wanted.map(keyOf))
  const created = wanted.filter((one) => !known.has(keyOf(one)))
  const changed = wanted.filter((one) => {
    const present = known.get(keyOf(one))
    return present !== undefined && !isSame(one, present, scope.isGlobal)
  })
  const removed = own.filter((one) => !wantedKeys.has(keyOf(one)))
  const written = [...created, ...changed]
  if (written.length + removed.length > 1) {
    await scope.replace(
      wanted,
      found.filter((one) => !isOwn(one)),
    )
  } else {
    for (const command of written) await scope.put(command)
    for (const command of removed) await scope.remove(command)
  }
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  return {
    created: names(created),
    changed: names(changed),
    removed: names(removed),
    unchanged: wanted.length - written.length,
  }
}

/** The commands that each scope should have, by the id of the server; undefined: the global ones. */
function wantedByScope({
  payloads: { everyone, moderators },
  guildId,
  moderationGuildIds,
  guilds,
}: RegistrationOptions): ReadonlyMap<string | undefined, readonly CommandPayload[]> {
  const wanted = new Map<string | undefined, readonly CommandPayload[]>()
  const add = (guild: string | undefined, commands: readonly CommandPayload[]) =>
    wanted.set(guild, [...(wanted.get(guild) ?? []), ...commands])
  add(guildId, everyone)
  for (const guild of moderationGuildIds.length === 0 ? [guildId] : moderationGuildIds) add(guild, moderators)
  for (const guild of [undefined, ...guilds]) add(guild, [])
  return wanted
}

/**
 * Syncs the commands with Discord; only differences are written, and Discord applies those of one scope as a whole or not at all
 * (docs/decisions/0016-registration.md). A server that cannot be reached costs only its own commands, unless it is the only one.
 */
export async function registerCommands(options: RegistrationOptions): Promise<Registration> {
  const { everyone, moderators } = options.payloads
  const ours = new Set([...everyone, ...moderators].map(keyOf))
  const done: Written[] = []
  const failed: { readonly guild: string; readonly error: unknown }[] = []
  for (const [guild, wanted] of wantedByScope(options)) {
    try {
      done.push(await syncScope(scopeOf(options, guild), wanted, ours))
    } catch (error) {
      if (guild === options.guildId || guild === undefined) throw error
      failed.push({ guild, error })
    }
  }
  const names = (what: 'created' | 'changed' | 'removed') => [...new Set(done.flatMap((scope) => scope[what]))]
  return {
    created: names('created'),
    changed: names('changed'),
    removed: names('removed'),
    unchanged: done.reduce((sum, scope) => sum + scope.unchanged, 0),
    failed,
  }
}
