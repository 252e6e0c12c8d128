import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { type Lab, test } from '../../../testkit/discord/bot/lab.ts'
import { owner, text } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { isPrivate } from '../../../testkit/discord/messages/messages.ts'
import { aliceUser, benUser, botId, ownerUser } from '../../../testkit/discord/server/world.ts'

const question = 'How many ferries will Elmport buy?'

async function withGaps(lab: Lab, more: Readonly<Record<string, string>> = {}) {
  const env = { ARTICLES_DIR: await lab.folder(council), KEEP_GAPS: 'true', RATE_LIMIT: '0', HEALTH_PORT: '0', ...more }
  const { discord, bot } = await lab.registered({ env })
  const port = /served on port (\d+)/.exec(bot.log())?.[1]
  return {
    discord,
    bot,
    gaps: async () => text(await finished(discord, discord.slash('gaps', {}, owner))),
    counted: async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
      return /verbatim_not_it_total\{command="ask"\} (\d+)/.exec(metrics)?.[1]
    },
  }
}

describe('"Not it" below an answer', () => {
  test('is thanked for in private, and counts once a person, whoever asked', async ({ lab }) => {
    const { discord, counted } = await withGaps(lab)
    const answer = await discord.slash('ask', { question }).answered()
    const noted = await discord.choose(answer, 'Not it', { user: benUser }).answered()
    expect(text(noted)).toContain('Noted, thank you.')
    expect(isPrivate(noted)).toBe(true)
    const again = await discord.slash('ask', { question }).answered()
    for (const message of [answer, again]) {
      expect(text(await discord.choose(message, 'Not it', { user: benUser }).answered())).toBe(
        'You have already said so.',
      )
    }
    expect(await counted()).toBe('1')
    await discord.choose(answer, 'Not it').answered()
    expect(await counted()).toBe('2')
  })

  test('makes a gap of the question when two people have asked it, and not when two people mark one answer', async ({
    lab,
  }) => {
    const { discord, gaps } = await withGaps(lab)
    const first = await discord.slash('ask', { question }).answered()
    for (const user of [aliceUser, benUser, ownerUser]) await discord.choose(first, 'Not it', { user }).answered()
    expect(await gaps()).toContain('no two people asked similar questions')
    const second = await discord.say(`<@${botId}> ${question}`, { author: benUser }).answered()
    await discord.choose(second, 'Not it', { user: { ...aliceUser, id: '1100000000000000014' } }).answered()
    const shown = await gaps()
    expect(shown).toContain(`**2 people** ${question}`)
    expect(shown).toContain('4 marked "Not it"')
    expect(shown).toMatch(/\*\*nearest\*\* .*ferries/)
    expect(shown).not.toContain('answered now')
  })

  test('keeps nothing of a private answer or a direct message, but counts', async ({ lab }) => {
    const { discord, bot, counted } = await withGaps(lab)
    const answers = [
      await discord.slash('ask', { question, private: true }).answered(),
      await discord.slash('ask', { question }, { place: 'dm' }).answered(),
      await discord.say(question, { place: 'dm' }).answered(),
    ]
    const places = ['guild', 'dm', 'dm'] as const
    for (const [at, answer] of answers.entries()) {
      const who = { user: [aliceUser, benUser, ownerUser][at] ?? aliceUser, place: places[at] ?? 'guild' }
      await discord.choose(answer, 'Not it', who).answered()
    }
    expect(await counted()).toBe('3')
    await expect(access(join(bot.home, 'data/gaps.jsonl'))).rejects.toThrow('ENOENT')
  })

  test('works without KEEP_GAPS, and is not offered where nothing was found', async ({ lab }) => {
    const { discord } = await withGaps(lab, { KEEP_GAPS: '' })
    const answer = await discord.slash('facts', { topic: 'ferries' }).answered()
    expect(text(await discord.choose(answer, 'Not it').answered())).toContain('Noted, thank you.')
    const nothing = await discord.slash('ask', { question: 'How many elephants did the zoo buy?' }).answered()
    expect(() => discord.choose(nothing, 'Not it')).toThrow('No entry "Not it"')
  })
})
