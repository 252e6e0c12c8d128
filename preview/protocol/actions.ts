import * as z from 'zod/mini'

/** What the page asks the server to do as the user of the preview. */

/** The server's channel, or the direct message with the bot. */
export const places = ['guild', 'dm'] as const
export type Place = (typeof places)[number]

/** Discord's limits of what a user may write. */
export const maxContentLength = 2000
export const maxOptionLength = 6000
const maxFieldLength = 4000
const maxFormFiles = 10

/** A file that was uploaded before, by its id. */
const uploaded = z.object({ file: z.string() })
const optionValue = z.union([z.string().check(z.maxLength(maxOptionLength)), z.number(), z.boolean(), uploaded])
const options = z.record(z.string(), optionValue)

export type OptionValue = z.infer<typeof optionValue>

const by = { place: z.enum(places), moderator: z.boolean() }

export const action = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('say'),
    ...by,
    content: z.string().check(z.minLength(1), z.maxLength(maxContentLength)),
    replyTo: z.nullable(z.string()),
  }),
  z.object({
    do: z.literal('edit'),
    ...by,
    message: z.string(),
    content: z.string().check(z.minLength(1), z.maxLength(maxContentLength)),
  }),
  z.object({ do: z.literal('delete'), ...by, message: z.string() }),
  z.object({ do: z.literal('run command'), ...by, command: z.string(), options }),
  z.object({ do: z.literal('suggest'), ...by, command: z.string(), option: z.string(), typed: z.string(), options }),
  z.object({ do: z.literal('run message command'), ...by, command: z.string(), message: z.string() }),
  z.object({ do: z.literal('press'), ...by, message: z.string(), customId: z.string() }),
  z.object({ do: z.literal('select'), ...by, message: z.string(), customId: z.string(), values: z.array(z.string()) }),
  z.object({
    do: z.literal('submit'),
    ...by,
    form: z.string(),
    entered: z.record(z.string(), z.string().check(z.maxLength(maxFieldLength))),
    files: z.array(uploaded).check(z.maxLength(maxFormFiles)),
  }),
])

export type Action = z.infer<typeof action>

const choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })

/** A completion that the bot offers. */
export type Choice = z.infer<typeof choice>

/** The response to an action: choices for `suggest`, none for the others. */
export const actionResponse = z.object({ choices: z.array(choice) })

/** The response to an upload. */
export const uploadResponse = z.object({ file: z.string() })

/** The response to a request that was refused. */
export const refusalResponse = z.object({ message: z.string() })
