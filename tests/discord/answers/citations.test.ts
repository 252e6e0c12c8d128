import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'

const sentence = (at: number) =>
  `Sentence number ${at} of the long report is about lighthouse ${at} and nothing else at all.`
const test = testWithBot({
  ...council,
  'long.txt': `${Array.from({ length: 200 }, (_, at) => sentence(at)).join(' ')}\n`,
  'endless.txt': `The windmill ${'turns and '.repeat(600)}stops.\n`,
})

const text = (message: Message): string => message.embeds[0]?.description ?? message.content

describe('citations', () => {
  test('are one line with a link to the article if it has an address, and all of them on request', async ({
    online: { discord },
  }) => {
    const message = await discord.slash('facts', { topic: 'electric ferries' }).answered()
    expect(text(message)).toMatch(
      /^-# (?:\*\*\d\*\* · )?\[Harbour Times, 12 Mar 2024, ¶1\]\(<https:\/\/harbour\.example\/ferry>\) · DL ¶1$/m,
    )
    const sources = await discord.choose(message, 'All sources').answered()
    expect(isPrivate(sources)).toBe(true)
    expect(text(sources)).toMatch(
      /^-# \[Council backs new ferry line, ¶1\]\(<https:\/\/harbour\.example\/ferry>\) · Harbour Times · 12 Mar 2024$/m,
    )
    expect(text(sources)).toMatch(/^-# .*, ¶1 · DL · 12 Mar 2024$/m)
    expect(text(message)).not.toContain('<t:')
  })
})

describe('very long text', () => {
  test('is cut at the end of a sentence, with a count of the characters left out', async ({ online: { discord } }) => {
    const answer = await discord.slash('ask', { question: 'What is sentence number 3 about lighthouse 3?' }).answered()
    const shown = text(await discord.choose(answer, 'Context').answered())
    const [, quoted = '', left = ''] = /\n> (.*)\n-# … and ([\d,]+) more characters$/s.exec(shown) ?? []
    const whole = Array.from({ length: 200 }, (_, at) => sentence(at)).join(' ')
    expect(whole.startsWith(quoted)).toBe(true)
    expect(quoted).toMatch(/all\.$/)
    expect(Number(left.replace(',', ''))).toBe(whole.length - quoted.length)
  })

  test('of one sentence is not cut, but reported as too long', async ({ online: { discord } }) => {
    const found = await discord.slash('facts', { topic: 'windmill' }).answered()
    const answer = await discord.press(found, 'Show the nearest sentence').answered()
    expect(text(answer)).toMatch(/-# This sentence has 6,0\d\d characters: too long to show here\./)
    expect(text(answer)).not.toContain('> The windmill')
  })
})
