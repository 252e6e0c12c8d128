import * as z from 'zod'

/**
 * What Discord refuses although its published schema lets it pass, and what this bot has promised on top (`allowed_mentions`).
 * Lengths are UTF-16 units, which is never kinder than Discord's code points. The parsed value is what Discord would
 * keep: texts trimmed, nulls gone.
 */

/** An optional text. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((value) => value?.trim() || undefined)

const requiredText = (max: number) => z.string().max(max).trim().min(1)

const gone = <T>(value: T | null | undefined): T | undefined => value ?? undefined

const link = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/\S+$/, 'Not a well formed URL.')
  .nullish()
  .transform(gone)

const embed = z
  .looseObject({
    title: text(256),
    description: text(4096),
    url: link,
    image: z.looseObject({}).nullish().transform(gone),
    fields: z
      .array(z.looseObject({ name: requiredText(256), value: requiredText(1024), inline: z.boolean().default(false) }))
      .max(25)
      .nullish()
      .transform(gone),
    footer: z
      .looseObject({ text: requiredText(2048) })
      .nullish()
      .transform(gone),
    author: z
      .looseObject({ name: requiredText(256), url: link })
      .nullish()
      .transform(gone),
  })
  .refine(
    (e) => e.title ?? e.description ?? e.fields?.[0] ?? e.footer ?? e.author ?? e.image,
    'An embed shows something.',
  )

export type Embed = z.output<typeof embed>

const linkButton = 5

const button = z
  .looseObject({
    type: z.literal(2),
    style: z.number(),
    label: text(80),
    custom_id: z.string().min(1).max(100).optional(),
    url: z.string().max(512).optional(),
    disabled: z.boolean().optional(),
    emoji: z.looseObject({}).optional(),
  })
  .refine((b) => b.label ?? b.emoji, 'A button has a label or an emoji.')
  .refine((b) => (b.style === linkButton) === (b.url !== undefined), 'A link button, and no other, has a url.')
  .refine((b) => (b.url === undefined) === (b.custom_id !== undefined), 'A button has either a custom_id or a url.')

const select = z.looseObject({
  type: z.literal(3),
  custom_id: z.string().min(1).max(100),
  placeholder: text(150),
  disabled: z.boolean().optional(),
  options: z
    .array(z.looseObject({ label: requiredText(100), value: requiredText(100), description: text(100) }))
    .min(1)
    .max(25)
    .refine((all) => new Set(all.map((one) => one.value)).size === all.length, 'Option values are unique.'),
})

const row = z
  .looseObject({
    type: z.literal(1),
    components: z
      .array(z.discriminatedUnion('type', [button, select]))
      .min(1)
      .max(5),
  })
  .refine((r) => r.components.length === 1 || r.components.every((c) => c.type === 2), 'A menu fills its row.')

export type Row = z.output<typeof row>

const allowedMentions = z.strictObject({
  parse: z.array(z.string()).max(0),
  users: z.array(z.string()).max(0).optional(),
  roles: z.array(z.string()).max(0).optional(),
  replied_user: z.boolean().optional(),
})

const embedLength = (e: Embed): number =>
  [e.title, e.description, e.footer?.text, e.author?.name, ...(e.fields ?? []).flatMap((f) => [f.name, f.value])]
    .map((part) => part?.length ?? 0)
    .reduce((a, b) => a + b, 0)

const customIds = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((r) => r.components.flatMap((c) => c.custom_id ?? []))

/** The body of a message, new or edited: absent keys are left as they were. */
export const message = z
  .looseObject({
    content: z.string().max(2000).nullish(),
    embeds: z.array(embed).max(10).nullish(),
    components: z.array(row).max(5).nullish(),
    allowed_mentions: allowedMentions,
    flags: z.number().nullish(),
    nonce: z.union([z.string().max(25), z.number()]).optional(),
    enforce_nonce: z.boolean().optional(),
    message_reference: z.looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish() }).optional(),
  })
  .refine((m) => (m.embeds ?? []).map(embedLength).reduce((a, b) => a + b, 0) <= 6000, {
    message: 'Embed size exceeds maximum size of 6000',
    path: ['embeds'],
  })
  .refine((m) => new Set(customIds(m.components ?? [])).size === customIds(m.components ?? []).length, {
    message: 'Component custom id cannot be duplicated',
    path: ['components'],
  })

export type MessageBody = z.output<typeof message>

/** A message that is to be made must show something. */
export const newMessage = message.refine((m) => m.content?.trim() || m.embeds?.length || m.components?.length, {
  message: 'Cannot send an empty message',
})

const choice = z.looseObject({ name: requiredText(100), value: z.union([requiredText(100), z.number()]) })

export type Choice = z.output<typeof choice>

const textInput = z.looseObject({
  type: z.literal(4),
  custom_id: z.string().min(1).max(100),
  style: z.union([z.literal(1), z.literal(2)]),
  min_length: z.number().int().min(0).max(4000).optional(),
  max_length: z.number().int().min(1).max(4000).optional(),
  required: z.boolean().default(true),
  value: z.string().max(4000).optional(),
  placeholder: text(100),
})

const fileUpload = z.looseObject({
  type: z.literal(19),
  custom_id: z.string().min(1).max(100),
  min_values: z.number().int().min(0).max(10).default(1),
  max_values: z.number().int().min(1).max(10).default(1),
  required: z.boolean().default(true),
})

const formLabel = z
  .looseObject({
    type: z.literal(18),
    label: requiredText(45),
    description: text(100),
    component: z.discriminatedUnion('type', [textInput, fileUpload]),
  })
  .refine(
    ({ component }) => component.type !== 4 || (component.value?.length ?? 0) <= (component.max_length ?? 4000),
    'A value is no longer than its field allows.',
  )

/** A form (modal). */
const form = z
  .looseObject({
    custom_id: z.string().min(1).max(100),
    title: requiredText(45),
    components: z.array(formLabel).min(1).max(5),
  })
  .refine(
    ({ components }) => new Set(components.map(({ component }) => component.custom_id)).size === components.length,
    'Component custom id cannot be duplicated',
  )

export type Form = z.output<typeof form>

/** The answer to an interaction: a message (4), deferred (5, 6), an edit of the pressed message (7), choices (8), a form (9). */
export const callback = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal(4), data: newMessage }),
  z.looseObject({ type: z.literal(5), data: z.looseObject({ flags: z.number().nullish() }).nullish() }),
  z.looseObject({ type: z.literal(6) }),
  z.looseObject({ type: z.literal(7), data: message.nullish() }),
  z.looseObject({ type: z.literal(9), data: form }),
  z.looseObject({ type: z.literal(8), data: z.looseObject({ choices: z.array(choice).max(25) }) }),
])
