import * as spec from 'discord-api-spec/zod'
import * as z from 'zod'
import * as commandLimits from './command-limits.ts'
import * as limits from './limits.ts'

/** What is known of one kind of body: Discord's published schema, and the limits that it does not hold. */
export interface Kind<T> {
  readonly name: string
  readonly official: { safeParse(body: unknown): { error?: { issues: readonly Issue[] } | undefined } }
  readonly limits: z.ZodType<T>
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Either the parsed body, or everything that is wrong with it. */
export type Examined<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Issue[] }

/** The published schema wants a number where the documentation, and everybody, sends the digits as a string. */
const withNumericPermissions = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body ?? null), (key, value: unknown) =>
    key === 'default_member_permissions' && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  )

const forCommands = (schema: Kind<unknown>['official']): Kind<unknown>['official'] => ({
  safeParse: (body) => schema.safeParse(withNumericPermissions(body)),
})

const anyCallback = z.union([
  spec.CreateMessageInteractionCallbackRequestSchema,
  spec.UpdateMessageInteractionCallbackRequestSchema,
  spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  spec.ModalInteractionCallbackRequestSchema,
])

const kind = <T>(name: string, official: Kind<T>['official'], ours: z.ZodType<T>): Kind<T> => ({
  name,
  official,
  limits: ours,
})

/** Every kind of body that a bot sends here. */
export const bodies = {
  callback: kind('interaction callback', anyCallback, limits.callback),
  followUp: kind('follow-up', spec.IncomingWebhookRequestPartialSchema, limits.newMessage),
  editedResponse: kind('edited response', spec.IncomingWebhookUpdateRequestPartialSchema, limits.message),
  message: kind('message', spec.MessageCreateRequestSchema, limits.newMessage),
  editedMessage: kind('edited message', spec.MessageEditRequestPartialSchema, limits.message),
  dmChannel: kind('DM channel', spec.CreatePrivateChannelRequestSchema, z.looseObject({ recipient_id: z.string() })),
  command: kind('command', forCommands(spec.ApplicationCommandCreateRequestSchema), commandLimits.command),
  editedCommand: kind(
    'edited command',
    forCommands(spec.ApplicationCommandPatchRequestPartialSchema),
    z.looseObject({}),
  ),
  commands: kind('commands', forCommands(z.array(spec.ApplicationCommandUpdateRequestSchema)), commandLimits.commands),
} as const

/** Checks a body against the published schema and the limits. */
export function examine<T>(of: Kind<T>, body: unknown): Examined<T> {
  const official = of.official.safeParse(body).error?.issues ?? []
  const ours = of.limits.safeParse(body)
  if (ours.success && official.length === 0) return { ok: true, value: ours.data }
  return { ok: false, problems: [...(ours.error?.issues ?? []), ...official] }
}

const errorResponses = '_errors'

/** Discord's 400 for a body that it refuses: errors nested by path. */
export function invalidForm(problems: readonly Issue[]): object {
  const errors: Record<string, unknown> = {}
  for (const { path, message } of problems) {
    let at = errors
    for (const step of path.map(String)) {
      const next = at[step]
      const inner: Record<string, unknown> = isRecord(next) ? next : {}
      at[step] = inner
      at = inner
    }
    at[errorResponses] = [
      ...(Array.isArray(at[errorResponses]) ? at[errorResponses] : []),
      { code: 'BASE_TYPE_INVALID', message },
    ]
  }
  return { message: 'Invalid Form Body', code: 50035, errors }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
