import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Message } from '../messages/messages.ts'
import { aliceUser, managerPermissions, ownerUser } from '../server/world.ts'

/** Two who have the right where no server, or theirs, is named. */
export const owner = { user: ownerUser, permissions: managerPermissions }
export const alice = { user: aliceUser, permissions: managerPermissions }

/** What a message says, its buttons, and the heading of its embed. */
export const text = (message: Message): string =>
  [message.content, message.embeds[0]?.description ?? ''].join('\n').trim()
export const labels = (message: Message) =>
  message.components.flatMap((row) => row.components.map(({ label }) => label))
export const title = (message: Message): string => message.embeds[0]?.title ?? ''

/** The custom_id of the button with that label. */
export function idOf(message: Message, label: string): string {
  const buttons = message.components.flatMap((row) => row.components)
  return String(buttons.find((button) => button.label === label)?.custom_id)
}

const entry = z.looseObject({ at: z.string(), command: z.string(), allowed: z.boolean() })

/** The entries of the audit log in a data folder. */
export async function auditOf(dataDir: string) {
  const content = await readFile(join(dataDir, 'audit.log'), 'utf8')
  return content
    .trim()
    .split('\n')
    .map((line) => entry.parse(JSON.parse(line)))
}
