import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { fromMarkdown } from '../../../src/discord/markdown/escape-markdown.ts'
import { council } from '../../../testkit/articles/articles.ts'
import { test as labTest, testWithBot } from '../../../testkit/discord/bot/lab.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'
import { benUser } from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const text = (message: Message): string => message.embeds[0]?.description ?? message.content
const labels = (message: Message) =>
  message.components.flatMap((row) => row.components.map((one) => (one.type === 2 ? one.label : '')))

/** The numbers of the items on a page. */
const numbers = (message: Message): readonly number[] =>
  [...text(message).matchAll(/^-# \*\*(\d+)\*\* · /gm)].map(([, number]) => Number(number))

/** The generation of an answer, which is in each of its ids. */
const generationOf = (message: Message): string =>
  /:([0-9a-f]{8})/.exec(JSON.stringify(message.components))?.[1] ?? expect.fail('The answer names no generation.')

/** The custom_id of the button that shows a private answer to everyone. */
function showId(message: Message): string {
  const buttons = message.components.flatMap((row) => row.components.flatMap((one) => (one.type === 2 ? [one] : [])))
  return String(buttons.find(({ label }) => label === 'Show to everyone')?.custom_id)
}

describe('buttons', () => {
  test('turn the page of an answer for everyone who reads it', async ({ online: { discord } }) => {
    const asked = discord.slash('facts', { topic: 'Ukraine' })
    const first = await asked.answered()
    expect(first.embeds[0]?.footer?.text).toMatch(/^page 1 of \d · /)
    const second = await discord.press(first, 'Next', { user: benUser }).answered()
    expect(second.id).toBe(first.id)
    expect(text(second)).not.toBe(text(first))
    expect(numbers(second)[0]).toBe((numbers(first).at(-1) ?? 0) + 1)
    const back = await discord.press(second, 'Previous').answered()
    expect(text(back)).toBe(text(first))
    expect(back.components).toEqual(first.components)
    expect(() => discord.press(first, 'Previous')).toThrow('No button')
  })

  test('keep a question that is full of Markdown', async ({ online: { discord } }) => {
    const topic = '**Ukraine** || `_` # > ~~ \\\\* [](<>) <@!?>'
    const first = await discord.slash('facts', { topic }).answered()
    const second = await discord.press(first, 'Next').answered()
    expect(numbers(second)[0]).toBe((numbers(first).at(-1) ?? 0) + 1)
    expect(second.embeds[0]?.title).toBe(first.embeds[0]?.title)
    expect(fromMarkdown(second.embeds[0]?.title ?? '')).toBe(topic)
  })

  test('keep a question that is too long for a title', async ({ online: { discord } }) => {
    const topic = `Ukraine ${'*_'.repeat(140)}`
    const first = await discord.slash('facts', { topic }).answered()
    expect(first.embeds[0]?.title).toBeUndefined()
    const second = await discord.press(first, 'Next').answered()
    expect(text(second)).toMatch(/^### Ukraine .*\n/)
    expect(numbers(second)[0]).toBe((numbers(first).at(-1) ?? 0) + 1)
  })

  test('turn the page of an answer to no question', async ({ online: { discord } }) => {
    const first = await discord.slash('facts', {}).answered()
    expect(first.embeds[0]?.title).toBe('the most widely reported facts')
    const second = await discord.press(first, 'Next').answered()
    expect(numbers(second)[0]).toBe((numbers(first).at(-1) ?? 0) + 1)
  })

  test('show the context to the user who pressed', async ({ online: { discord } }) => {
    const message = await discord.slash('who-said', { words: 'we have to stop making Putin too powerful' }).answered()
    const context = await discord.choose(message, 'Context', { user: benUser }).answered()
    expect(isPrivate(context)).toBe(true)
    expect(context.id).not.toBe(message.id)
    expect(text(context)).toMatch(
      /^¶14\n> .*\n\n\*\*¶15\*\*\n> .*“I think we have to stop making Putin too powerful.”\n\n¶16\n> /,
    )
  })

  test('show a private answer to everyone', async ({ online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'Ukraine', private: true }).answered()
    expect(labels(message)).toContain('Show to everyone')
    const shown = await discord.press(message, 'Show to everyone').answered()
    expect(isPrivate(shown)).toBe(false)
    expect(text(shown)).toBe(text(message))
    expect(labels(shown)).not.toContain('Show to everyone')
    const second = await discord.press(shown, 'Next').answered()
    expect(numbers(second)[0]).toBe((numbers(shown).at(-1) ?? 0) + 1)
  })

  test('show a private answer to everyone only once, and say so from then on', async ({ online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'Ukraine', private: true }).answered()
    const presses = [0, 1, 2].map(() => discord.press(message, 'Show to everyone'))
    const said = await Promise.all(presses.map((press) => press.answered()))
    const refused = said.filter((one) => text(one) === 'This answer has already been shown to everyone.')
    expect(refused).toHaveLength(2)
    expect(refused.every(isPrivate)).toBe(true)
    expect(said.filter((one) => !isPrivate(one))).toHaveLength(1)
    const marked = await discord.until('the button to say so', () => {
      const now = discord.messages().find((one) => one.id === message.id)
      return now !== undefined && labels(now).includes('Shown to everyone') && now
    })
    expect(text(marked)).toBe(text(message))
    expect(marked.embeds).toEqual(message.embeds)
    expect(() => discord.press(marked, 'Shown to everyone')).toThrow('No button')
    const second = await discord.press(marked, 'Next').answered()
    expect(labels(second)).toContain('Shown to everyone')
    expect(text(await discord.pressCustomId(second, showId(message)).answered())).toContain(
      'already been shown to everyone',
    )
  })

  test('show a private answer to everyone after an attempt that failed', async ({ online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'Ukraine', private: true }).answered()
    discord.faults.on('POST /webhooks/:application/:token', { kind: 'status', status: 403 })
    const refused = await discord.press(message, 'Show to everyone').answered()
    expect(text(refused)).toBe('That answer cannot be shown here.')
    expect(isPrivate(refused)).toBe(true)
    expect(isPrivate(await discord.press(message, 'Show to everyone').answered())).toBe(false)
  })

  test('say that there is no answer to show', async ({ online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'Ukraine', private: true }).answered()
    const context = await discord.choose(message, 'Context 1').answered()
    const answer = await discord.pressCustomId(context, showId(message)).answered()
    expect(text(answer)).toBe('There is no answer to show: ask again.')
    expect(isPrivate(answer)).toBe(true)
  })

  test('keep every page of a private answer private', async ({ online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'Ukraine', private: true }).answered()
    const second = await discord.press(message, 'Next').answered()
    expect(isPrivate(second)).toBe(true)
    expect(labels(second)).toContain('Show to everyone')
  })

  test.for([
    '',
    'next',
    'next:00000000:1',
    'next:zzzzzzzz:1',
    'next:{generation}:9999',
    'next:{generation}:-1',
    'show:{generation}',
    'context:{generation}:x',
    'context:{generation}:00000000.1.0000000000000000',
    'sources:{generation}:9999:facts',
    'sources:{generation}:0:reindex',
    'more:{generation}:0:facts',
    'nearest:{generation}:0:facts',
    'try:reindex:true',
    'try:nothing:x',
    'try:help:x',
    'about:x',
    'reindex:{generation}',
    `next:{generation}:${'9'.repeat(60)}`,
    '__proto__',
  ])('with the forged id %j change nothing and are answered with a sentence', async (id, { online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'drones' }).answered()
    const generation = generationOf(message)
    const answer = await discord.pressCustomId(message, id.replace('{generation}', generation)).answered()
    expect(answer.id).not.toBe(message.id)
    expect(isPrivate(answer)).toBe(true)
    expect(answer.content).toMatch(/^[A-Z].*\.$/)
    expect(discord.messages().find((one) => one.id === message.id)).toEqual(message)
  })
})

describe('buttons of an answer from before a restart', () => {
  labTest('still turn the page', async ({ lab }) => {
    const { discord, bot } = await lab.registered()
    const message = await discord.slash('facts', { topic: 'Ukraine' }).answered()
    await bot.stop()
    await lab.bot(discord)
    expect(numbers(await discord.press(message, 'Next').answered())[0]).toBe((numbers(message).at(-1) ?? 0) + 1)
  })

  labTest('say that the articles have changed', async ({ lab }) => {
    const ferries = {
      'one.txt': 'date 2024-03-10 The harbour of Onetown opened 40 new berths for ferries.\n',
      'two.txt': 'date 2024-03-11 A storm kept all ferries of Twotown in port.\n',
      'three.txt': 'date 2024-03-12 The crews of ferries in Threetown ended their strike.\n',
      'four.txt': 'date 2024-03-13 A museum of ferries is planned in Fourtown.\n',
      'five.txt': 'date 2024-03-14 Passengers of ferries to Fivetown pay 12 euros more.\n',
    }
    const folder = await lab.folder({ ...council, ...ferries })
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const message = await discord.slash('facts', { topic: 'ferries' }).answered()
    await bot.stop()
    await writeFile(join(folder, 'six.txt'), 'The harbour has 900 ferries now.\n')
    await writeFile(join(folder, 'one.txt'), 'Nothing is as it was.\n')
    await lab.bot(discord, { env: { ARTICLES_DIR: folder } })
    const answer = await discord.press(message, 'Next').answered()
    expect(answer.content).toContain('The articles have changed since')
    expect(isPrivate(answer)).toBe(true)
  })
})
