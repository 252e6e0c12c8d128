import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import type { Message } from '../../../testkit/discord/messages/messages.ts'

const sentence = (at: number) =>
  `Sentence number ${at} of the long report is about lighthouse ${at} and nothing else at all.`
const test = testWithBot({
  ...council,
  'long.txt': `${Array.from({ length: 200 }, (_, at) => sentence(at)).join(' ')}\n`,
  'endless.txt': `The windmill ${'turns and '.repeat(600)}stops.\n`,
})

const text = (message: Message): string => message.embeds[0]?.description ?? message.content

describe('citations', () => {
  test('are numbered, and link to the article if it has an address', async ({ online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'electric ferries' }).answered()
    expect(text(message)).toMatch(
      /^-# \d\\\. Council backs new ferry line · Harbour Times · 2024-03-12 · \[¶1\]\(<https:\/\/harbour\.example\/ferry>\) · nor$/m,
    )
    expect(text(message)).toMatch(/^-# \d\\\. .* · 2024-03-12 · ¶1 · sou$/m)
    expect(text(message)).not.toContain('<t:')
  })
})

describe('very long text', () => {
  test('is cut at the end of a sentence, with a count of the characters left out', async ({ online: { discord } }) => {
    const answer = await discord.slash('ask', { question: 'What is sentence number 3 about lighthouse 3?' }).answered()
    const label = answer.components[0]?.components[0]?.label
    const shown = text(await discord.press(answer, typeof label === 'string' ? label : '').answered())
    const [, quoted = '', left = ''] = /\n> (.*)\n-# … and ([\d,]+) more characters$/s.exec(shown) ?? []
    const whole = Array.from({ length: 200 }, (_, at) => sentence(at)).join(' ')
    expect(whole.startsWith(quoted)).toBe(true)
    expect(quoted).toMatch(/all\.$/)
    expect(Number(left.replace(',', ''))).toBe(whole.length - quoted.length)
  })

  test('of one sentence is not cut, but reported as too long', async ({ online: { discord } }) => {
    const answer = await discord.slash('facts', { topic: 'windmill' }).answered()
    expect(text(answer)).toMatch(/-# This sentence has 6,0\d\d characters: too long to show here\./)
    expect(text(answer)).not.toContain('> The windmill')
  })
})
