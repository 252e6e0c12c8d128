import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10'
import type { Row } from '../../delivery/message-payload.ts'

/** Discord's limit. */
const buttonsPerRow = 5

/** Buttons in as many rows as they need. */
export function buttonRows(buttons: readonly APIButtonComponentWithCustomId[]): readonly Row[] {
  return Array.from({ length: Math.ceil(buttons.length / buttonsPerRow) }, (_, row) => ({
    type: 1,
    components: buttons.slice(row * buttonsPerRow, (row + 1) * buttonsPerRow),
  }))
}
