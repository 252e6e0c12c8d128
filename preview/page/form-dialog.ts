import { html, nothing } from 'lit'
import type { Form, FormField } from '../protocol/events.ts'
import type { View } from './markdown/view.ts'

/** What is filled in: the texts by field, and the files. */
export interface FilledForm {
  readonly entered: Readonly<Record<string, string>>
  readonly files: readonly File[]
}

export interface FormActions {
  submit(filled: FilledForm): void
  cancel(): void
}

function field({ name, label, description, value, maxLength, maxFiles }: FormField): View {
  const id = `form-${name}`
  const help = description ? `${id}-help` : nothing
  return html`<div class="form-field">
    <label for=${id}>${label}</label>
    ${description ? html`<p id=${`${id}-help`}>${description}</p>` : nothing}
    ${
      maxFiles > 0
        ? html`<input type="file" id=${id} name=${name} aria-describedby=${help} ?multiple=${maxFiles > 1} required>`
        : html`<input id=${id} name=${name} aria-describedby=${help} autocomplete="off" maxlength=${maxLength} .value=${value}>`
    }
  </div>`
}

/** A form that the bot opened, as a dialog above the page. */
export function formView(
  { title, fields }: Pick<Form, 'title' | 'fields'>,
  problem: string,
  actions: FormActions,
): View {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const data = [...new FormData(event.currentTarget)]
    actions.submit({
      entered: Object.fromEntries(data.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      files: data.flatMap(([, value]) => (value instanceof File && value.name !== '' ? [value] : [])),
    })
  }
  return html`<dialog class="form" aria-label=${title} @cancel=${() => actions.cancel()}>
    <form @submit=${onSubmit}>
      <h2>${title}</h2>
      ${fields.map(field)}
      <p class="problem" role="alert">${problem}</p>
      <div class="form-buttons">
        <button type="button" @click=${() => actions.cancel()}>Cancel</button>
        <button type="submit" class="primary">Submit</button>
      </div>
    </form>
  </dialog>`
}
