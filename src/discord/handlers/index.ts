import { type Client, Events, type Interaction, ShardClientUtil } from 'discord.js'
import type { Desk } from '../context/bot-context.ts'
import type { WorkInFlight } from '../delivery/task-tracker.ts'
import { onAutocomplete } from './autocomplete.ts'
import { onButton } from './button.ts'
import { onCommand, onMessageCommand } from './command.ts'
import { onMessage } from './message.ts'

function shardOf(client: Client, guildId: string | null): number {
  return guildId === null ? 0 : ShardClientUtil.shardIdForGuildId(guildId, Math.max(1, client.ws.shards.size))
}

async function answer(interaction: Interaction, desk: Desk): Promise<void> {
  const { id, guildId, client } = interaction
  const log = desk.log.child({ shard: shardOf(client, guildId), interaction: id })
  if (interaction.isChatInputCommand()) return onCommand(interaction, desk, log)
  if (interaction.isAutocomplete()) return onAutocomplete(interaction, desk, log)
  if (interaction.isButton()) return onButton(interaction, desk, log)
  if (interaction.isMessageContextMenuCommand()) return onMessageCommand(interaction, desk, log)
  log.warn({ type: interaction.type }, 'an interaction of a kind that is not answered')
}

/** Leads everything that users do to what answers it. */
export function routeEvents(client: Client, desk: Desk, work: WorkInFlight): void {
  client.on(Events.InteractionCreate, (interaction) => {
    work.begin(interaction.createdTimestamp, () => answer(interaction, desk))
  })
  client.on(Events.MessageCreate, (message) => {
    const log = desk.log.child({ shard: shardOf(client, message.guildId), message: message.id })
    work.begin(message.createdTimestamp, () => onMessage(message, desk, log))
  })
}
