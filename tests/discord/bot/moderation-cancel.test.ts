import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../articles.ts'
import { finished } from '../finished.ts'
import { test } from '../lab.ts'
import { auditOf, labels, owner, text } from '../moderated.ts'
import { BEN } from '../world.ts'

const gulls = (name: number) =>
  Array.from(
    { length: 600 },
    (_, at) => `“We counted ${at * 7 + name} gulls near pier ${at % 17},” the keeper of ${name} said.`,
  )

/** Articles that take a while to read. */
const manyGulls = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`gulls-${at}.txt`, gulls(at).join('\n\n')]))

describe('a long reindex', () => {
  test('shows how far it is at most once in two seconds, and can be cancelled by the one who asked', async ({
    lab,
  }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    for (const [name, content] of Object.entries(manyGulls)) await writeFile(join(folder, name), content)
    const asked = discord.slash('reindex', { full: true }, owner)
    const shown = await discord.until('a bar', () => asked.message()?.content.includes('▱') && asked.message(), 25_000)
    expect(shown.content).toMatch(/^▰*▱+ \d+ % · \w/)
    expect(labels(shown)).toEqual(['Cancel'])
    const refused = await discord.press(shown, 'Cancel', { user: BEN }).answered()
    expect(text(refused)).toContain('only the owner')
    expect(text(await discord.press(shown, 'Cancel', owner).answered())).toBe('It is being cancelled.')
    await discord.until('the end', () => asked.message()?.content.includes('cancelled'), 25_000)
    expect(asked.message()).toMatchObject({
      content: 'The reindex was cancelled. Nothing was changed.',
      components: [],
    })
    const times = asked.responses.map(({ after }) => after)
    const gaps = times.slice(1).map((after, at) => after - (times[at] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1990)
    expect(text(await discord.slash('articles').answered())).toContain('3 articles')
    expect((await auditOf(bot.home)).map(({ command, allowed }) => [command, allowed])).toEqual([
      ['cancel', false],
      ['cancel', true],
      ['reindex', true],
    ])
  })

  test('is cancelled when the bot is told to end, and the change with it', async ({ lab }) => {
    const folder = await lab.folder(council)
    const data = await lab.folder({})
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder, DATA_DIR: data } })
    await finished(discord, discord.slash('reindex', {}, owner))
    const question = await discord.slash('articles-remove', { article: 'garden' }, owner).answered()
    for (const [name, content] of Object.entries(manyGulls)) await writeFile(join(folder, name), content)
    const pressed = discord.press(question, 'Remove', owner)
    await discord.until('a bar', () => pressed.message()?.content.includes('▱'), 25_000)
    expect(await bot.stop()).toEqual({ code: 0, signal: null })
    expect(pressed.message()?.content).toBe('The reindex was cancelled. Nothing was changed.')
    expect(JSON.parse(await readFile(join(data, 'hidden.json'), 'utf8'))).toEqual({ hidden: [] })
    const audit = await readFile(join(data, 'audit.log'), 'utf8')
    expect(audit.trim().split('\n').at(-1)).toContain('"result":"The reindex was cancelled. Nothing was changed."')
  })
})
