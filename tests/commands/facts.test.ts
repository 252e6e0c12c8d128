import { expect, test } from 'vitest'
import facts from '../../commands/facts.ts'
import { commands } from '../../commands/index.ts'
import { generationFrom, serviceOn } from '../../testkit/articles/articles.ts'

async function noteOn(articles: Readonly<Record<string, string>>, topic?: string): Promise<string | null> {
  const service = serviceOn(await generationFrom(articles))
  const context = { service, commands, moderator: { allowed: true }, hasButtons: true } as const
  const reply = await facts.run(topic === undefined ? {} : { topic }, context)
  if (reply.kind !== 'answer') throw new Error('the fixture has an answer')
  return reply.note === null ? null : String(reply.note)
}

const count = (wolves: number) => `Rangers counted ${wolves} wolves in the Tarn Valley on Monday, the park said.`

test('the first line says that the articles disagree on the topic', async () => {
  expect(await noteOn({ 'a.txt': count(340), 'b.txt': count(310) }, 'wolves')).toBe('The articles disagree on this.')
})

test('nothing is said if the articles agree, or differ in wording only', async () => {
  expect(await noteOn({ 'a.txt': count(340), 'b.txt': count(340) }, 'wolves')).toBeNull()
})

test('nothing is said without a topic', async () => {
  expect(await noteOn({ 'a.txt': count(340), 'b.txt': count(310) })).toBeNull()
})
