import type { OpenedForm } from '../../testkit/discord/interactions/exchange.ts'
import type { Place } from '../protocol/actions.ts'
import type { Form } from '../protocol/events.ts'

const fileUpload = 19
const maxFieldLength = 4000

/** A form as the page shows it. */
export function showForm(id: string, place: Place, { title, components }: OpenedForm): Form {
  return {
    id,
    place,
    title,
    fields: components.map(({ label, description, component }) => ({
      name: component.custom_id,
      label,
      description,
      value: component.type === fileUpload ? '' : (component.value ?? ''),
      maxLength: component.type === fileUpload ? 0 : (component.max_length ?? maxFieldLength),
      maxFiles: component.type === fileUpload ? component.max_values : 0,
    })),
  }
}
