import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import {
  type AllowedMentionsTypes,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
} from 'discord.js'
import { test as base } from 'vitest'
import { makeFolder } from '../../articles/articles.ts'
import { type DiscordOptions, type LoopbackDiscord, startDiscord } from '../server/server.ts'
import { type Bot, type BotOptions, type RunningBot, startBot } from './bot.ts'
import { type ChildBot, type ChildOptions, startChild } from './child-bot.ts'

/** Nobody is pinged. */
export const nobody: { readonly parse: AllowedMentionsTypes[] } = { parse: [] }

/** What a test may start; all of it ends with the test. */
export interface Lab {
  /** A loopback Discord. The test fails when it has noted violations at the end, unless `violations` says to expect them. */
  discord(options?: DiscordOptions & { readonly violations?: 'expected' }): Promise<LoopbackDiscord>
  /** A client of discord.js, not logged in, that does not wait 5 s between two IDENTIFYs. */
  client(discord: LoopbackDiscord, options?: Partial<ClientOptions>): Client
  /** A client that answers interactions with `answer` and is online; errors of `answer` are its `error` events. */
  online(discord: LoopbackDiscord, answer: (interaction: Interaction) => Promise<unknown>): Promise<Client>
  /** A bot in this process. */
  bot(discord: LoopbackDiscord, options?: BotOptions): Promise<Bot>
  /** A bot as a child process. */
  child(discord: LoopbackDiscord, options?: ChildOptions): Promise<ChildBot>
  /** A bot in this process, on a Discord of its own or on the one given, that has registered its commands. */
  registered(options?: BotOptions, discord?: LoopbackDiscord): Promise<Online>
  /** The same as a child process. */
  registeredChild(options?: ChildOptions, discord?: LoopbackDiscord): Promise<Online<ChildBot>>
  /** A folder with these files, by path. */
  folder(files: Readonly<Record<string, string>>): Promise<string>
}

/** A lab; everything in it ends when `use` has ended. */
async function withLab(use: (lab: Lab) => Promise<void>): Promise<void> {
  const endings: (() => Promise<unknown>)[] = []
  const lab: Lab = {
    discord: async (options) => {
      const discord = await startDiscord(options)
      endings.push(async () => {
        await discord.stop()
        if (options?.violations !== 'expected') assert.deepEqual(discord.violations, [])
      })
      return discord
    },
    client: (discord, options) => {
      const client = createClient(discord, options)
      endings.push(() => client.destroy())
      return client
    },
    online: async (discord, answer) => {
      const client = lab.client(discord)
      client.on(Events.InteractionCreate, (interaction) => {
        answer(interaction).catch((error: unknown) => client.emit(Events.Error, asError(error)))
      })
      await client.login(discord.token)
      await discord.online()
      return client
    },
    bot: async (discord, options) => {
      const bot = await startBot(discord, options)
      endings.push(() => bot.stop())
      return bot
    },
    child: async (discord, options) => {
      const bot = await startChild(discord, options)
      endings.push(() => bot.stop())
      return bot
    },
    registered: async (options, given) => {
      const discord = given ?? (await lab.discord())
      return whenRegistered(discord, await lab.bot(discord, options))
    },
    registeredChild: async (options, given) => {
      const discord = given ?? (await lab.discord())
      return whenRegistered(discord, await lab.child(discord, options))
    },
    folder: async (files) => {
      const folder = await makeFolder(files)
      endings.push(() => rm(folder, { recursive: true }))
      return folder
    },
  }
  await use(lab)
  const failed: unknown[] = []
  for (const end of endings.reverse()) await end().catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}

/** `test` with a lab of its own, and one that all tests of a file share; works in concurrent tests, too. */
export const test = base.extend<{ readonly lab: Lab }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures this one needs
  lab: async ({}, use) => withLab(use),
})

/** A bot that is online and has its commands registered, and where. */
export interface Online<B extends RunningBot = Bot> {
  readonly discord: LoopbackDiscord
  readonly bot: B
}

async function whenRegistered<B extends RunningBot>(discord: LoopbackDiscord, bot: B): Promise<Online<B>> {
  await bot.says('commands registered')
  return { discord, bot }
}

/** `test` with a bot in this process that all tests of a file share, on the articles of `files` (default: the program's own). */
export function testWithBot(files?: Readonly<Record<string, string>>) {
  return test.extend<{ readonly $file: { readonly online: Online } }>({
    online: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures this one needs
      async ({}, use) =>
        withLab(async (lab) => {
          const articles = files === undefined ? {} : { ARTICLES_DIR: await lab.folder(files) }
          const online = await lab.registered({ env: { RATE_LIMIT: '0', ...articles } })
          await use(online)
        }),
      { scope: 'file' },
    ],
  })
}

function createClient(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Client {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: true },
    rest: { api: discord.url },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
    ...options,
  })
  client.on(Events.Error, () => undefined)
  return client
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

/** The bot of most tests: a message with two buttons to a command, what was typed to an autocomplete. */
export async function pong(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused()
    await interaction.respond([{ name: `pong ${typed}`, value: typed }])
  } else if (interaction.isChatInputCommand()) {
    const buttons = ['Next', 'Why'].map((label) => ({ type: 2, style: 2, label, custom_id: label.toLowerCase() }))
    await interaction.reply({
      embeds: [{ title: 'pong', description: interaction.options.getString('question') ?? 'nothing' }],
      components: [{ type: 1, components: buttons }],
      allowedMentions: nobody,
    })
  } else if (interaction.isButton()) {
    await interaction.update({ content: `pressed ${interaction.customId}`, embeds: [], allowedMentions: nobody })
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.deferReply({ flags: 64 })
    await interaction.editReply({ content: `read: ${interaction.targetMessage.content}`, allowedMentions: nobody })
    await interaction.followUp({ content: 'and more', allowedMentions: nobody })
  }
}
