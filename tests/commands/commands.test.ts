import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { optionType } from '../../commands/support/definition/command.ts'
import { replyStatus, replySummary } from '../../commands/support/reply/reply.ts'
import { council, generationFrom, serviceOn } from '../../testkit/articles/articles.ts'

const service = serviceOn(await generationFrom(council))
const context = { service, commands, moderator: { allowed: true }, hasButtons: true } as const

/** One call of each command that finds something, by name. */
const calls: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ask: { question: 'How many ferries will Elmport buy?' },
  'who-said': { words: 'the harbour belongs to everyone' },
  quotes: { speaker: 'Okafor' },
  facts: { topic: 'ferries' },
  compare: { first: 'north', second: 'south' },
  timeline: { topic: 'ferries' },
  articles: {},
  help: {},
  status: {},
  reindex: {},
  'articles-add': {
    file: { name: 'zoo.txt', read: async () => ({ bytes: Buffer.from('The zoo bought 3 elephants in June.\n') }) },
  },
  'articles-remove': { article: 'garden' },
}

const named = commands.map((command) => ({ name: command.definition.name, command }))

describe.each(named)('/$name', ({ name, command }) => {
  const { definition } = command

  test('is defined within the limits of Discord', () => {
    expect(name).toMatch(/^[a-z][a-z-]{0,31}$/)
    expect(definition.description.length).toBeLessThanOrEqual(100)
    for (const option of definition.options ?? []) {
      expect(option.name).toMatch(/^[a-z][a-z-]{0,31}$/)
      expect(option.description.length).toBeLessThanOrEqual(100)
      expect(Object.values(optionType)).toContain(option.type)
    }
    const required = (definition.options ?? []).map((option) => option.required === true)
    expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
  })

  // Where nothing was removed, nothing can be restored: tests/commands/moderation.test.ts.
  test.skipIf(name === 'articles-restore')('answers a call that the articles have an answer to', async () => {
    const reply = await command.run(calls[name] ?? {}, context)
    expect(replyStatus(reply)).toBe('answered')
    const shown =
      reply.kind === 'answer'
        ? reply.items
        : reply.kind === 'help'
          ? reply.examples
          : 'lines' in reply
            ? [...reply.lines, reply.note]
            : []
    expect(shown.filter(Boolean)).not.toEqual([])
  })

  test('says which required option is missing', async () => {
    // Outside Discord, what a form would ask for is required.
    const required = (definition.options ?? []).find(
      ({ name, required: isRequired }) => isRequired === true || name === definition.formWithout,
    )
    const reply = await command.run({}, context)
    expect(replyStatus(reply)).toBe(required === undefined ? 'answered' : 'error')
    if (required !== undefined) expect(replySummary(reply)).toContain(`needs "${required.name}"`)
  })

  test('says if an option has the wrong type', async () => {
    const option = definition.options?.[0]
    if (option === undefined) return
    const reply = await command.run({ [option.name]: 7 }, context)
    expect(reply).toMatchObject({ kind: 'error', message: expect.stringContaining(option.name) })
  })

  test.each(['', '   ', '?!…', 'the of and', '🙂', 'x'.repeat(301), '__proto__', '\u0000\u202e\u0007'])(
    'answers bad input with one sentence: %j',
    async (input) => {
      const option = definition.options?.[0]
      if (option === undefined) return
      const reply = await command.run({ [option.name]: input }, context)
      expect(['error', 'nothing']).toContain(reply.kind)
      expect(replySummary(reply)).toMatch(/[.]$/)
      expect(replySummary(reply)).not.toMatch(/undefined|null|\n/)
    },
  )
})

test('a reply that found nothing gives its reason and the nearest paragraphs', async () => {
  const ask = commands.find(({ definition }) => definition.name === 'ask')
  const reply = await ask?.run({ question: 'Who steers the zeppelin over the council?' }, context)
  expect(reply).toMatchObject({
    kind: 'nothing',
    note: {
      headline: 'I found no answer to that in 3 articles.',
      detail: expect.stringMatching(/^None of them mentions "\w+"\.$/),
    },
    instead: [{ command: 'facts', about: 'council' }],
    reason: { code: 'unknown-words' },
    nearest: [{ kind: 'sentence' }, {}, {}],
  })
})

test('/articles lists the articles by an author, and the details that could not be used', async () => {
  const files = {
    'mill.md': '---\ntitle: Mill\nauthors: [Ana Lima, Zoë Reis]\ndate: soon\n---\nThe mill turns.',
    'lamp.md': '---\ntitle: Lamp\nauthor: Rui Costa\n---\nThe lamp shines.',
  }
  const onFiles = { ...context, service: serviceOn(await generationFrom(files)) }
  const articles = commands.find(({ definition }) => definition.name === 'articles')
  expect(await articles?.run({ author: 'zoe' }, onFiles)).toMatchObject({
    lines: [{ text: 'Mill' }],
    data: { articles: [{ file: 'mill.md', authors: ['Ana Lima', 'Zoë Reis'], author: 'Ana Lima, Zoë Reis' }] },
  })
  expect(await articles?.run({ author: 'Nobody' }, onFiles)).toMatchObject({ kind: 'error' })
  expect(await articles?.run({}, onFiles)).toMatchObject({
    note: expect.stringContaining('1 detail not used'),
    data: { warnings: [{ file: 'mill.md', key: 'date', reason: 'must be a date as YYYY-MM-DD' }] },
  })
})
