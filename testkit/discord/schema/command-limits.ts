import * as z from 'zod'

/** What Discord holds application commands to, beyond its published schema. */

const name = z.string().regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
const slashName = name.refine((given) => given === given.toLowerCase(), 'Names of slash commands are lower case.')

const choices = z
  .array(z.looseObject({ name: z.string().min(1).max(100), value: z.union([z.string().min(1).max(100), z.number()]) }))
  .max(25)
  .optional()

const subcommandTypes = [1, 2]

/** An option of a command; subcommands have options of their own. */
export interface CommandOption {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly required?: boolean | undefined
  readonly autocomplete?: boolean | undefined
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined
  readonly options?: readonly CommandOption[] | undefined
  readonly [more: string]: unknown
}

const option: z.ZodType<CommandOption> = z
  .looseObject({
    type: z.number(),
    name: slashName,
    description: z.string().min(1).max(100),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices,
    options: z.lazy(() => z.array(option).max(25)).optional(),
  })
  .refine((o) => !(o.autocomplete && o.choices?.length), 'An option has choices or autocomplete, not both.')

const wellOrdered = (options: readonly CommandOption[]): boolean => {
  const values = options.filter((o) => !subcommandTypes.includes(o.type)).map((o) => o.required === true)
  return values.lastIndexOf(true) <= values.filter(Boolean).length - 1
}
const unique = (names: readonly string[]): boolean => new Set(names).size === names.length

const optionLength = (o: CommandOption): number =>
  o.name.length +
  o.description.length +
  (o.choices ?? []).map((c) => c.name.length + String(c.value).length).reduce((a, b) => a + b, 0) +
  (o.options ?? []).map(optionLength).reduce((a, b) => a + b, 0)

/** One application command: slash (type 1), user menu (2) or message menu (3). */
export const command = z
  .looseObject({
    type: z.number().default(1),
    name: z.string().min(1).max(32),
    description: z.string().max(100).default(''),
    options: z
      .array(option)
      .max(25)
      .refine(wellOrdered, 'Required options must be placed before non-required options')
      .refine((all) => unique(all.map((o) => o.name)), 'Option names are unique.')
      .optional(),
  })
  .refine((c) => c.type !== 1 || (slashName.safeParse(c.name).success && c.description.length > 0), {
    message: 'A slash command has a lower-case name without spaces, and a description.',
  })
  .refine((c) => c.type === 1 || (c.description === '' && !c.options?.length), {
    message: 'A menu command has neither description nor options.',
  })
  .refine(
    (c) =>
      c.name.length + c.description.length + (c.options ?? []).map(optionLength).reduce((a, b) => a + b, 0) <= 8000,
    {
      message: 'The texts of a command are 8,000 characters together at most.',
    },
  )

export type CommandBody = z.output<typeof command>

/** All commands of one scope. */
export const commands = z
  .array(command)
  .refine((all) => unique(all.map((c) => `${c.type} ${c.name}`)), 'Application command names must be unique')
  .refine((all) => all.filter((c) => c.type === 1).length <= 100, 'A scope has 100 slash commands at most.')
