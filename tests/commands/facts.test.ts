import { expect, test } from 'vitest'
import facts from '../../commands/facts.ts'
import { commands } from '../../commands/index.ts'
import { renderReply } from '../../src/console/render.ts'
import { present } from '../../src/discord/render/reply-message.ts'
import { generationFrom, serviceOn } from '../../testkit/articles/articles.ts'

/** The first lines of the reply on the console and in Discord. */
async function firstLines(articles: Readonly<Record<string, string>>, topic?: string): Promise<readonly string[]> {
  const options = topic === undefined ? {} : { topic }
  const reply = await facts.run(options, { service: serviceOn(await generationFrom(articles)), commands })
  const message = present(reply, { page: 0, private: false, query: null })
  const shown = [renderReply(reply, { colour: false }), message?.embeds?.[0]?.description ?? '']
  return shown.map((text) => text.split('\n')[0] ?? '')
}

const count = (wolves: number) => `Rangers counted ${wolves} wolves in the Tarn Valley on Monday, the park said.`

test.for(['wolves', undefined])('the first line says that the articles disagree on the topic %s', async (topic) => {
  const [onConsole, inDiscord] = await firstLines({ 'a.txt': count(340), 'b.txt': count(310) }, topic)
  expect(onConsole).toMatch(/^1\. The articles disagree: “340” \(a ¶1\) \| “310” \(b ¶1\)$/)
  expect(inDiscord).toMatch(/^\*\*The articles disagree:\*\* “340” \(.*\) or “310” \(.*\)$/)
})

test('nothing is said if the articles agree, or differ in wording only', async () => {
  const lines = await firstLines({ 'a.txt': count(340), 'b.txt': count(340) }, 'wolves')
  expect(lines.join('\n')).not.toContain('disagree')
})
