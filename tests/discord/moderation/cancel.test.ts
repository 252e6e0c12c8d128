import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { type Lab, test } from '../../../testkit/discord/bot/lab.ts'
import { auditOf, labels, owner, text } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { benUser } from '../../../testkit/discord/server/world.ts'

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
  return { ...(await lab.registered({ env })), data, hold: () => writeFile(held, '') }
}

describe('a long reindex', () => {
  test('shows how far it is after two seconds, and can be cancelled by the one who asked', async ({ lab }) => {
    const { discord, data, hold } = await holding(lab)
    await hold()
    const asked = discord.slash('reindex', { full: true }, owner)
    const shown = await discord.until('a bar', () => asked.message()?.content.includes('▱') && asked.message())
    expect(shown.content).toMatch(/^▰*▱+ \d+ % · \w/)
    expect(labels(shown)).toEqual(['Cancel'])
    // A timer may be a millisecond early.
    expect(asked.responses[1]?.after).toBeGreaterThanOrEqual(1999)
    const refused = await discord.press(shown, 'Cancel', { user: benUser }).answered()
    expect(text(refused)).toContain('only the owner')
    expect(text(await discord.press(shown, 'Cancel', owner).answered())).toBe('It is being cancelled.')
    await discord.until('the end', () => asked.message()?.content.includes('cancelled'))
    expect(asked.message()).toMatchObject({
      content: 'The reindex was cancelled. Nothing was changed.',
      components: [],
    })
    expect(text(await discord.slash('articles').answered())).toContain('3 articles')
    expect((await auditOf(data)).map(({ command, allowed }) => [command, allowed])).toEqual([
      ['cancel', false],
      ['cancel', true],
      ['reindex', true],
    ])
  })

  test('is cancelled when the bot is told to end, and the change with it', async ({ lab }) => {
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
})
