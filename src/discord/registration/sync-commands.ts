import { type REST, Routes } from 'discord.js'
import * as z from 'zod'
import type { CommandPayload } from './command-payloads.ts'

/** The fields of a registered command that matter here; the others are compared as they are. */
const registeredCommand = z.looseObject({ id: z.string(), type: z.number().default(1), name: z.string() })
const registeredCommands = z.array(registeredCommand)
type Registered = z.infer<typeof registeredCommand>

export interface RegistrationOptions {
  readonly rest: REST
  readonly applicationId: string
  /** The commands that Discord should have. */
  readonly payloads: readonly CommandPayload[]
  /** The only server to register them in; undefined: everywhere. */
  readonly guildId: string | undefined
  /** The servers to search for copies of the commands from an earlier registration. */
  readonly guilds: readonly string[]
}

/** What was written, as names of commands. */
export interface Registration {
  readonly created: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly unchanged: number
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

/** Removes this program's commands from a scope in which they would appear twice. */
async function removeCopies(scope: Scope, payloads: readonly CommandPayload[]): Promise<readonly string[]> {
  const ours = new Set(payloads.map(keyOf))
  const found = await scope.list()
  const copies = found.filter((command) => ours.has(keyOf(command)))
  const [only] = copies
  if (copies.length > 1)
    await scope.replace(
      [],
      found.filter((command) => !copies.includes(command)),
    )
  else if (only !== undefined) await scope.remove(only)
  return copies.map(({ name }) => name)
}

/**
 * Syncs the commands with Discord; only differences are written. One difference is one request; several are one request too,
 * which Discord applies as a whole or not at all (docs/decisions/0016-registration.md).
 */
export async function registerCommands(options: RegistrationOptions): Promise<Registration> {
  const { payloads, guildId, guilds } = options
  const scope = scopeOf(options, guildId)
  const found = await scope.list()
  const own = found.filter(({ type }) => ownTypes.has(type))
  const known = new Map(own.map((command) => [keyOf(command), command]))
  const wanted = new Set(payloads.map(keyOf))
  const created = payloads.filter((one) => !known.has(keyOf(one)))
  const changed = payloads.filter((one) => {
    const present = known.get(keyOf(one))
    return present !== undefined && !isSame(one, present, scope.isGlobal)
  })
  const removed = own.filter((one) => !wanted.has(keyOf(one)))
  const written = [...created, ...changed]
  if (written.length + removed.length > 1) {
    await scope.replace(
      payloads,
      found.filter(({ type }) => !ownTypes.has(type)),
    )
  } else {
    for (const command of written) await scope.put(command)
    for (const command of removed) await scope.remove(command)
  }
  const copies: string[] = []
  for (const other of guildId === undefined ? guilds : [undefined])
    copies.push(...(await removeCopies(scopeOf(options, other), payloads)))
  return {
    created: created.map(({ name }) => name),
    changed: changed.map(({ name }) => name),
    removed: [...removed.map(({ name }) => name), ...copies],
    unchanged: payloads.length - written.length,
  }
}
