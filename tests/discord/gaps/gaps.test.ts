import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { type Lab, test } from '../../../testkit/discord/bot/lab.ts'
import { owner, text } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import type { LoopbackDiscord } from '../../../testkit/discord/server/server.ts'
import { aliceUser, benUser, botId, quietChannelId } from '../../../testkit/discord/server/world.ts'

const question = 'How many elephants did the zoo buy?'
const alike = 'how many elephants has the zoo bought'
const dayMs = 86_400_000

/** A bot that keeps gaps. */
async function withGaps(lab: Lab, more: Readonly<Record<string, string>> = {}) {
  const folder = await lab.folder(council)
  return lab.registered({ env: { ARTICLES_DIR: folder, KEEP_GAPS: 'true', RATE_LIMIT: '0', ...more } })
}

const gaps = async (discord: LoopbackDiscord, options = {}) =>
  text(await finished(discord, discord.slash('gaps', options, owner)))

const fileOf = (home: string) => readFile(join(home, 'data/gaps.jsonl'), 'utf8')

describe('/gaps', () => {
  test('shows a question that went unanswered once two people asked alike, with the nearest paragraph', async ({
    lab,
  }) => {
    const { discord } = await withGaps(lab)
    await discord.slash('ask', { question: 'How many ferries did the zoo buy?' }).answered()
    await discord.slash('ask', { question: 'How many ferries did the zoo buy?' }).answered()
    expect(await gaps(discord)).toContain('no two people asked similar questions')
    await discord.say(`<@${botId}> how many ferries has the zoo bought`, { author: benUser }).answered()
    const shown = await gaps(discord)
    expect(shown).toContain('**2 people** How many ferries did the zoo buy?')
    expect(shown).toMatch(/-# 2 without an answer · last on \d{4}-\d\d-\d\d/)
    expect(shown).toMatch(/\*\*nearest\*\* .*ferries.*\n-# .* · ¶\d/)
  })

  test('attaches them as a CSV file', async ({ lab }) => {
    const { discord } = await withGaps(lab)
    const words = '=HYPERLINK("elephants"), zoo'
    for (const user of [aliceUser, benUser]) await discord.slash('who-said', { words }, { user }).answered()
    await gaps(discord, { file: true })
    const [file] = discord.requests.flatMap(({ files }) => files)
    expect(file?.name).toBe('gaps.csv')
    const [head, row] = (file?.text ?? '').split('\r\n')
    expect(head).toMatch(/^\ufeffquestion,people,without an answer,/)
    expect(row).toContain(`"/who-said =HYPERLINK(""elephants""), zoo",2,2,0,`)
  })

  test('never has what was asked in private, in a direct message, or in a conversation without a server', async ({
    lab,
  }) => {
    const { discord, bot } = await withGaps(lab)
    for (const user of [aliceUser, benUser]) {
      await discord.slash('ask', { question, private: true }, { user }).answered()
      await discord.slash('ask', { question }, { user, place: 'dm' }).answered()
      await discord.slash('ask', { question }, { user, place: 'private channel' }).answered()
      await discord.say(question, { author: user, place: 'dm' }).answered()
      const target = await discord.say('The zoo bought 3 elephants.', { author: user }).said
      await discord.messageMenu('Find in articles', target, { user }).answered()
    }
    expect(await gaps(discord)).toContain('no two people asked similar questions')
    await expect(access(join(bot.home, 'data/gaps.jsonl'))).rejects.toThrow('ENOENT')
  })

  test('stores no user', async ({ lab }) => {
    const { discord, bot } = await withGaps(lab)
    for (const user of [aliceUser, benUser]) await discord.slash('ask', { question }, { user }).answered()
    expect(await gaps(discord)).toContain('**2 people**')
    const stored = await fileOf(bot.home)
    expect(stored).toContain(question)
    for (const { id, username } of [aliceUser, benUser]) {
      expect(stored).not.toContain(id)
      expect(stored).not.toContain(username)
    }
  })

  test('deletes what is over 30 days old', async ({ lab }) => {
    const record = (days: number, asked: string) => {
      const day = new Date(Date.now() - days * dayMs).toISOString().slice(0, 10)
      const group = String(days).padStart(8, '0')
      return JSON.stringify({
        day,
        run: '0'.repeat(8),
        group,
        why: 'unanswered',
        asker: 'new',
        command: 'ask',
        options: { question: asked },
      })
    }
    const lines = [31, 31, 29, 29].map((days) => record(days, `What happened ${days} nights ago?`))
    const data = await lab.folder({ 'gaps.jsonl': `${lines.join('\n')}\n` })
    const { discord } = await withGaps(lab, { DATA_DIR: data })
    const shown = await gaps(discord)
    expect(shown).toContain('What happened 29 nights ago?')
    expect(shown).not.toContain('31')
    expect(await readFile(join(data, 'gaps.jsonl'), 'utf8')).toBe(`${lines.slice(2).join('\n')}\n`)
  })

  test('without KEEP_GAPS keeps nothing, says so, and deletes what was kept before', async ({ lab }) => {
    const data = await lab.folder({ 'gaps.jsonl': '{}\n' })
    const { discord } = await withGaps(lab, { KEEP_GAPS: '', DATA_DIR: data })
    for (const user of [aliceUser, benUser]) await discord.slash('ask', { question }, { user }).answered()
    expect(await gaps(discord)).toContain('Questions are not kept. With the setting KEEP\\_GAPS=true')
    await expect(access(join(data, 'gaps.jsonl'))).rejects.toThrow('ENOENT')
  })

  test('is for moderators only', async ({ lab }) => {
    const { discord } = await withGaps(lab)
    expect(text(await discord.slash('gaps', {}, { user: benUser }).answered())).toContain('only the owner')
  })
})

test('the report of an added article names the questions that it answers, the log channel counts them, and /gaps shows them as answered', async ({
  lab,
}) => {
  const { discord } = await withGaps(lab, { LOG_CHANNEL_ID: quietChannelId })
  for (const user of [aliceUser, benUser]) {
    await discord.slash('ask', { question }, { user }).answered()
    await discord.slash('ask', { question: 'Who owns the lighthouse?' }, { user }).answered()
  }
  await discord.say(`<@${botId}> ${alike}`, { author: benUser }).answered()
  const file = discord.attach('zoo.txt', 'The zoo bought 3 elephants in June, its keeper said.\n')
  const preview = await finished(discord, discord.slash('articles-add', { file }, owner))
  const added = text(await finished(discord, discord.press(preview, 'Add', owner)))
  expect(added).toContain('1 question of /gaps now answered.')
  expect(added).toContain(`**now answered** ${question}\n-# asked by 2 people · zoo.txt`)
  expect(added).not.toContain('lighthouse')
  const logged = await discord.until('a line in the log channel', () =>
    discord.messages().find(({ channel_id: channel }) => channel === quietChannelId),
  )
  expect(logged.content).toContain('1 question of /gaps now answered.')
  const shown = await gaps(discord)
  expect(shown.indexOf('lighthouse')).toBeLessThan(shown.indexOf('elephants'))
  expect(shown).toContain('**answered now** The zoo bought 3 elephants in June')
})
