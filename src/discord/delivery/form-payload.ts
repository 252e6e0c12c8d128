import { ComponentType, TextInputStyle } from 'discord.js'
import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { truncate } from './truncate.ts'

/** A field of a form for one line of text. */
export interface TextField {
  readonly name: string
  readonly description: string
  readonly maxLength: number
  /** What it shows at first. */
  readonly value: string
}

/** A form before Discord's limits are applied. */
export interface FormDraft {
  readonly customId: string
  readonly title: string
  /** The field for files that must be attached; null: none. */
  readonly files: { readonly name: string; readonly description: string; readonly maxFiles: number } | null
  readonly fields: readonly TextField[]
}

/** Discord's limits. */
const limits = { title: 45, label: 45, description: 100, components: 5, files: 10, value: 4000 } as const

function label(name: string, description: string, component: APILabelComponent['component']): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: truncate(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, limits.label),
    description: truncate(description, limits.description),
    component,
  }
}

/** A form within Discord's limits. A value that does not fit into its field is left out. */
export function formBody({ customId, title, files, fields }: FormDraft): APIModalInteractionResponseCallbackData {
  const upload =
    files === null
      ? []
      : [
          label(files.name, files.description, {
            type: ComponentType.FileUpload,
            custom_id: files.name,
            min_values: 1,
            max_values: Math.min(files.maxFiles, limits.files),
            required: true,
          }),
        ]
  const texts = fields.map(({ name, description, maxLength, value }) =>
    label(name, description, {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      max_length: Math.min(maxLength, limits.value),
      required: false,
      ...(value !== '' && value.length <= maxLength && { value }),
    }),
  )
  return {
    custom_id: customId,
    title: truncate(title, limits.title),
    components: [...upload, ...texts].slice(0, limits.components),
  }
}
