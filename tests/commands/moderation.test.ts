import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { CommandContext } from '../../commands/support/definition/command.ts'
import { replySummary } from '../../commands/support/reply/reply.ts'
import { commandPayloads } from '../../src/discord/registration/command-payloads.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'
import { makePlace, openAt } from '../../testkit/library/make-place.ts'

const moderators = commands.filter(({ definition }) => definition.audience === 'moderators')

async function contextOf(more: Partial<CommandContext> = {}): Promise<CommandContext> {
  const library = await openAt(await makePlace())
  return { service: createAnswerService(library), commands, moderator: { allowed: true }, by: 'olga', ...more }
}

async function run(name: string, raw: Readonly<Record<string, unknown>>, context: CommandContext) {
  const command = commands.find(({ definition }) => definition.name === name)
  if (command === undefined) throw new Error(name)
  return command.run(raw, context)
}

const raw = {
  file: { name: 'zoo.txt', read: () => Promise.reject(new Error('not to be fetched')) },
  article: 'garden',
}

describe.each(moderators.map((command) => ({ name: command.definition.name, command })))('/$name', ({ command }) => {
  test('is hidden from other users, works in servers only, and tells a user without permission why', async () => {
    expect(commandPayloads([command], []).moderators).toMatchObject([
      {
        default_member_permissions: '32',
        contexts: [0],
        integration_types: [0],
      },
    ])
    expect(command.definition.description).toMatch(/^For moderators: /)
    const context = await contextOf({ moderator: { allowed: false, why: 'Only on Tuesdays.' } })
    expect(await command.run(raw, context)).toMatchObject({ kind: 'error', message: 'Only on Tuesdays.' })
    const { moderator: _, ...nobody } = context
    expect(await command.run(raw, nobody)).toMatchObject({ kind: 'error', message: 'Only moderators may do that.' })
    expect(await context.service.status()).toMatchObject({ articles: 3, removed: [] })
  })
})

test('the first /reindex names one index, without an empty one before it', async () => {
  const library = await openAt(await makePlace(), { begin: 'stored-or-empty' })
  const reply = await run('reindex', {}, await contextOf({ service: createAnswerService(library) }))
  expect(replySummary(reply)).toMatch(/^Generation [0-9a-f]{8}: 3 added\. 3 articles, /)
})

test('/reindex says what its option must be', async () => {
  expect(await run('reindex', { full: 'maybe' }, await contextOf())).toMatchObject({
    message: '/reindex: full must be true or false.',
  })
})

describe('without buttons', () => {
  test('an article is removed and restored at once by a prefix of its name', async () => {
    const context = await contextOf()
    const removed = await run('articles-remove', { article: 'garden' }, context)
    expect(removed).toMatchObject({
      kind: 'list',
      note: expect.stringContaining('garden.txt was removed'),
    })
    expect((await context.service.status()).removed).toMatchObject([{ file: 'garden.txt', by: 'olga' }])
    expect(await run('articles-restore', { article: 'gar' }, context)).toMatchObject({ kind: 'list' })
    expect(await context.service.status()).toMatchObject({ articles: 3, removed: [] })
  })

  test('a prefix of several removed articles is not enough', async () => {
    const context = await contextOf()
    for (const article of ['north', 'south']) await run('articles-remove', { article }, context)
    expect(await run('articles-restore', { article: 'zoo' }, context)).toMatchObject({
      message: 'No removed article is called "zoo". /status lists the removed ones.',
    })
    const { removed } = await context.service.status()
    expect(await run('articles-restore', { article: removed[0]?.key }, context)).toMatchObject({ kind: 'list' })
    expect((await context.service.status()).removed).toHaveLength(1)
  })
})
