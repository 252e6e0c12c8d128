import { expect } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { messageCommands } from '../../../commands/message-commands.ts'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { idOf, owner, text, title } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { write } from '../../../testkit/discord/messages/chat.ts'
import type { Message } from '../../../testkit/discord/messages/messages.ts'
import type { LoopbackDiscord } from '../../../testkit/discord/server/server.ts'
import { aliceUser, benUser } from '../../../testkit/discord/server/world.ts'

const words = 'we will not wait another decade for clean water'

/** A moderator's command that asks first, and the press that confirms it. */
async function confirmed(discord: LoopbackDiscord, question: Message, label: string): Promise<Message> {
  return finished(discord, discord.pressCustomId(question, idOf(question, label), owner))
}

/** A use of each command, in order, and what its reply holds. */
const uses: Readonly<Record<string, (discord: LoopbackDiscord) => Promise<void>>> = {
  ask: async (discord) => {
    const answer = await discord.slash('ask', { question: 'What does entry to the garden cost?' }).answered()
    expect(text(answer)).toContain('9 euros')
  },
  'who-said': async (discord) => {
    expect(text(await discord.slash('who-said', { words }).answered())).toContain('— **Ines Okafor**')
  },
  quotes: async (discord) => {
    expect(text(await discord.slash('quotes', { speaker: 'Okafor' }).answered())).toContain('a promise kept')
  },
  facts: async (discord) => {
    expect(text(await discord.slash('facts', { topic: 'ferries' }).answered())).toContain('14 electric ferries')
    expect(await discord.autocomplete('facts', 'topic', 'ferr').suggested()).not.toEqual([])
  },
  compare: async (discord) => {
    const reply = await discord.slash('compare', { first: 'north', second: 'south' }).answered()
    expect(text(reply)).toContain('14 electric ferries')
  },
  timeline: async (discord) => {
    expect(text(await discord.slash('timeline', { topic: 'ferries' }).answered())).toContain('12 Mar 2024')
  },
  articles: async (discord) => {
    expect(text(await discord.slash('articles').answered())).toContain('3 articles')
  },
  help: async (discord) => {
    expect(text(await discord.slash('help').answered())).toContain('/who-said')
  },
  'Find in articles': async (discord) => {
    expect(text(await discord.messageMenu('Find in articles', write(`“${words}”`)).answered())).toContain('same words')
  },
  gaps: async (discord) => {
    for (const user of [aliceUser, benUser])
      await discord.slash('ask', { question: 'Who owns the lighthouse?' }, { user }).answered()
    const shown = text(await finished(discord, discord.slash('gaps', {}, owner)))
    expect(shown).toContain('**2 people** Who owns the lighthouse?')
  },
  reindex: async (discord) => {
    expect(text(await finished(discord, discord.slash('reindex', {}, owner)))).toContain('articles are unchanged')
  },
  'articles-add': async (discord) => {
    const file = discord.attach('zoo.txt', 'The zoo bought 3 elephants in June.\n')
    const question = await finished(discord, discord.slash('articles-add', { file }, owner))
    expect(title(await confirmed(discord, question, 'Add'))).toBe('Article added')
  },
  'articles-remove': async (discord) => {
    const question = await discord.slash('articles-remove', { article: 'zoo' }, owner).answered()
    expect(text(await confirmed(discord, question, 'Remove'))).toContain('zoo.txt')
  },
  'articles-restore': async (discord) => {
    const reply = await finished(discord, discord.slash('articles-restore', { article: 'zoo.txt' }, owner))
    expect(title(reply)).toBe('Article restored')
  },
  status: async (discord) => {
    expect(text(await discord.slash('status', {}, owner).answered())).toContain('4 articles')
  },
}

test('every command is answered through the worker thread', async ({ lab }) => {
  const names = [...commands.map(({ definition }) => definition.name), ...messageCommands.map(({ name }) => name)]
  expect(Object.keys(uses).sort()).toEqual(names.sort())
  const env = { ARTICLES_DIR: await lab.folder(council), RATE_LIMIT: '0', KEEP_GAPS: 'true' }
  const { discord } = await lab.registeredChild({ env })
  for (const use of Object.values(uses)) await use(discord)
})
