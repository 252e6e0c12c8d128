import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { type Lab, test } from '../../../testkit/discord/bot/lab.ts'
import { auditOf, labels, owner, text } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { benUser } from '../../../testkit/discord/server/world.ts'
import { createGate } from '../../../testkit/gate.ts'

/** How long the bot waits before it first shows the progress, in milliseconds. */
const untilProgressMs = 2000
const cancelled = 'The reindex was cancelled. Nothing was changed.'

/** A bot whose reindexes wait at a gate when they check the new generation. */
async function withGate(lab: Lab) {
  const gate = createGate()
  const data = await lab.folder({})
  const env = { ARTICLES_DIR: await lab.folder(council), DATA_DIR: data }
  return { ...(await lab.registered({ env, onCheck: gate.pass })), data, gate }
}

test('a reindex shows its progress after two seconds, and only the one who gave the command can cancel it', async ({
  lab,
}) => {
  const { discord, bot, data, gate } = await withGate(lab)
  gate.close()
  const asked = discord.slash('reindex', { full: true }, owner)
  await gate.reached()
  bot.clock.advance(untilProgressMs)
  const shown = await discord.until('a bar', () => asked.message()?.content.includes('▱') && asked.message())
  expect(shown.content).toMatch(/^▰*▱+ \d+ % · \w/)
  expect(labels(shown)).toEqual(['Cancel'])
  const refused = await discord.press(shown, 'Cancel', { user: benUser }).answered()
  expect(text(refused)).toContain('only the owner')
  expect(text(await discord.press(shown, 'Cancel', owner).answered())).toBe('Cancelling.')
  gate.open()
  await expect
    .poll(() => {
      bot.clock.advance(untilProgressMs)
      return asked.message()?.content
    })
    .toContain('cancelled')
  expect(asked.message()).toMatchObject({ content: cancelled, components: [] })
  expect(text(await discord.slash('articles').answered())).toContain('3 articles')
  expect((await auditOf(data)).map(({ command, allowed }) => [command, allowed])).toEqual([
    ['cancel', false],
    ['cancel', true],
    ['reindex', true],
  ])
})

test('a bot that is told to stop cancels a reindex and undoes the change that it is part of', async ({ lab }) => {
  const { discord, bot, data, gate } = await withGate(lab)
  await finished(discord, discord.slash('reindex', {}, owner))
  const question = await discord.slash('articles-remove', { article: 'garden' }, owner).answered()
  gate.close()
  const pressed = discord.press(question, 'Remove', owner)
  await gate.reached()
  const stopped = bot.stop()
  await bot.says('shutting down')
  gate.open()
  await stopped
  expect(pressed.message()?.content).toBe(cancelled)
  expect(JSON.parse(await readFile(join(data, 'hidden.json'), 'utf8'))).toEqual({ hidden: [] })
  expect((await auditOf(data)).at(-1)).toMatchObject({ result: cancelled })
})
