/** A bot as no bot should be: it writes down what LEAKS names, "token", "question" or "answer". */
import { Client, Events, GatewayIntentBits } from 'discord.js'

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.env.DISCORD_API_URL } })
client.on(Events.InteractionCreate, async (interaction) => {
  const question = interaction.options.getString('question')
  const answer = 'The harbour opened "twelve" berths.'
  const leaks = { token: interaction.token, question, answer: { deep: [JSON.stringify({ content: answer })] } }
  process.stderr.write(`${JSON.stringify({ level: 20, msg: leaks[process.env.LEAKS] ?? 'nothing' })}\n`)
  await interaction.reply({ content: answer, allowedMentions: { parse: [] } })
})
process.on('SIGTERM', () => client.destroy())
await client.login(process.env.DISCORD_TOKEN)
