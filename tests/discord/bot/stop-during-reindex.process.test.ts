import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { type Lab, test } from '../../../testkit/discord/bot/lab.ts'
import { auditOf, owner } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'

/** A bot whose reindexes stay where they are from `hold` on. */
async function holding(lab: Lab) {
  const data = await lab.folder({})
  const held = join(await lab.folder({}), 'held')
  const env = {
    ARTICLES_DIR: await lab.folder(council),
    DATA_DIR: data,
    HOLD_LISTING: held,
    NODE_OPTIONS: `--import=${new URL('../../../testkit/discord/bot/hold-listing.mjs', import.meta.url)}`,
  }
  return { ...(await lab.registeredChild({ env })), data, hold: () => writeFile(held, '') }
}

test('a bot that gets SIGTERM during a reindex cancels it, undoes the change, and exits with code 0', async ({
  lab,
}) => {
  const { discord, bot, data, hold } = await holding(lab)
  await finished(discord, discord.slash('reindex', {}, owner))
  const question = await discord.slash('articles-remove', { article: 'garden' }, owner).answered()
  await hold()
  const pressed = discord.press(question, 'Remove', owner)
  await discord.until('a bar', () => pressed.message()?.content.includes('▱'))
  expect(await bot.stop()).toEqual({ code: 0, signal: null })
  expect(pressed.message()?.content).toBe('The reindex was cancelled. Nothing was changed.')
  expect(JSON.parse(await readFile(join(data, 'hidden.json'), 'utf8'))).toEqual({ hidden: [] })
  expect((await auditOf(data)).at(-1)).toMatchObject({ result: 'The reindex was cancelled. Nothing was changed.' })
})
