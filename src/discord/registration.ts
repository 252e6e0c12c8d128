import { type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Definition } from './definitions.ts'

/** What of a registered command matters here; the rest is compared as it is. */
const registeredCommand = z.looseObject({ id: z.string(), type: z.number().default(1), name: z.string() })
const registeredCommands = z.array(registeredCommand)
type Registered = z.infer<typeof registeredCommand>

export interface RegistrationOptions {
  readonly rest: REST
  readonly applicationId: string
  /** The commands as they are to be. */
  readonly definitions: readonly Definition[]
  /** The one server to register them in; undefined: everywhere. */
  readonly guildId: string | undefined
  /** The servers that the bot is in, as far as they are to be looked through for copies of another time. */
  readonly guilds: readonly string[]
}

/** What was written, by name. */
export interface Registration {
  readonly created: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly unchanged: number
}

/** The kinds of command that this program makes; others, such as an activity's entry point, are left alone. */
const ownTypes: ReadonlySet<number> = new Set([1, 2, 3])

/** Fills in what Discord fills in, so that what was sent can be compared with what came back. */
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
    // A server's commands have neither.
    ...(isGlobal && { contexts: sorted(contexts), installs: sorted(installs ?? [0]) }),
  }
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.toSorted() : null
}

/** A value without what stands for nothing: null, false, empty lists; its keys in order. */
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

function isSame(wanted: Definition, found: Registered, isGlobal: boolean): boolean {
  return JSON.stringify(canonical({ ...wanted }, isGlobal)) === JSON.stringify(canonical(found, isGlobal))
}

const keyOf = ({ type = 1, name }: { readonly type?: number | undefined; readonly name: string }): string =>
  `${type} ${name}`

/** The paths of one scope's commands. */
function scopeOf(applicationId: string, guildId: string | undefined) {
  return guildId === undefined
    ? {
        all: Routes.applicationCommands(applicationId),
        one: (id: string) => Routes.applicationCommand(applicationId, id),
      }
    : {
        all: Routes.applicationGuildCommands(applicationId, guildId),
        one: (id: string) => Routes.applicationGuildCommand(applicationId, guildId, id),
      }
}

/** Takes this program's commands out of a scope in which they would appear a second time. */
async function removeCopies(
  { rest, applicationId, definitions }: RegistrationOptions,
  guildId: string | undefined,
): Promise<readonly string[]> {
  const scope = scopeOf(applicationId, guildId)
  const ours = new Set(definitions.map(keyOf))
  const copies = registeredCommands.parse(await rest.get(scope.all)).filter((command) => ours.has(keyOf(command)))
  for (const { id } of copies) await rest.delete(scope.one(id))
  return copies.map(({ name }) => name)
}

/** Makes Discord know the commands as they are, and writes nothing that it knows already. */
export async function registerCommands(options: RegistrationOptions): Promise<Registration> {
  const { rest, applicationId, definitions, guildId, guilds } = options
  const scope = scopeOf(applicationId, guildId)
  const isGlobal = guildId === undefined
  const found = registeredCommands.parse(await rest.get(scope.all)).filter(({ type }) => ownTypes.has(type))
  const known = new Map(found.map((command) => [keyOf(command), command]))
  const wanted = new Set(definitions.map(keyOf))
  const created: string[] = []
  const changed: string[] = []
  const removed: string[] = []
  for (const definition of definitions) {
    const present = known.get(keyOf(definition))
    if (present !== undefined && isSame(definition, present, isGlobal)) continue
    const { contexts, integration_types: installs, ...inGuild } = definition
    await rest.post(scope.all, { body: isGlobal ? { ...inGuild, contexts, integration_types: installs } : inGuild })
    ;(present === undefined ? created : changed).push(definition.name)
  }
  for (const command of found.filter((one) => !wanted.has(keyOf(one)))) {
    await rest.delete(scope.one(command.id))
    removed.push(command.name)
  }
  for (const other of isGlobal ? guilds : [undefined]) removed.push(...(await removeCopies(options, other)))
  return { created, changed, removed, unchanged: definitions.length - created.length - changed.length }
}
