import { html, nothing } from 'lit'
import type { Button, Menu, Row } from '../../protocol/events.ts'
import type { View } from '../markdown/view.ts'

/** What the user does with the components of a message. */
export interface ComponentActions {
  press(customId: string): void
  select(customId: string, values: readonly string[]): void
}

const styles: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'secondary',
}

function buttonView(
  { style, label, custom_id: id = '', url, disabled = false }: Button,
  { press }: ComponentActions,
): View {
  const look = `button ${styles[style] ?? 'secondary'}`
  if (url !== undefined)
    return html`<a class=${look} href=${url} target="_blank" rel="noopener noreferrer">${label} ↗</a>`
  return html`<button type="button" class=${look} ?disabled=${disabled} @click=${() => press(id)}>${label}</button>`
}

function menuView(menu: Menu, { select }: ComponentActions): View {
  const { custom_id: id, placeholder, options, disabled = false, max_values: max = 1 } = menu
  const label = placeholder ?? 'Make a selection'
  const choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return
    const values = [...target.selectedOptions].map(({ value }) => value).filter((value) => value !== '')
    if (values.length > 0) select(id, values.slice(0, max))
  }
  return html`<select class="menu" aria-label=${label} ?disabled=${disabled} ?multiple=${max > 1} @change=${choose}>
    ${max > 1 ? nothing : html`<option value="">${label}</option>`}
    ${options.map(
      ({ label: name, value, description, default: isDefault = false }) =>
        html`<option value=${value} ?selected=${isDefault}>${description ? `${name} – ${description}` : name}</option>`,
    )}
  </select>`
}

/** The rows of buttons and menus below a message. */
export function rowsView(rows: readonly Row[], actions: ComponentActions): View {
  return rows.map(
    ({ components }) =>
      html`<div class="row">${components.map((one) => (one.type === 2 ? buttonView(one, actions) : menuView(one, actions)))}</div>`,
  )
}
