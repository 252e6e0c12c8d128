import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import { write } from '../../../testkit/discord/messages/chat.ts'
import { liveInMessage } from '../../../testkit/discord/messages/live-markup.ts'
import { botId } from '../../../testkit/discord/server/world.ts'
import { hostileTexts } from '../../../testkit/text/hostile-texts.ts'

/** All 2,000 pass through the same code in the process of the tests (face/hostile.test.ts); HOSTILE_TEXTS=2000 sends them all here, too. */
const count = Number(process.env['HOSTILE_TEXTS'] ?? 40)
const texts = hostileTexts(2000).filter((_, at) => at % Math.floor(2000 / count) === 0)
const perArticle = 10

/** Articles with a hostile text in each paragraph, inside a sentence that can be found. */
const articles = Object.fromEntries(
  Array.from({ length: Math.ceil(texts.length / perArticle) }, (_, article) => {
    const paragraphs = texts
      .slice(article * perArticle, (article + 1) * perArticle)
      .map(
        (text, at) =>
          `The harbour of place${article * perArticle + at} reported ${text.replace(/[\r\n\u2028\u2029\u0085\0]+/g, ' ')} on Monday.`,
      )
    return [`hostile-${article}.txt`, `${paragraphs.join('\n\n')}\n`]
  }),
)
const test = testWithBot(articles)

describe('hostile texts that pass through the bot', () => {
  test('are harmless in questions, options, chat and messages', async ({ online: { discord } }) => {
    for (const text of texts) {
      const question = text.toWellFormed().slice(0, 6000) || 'x'
      const exchanges = [
        discord.slash('ask', { question }),
        discord.slash('articles', { article: question.slice(0, 200) }),
        discord.say(`<@${botId}> ${question.slice(0, 1900)}`),
        discord.messageMenu('Find in articles', write(question.slice(0, 4000))),
      ]
      for (const exchange of exchanges) expect(liveInMessage(await exchange.answered())).toEqual([])
      await discord.autocomplete('facts', 'topic', question.slice(0, 100)).suggested()
    }
    expect(discord.violations).toEqual([])
  })

  test('are harmless in article text, answers, context and lists', async ({ online: { discord } }) => {
    let found = 0
    for (const at of texts.keys()) {
      const message = await discord.slash('ask', { question: `What did the harbour of place${at} report?` }).answered()
      expect(liveInMessage(message)).toEqual([])
      const menu = message.components.flatMap(({ components }) => components).find(({ type }) => type === 3)
      if (menu?.type !== 3) continue
      found++
      for (const { label } of menu.options.filter((option) => option.label !== 'Delete'))
        expect(liveInMessage(await discord.choose(message, label).answered())).toEqual([])
    }
    expect(found).toBeGreaterThan(texts.length * 0.8)
    const outline = await discord.slash('articles', { article: 'hostile-0' }).answered()
    expect(liveInMessage(outline)).toEqual([])
    expect(discord.violations).toEqual([])
  })
})
