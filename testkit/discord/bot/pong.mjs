/**
 * The smallest bot: it answers "pong" to every command and "pong" and what it read to every mention and DM. It shows
 * that discord.js can live on the loopback Discord, and is what a measurement of the real bot is compared with.
 */
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js'

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel],
  allowedMentions: { parse: [], repliedUser: true },
  rest: { api: process.env.DISCORD_API_URL },
})
client.on(Events.InteractionCreate, async (interaction) => {
  await interaction.reply({ content: 'pong', allowedMentions: { parse: [] } })
})
client.on(Events.MessageCreate, async (message) => {
  const isQuestion = message.inGuild() ? message.mentions.has(client.user) : true
  if (!message.author.bot && isQuestion) await message.reply(`pong: ${message.content}`)
})
process.on('SIGTERM', () => client.destroy())
try {
  await client.login(process.env.DISCORD_TOKEN)
  process.stdout.write('online\n')
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
