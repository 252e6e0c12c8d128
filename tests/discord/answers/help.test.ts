import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'
import { managerPermissions, testGuildId } from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const text = (message: Message): string => message.embeds[0]?.description ?? message.content
const buttonsOf = (message: Message) =>
  message.components.flatMap((row) => row.components.flatMap((one) => (one.type === 2 ? [one.label ?? ''] : [])))

describe('/help', () => {
  test('shows an example of each main command, as a command that can be clicked on', async ({
    online: { discord },
  }) => {
    const lines = text(await discord.slash('help').answered())
      .split('\n')
      .slice(0, 4)
    const idOf = (name: string) => discord.commands.find(name, 1)?.id
    expect(lines).toHaveLength(4)
    for (const [at, name] of ['ask', 'who-said', 'quotes', 'facts'].entries())
      expect(lines[at]).toMatch(new RegExp(`^</${name}:${idOf(name)}> \\S`))
  })

  test('has a button for each example, and the articles answer all of them', async ({ online: { discord } }) => {
    const message = await discord.slash('help').answered()
    const buttons = buttonsOf(message)
    expect(buttons).toEqual(['Try /ask', 'Try /who-said', 'Try /quotes', 'Try /facts'])
    for (const label of buttons) {
      const answer = await discord.press(message, label).answered()
      expect(text(answer)).toMatch(/^> /m)
      expect(isPrivate(answer)).toBe(true)
      expect(buttonsOf(answer)).toContain('Show to everyone')
    }
  })

  test('names the commands of moderators to moderators only', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { MODERATION_GUILD_IDS: testGuildId } })
    expect(text(await discord.slash('help').answered())).not.toContain('reindex')
    const shown = text(await discord.slash('help', {}, { permissions: managerPermissions }).answered())
    expect(shown).toMatch(/^-# For moderators: .*\/reindex/m)
  })

  test('needs no examples', async ({ lab }) => {
    const folder = await lab.folder({ 'a.txt': 'Hm.\n' })
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const message = await discord.slash('help').answered()
    expect(text(message)).toMatch(/<\/ask:\d+>/)
    expect(buttonsOf(message)).toEqual([])
  })
})
