import { expect, expectTypeOf, test } from 'vitest'
import {
  type Args,
  type CommandContext,
  type ModeratorContext,
  optionType,
} from '../../commands/support/definition/command.ts'
import { defineCommand } from '../../commands/support/definition/define-command.ts'
import { articleOption } from '../../commands/support/definition/options.ts'
import { listReply } from '../../commands/support/reply/reply.ts'
import { commandPayloads } from '../../src/discord/registration/command-payloads.ts'
import { generationFrom, serviceOn } from '../../testkit/articles/articles.ts'

const service = serviceOn(await generationFrom({ 'a.txt': 'The zoo bought 3 elephants in June.\n' }))
const done = async () => listReply('Done', [], { note: null, scope: null, data: null })

test('the arguments of a command have the names and types of its options', () => {
  const definition = {
    name: 'toy',
    description: 'A toy',
    audience: 'everyone',
    options: [{ type: optionType.string, name: 'word', description: 'A word', required: true }, articleOption],
  } as const
  expectTypeOf<Args<typeof definition>['word']>().toEqualTypeOf<string>()
  expectTypeOf<Args<typeof definition>['article']>().toEqualTypeOf<string | undefined>()
  // @ts-expect-error: there is no such option.
  defineCommand(definition, async ({ phrase }) => listReply(phrase, [], { note: null, scope: null, data: null }))
})

test('the context of a moderator command proves that the user is one', () => {
  defineCommand({ name: 'open', description: 'For all', audience: 'everyone' }, (_, context) => {
    expectTypeOf(context).toEqualTypeOf<CommandContext>()
    return done()
  })
  defineCommand({ name: 'closed', description: 'For moderators', audience: 'moderators' }, (_, context) => {
    expectTypeOf(context).toEqualTypeOf<ModeratorContext>()
    return done()
  })
})

test('a moderator command refuses before it looks at the options', async () => {
  const command = defineCommand(
    {
      name: 'closed',
      description: 'For moderators',
      audience: 'moderators',
      options: [{ type: optionType.boolean, name: 'full', description: 'All', required: true }],
    },
    done,
  )
  const context = { service, commands: [] }
  expect(await command.run({}, context)).toMatchObject({ kind: 'error', message: 'Only moderators may do that.' })
  expect(await command.run({}, { ...context, moderator: { allowed: true } })).toMatchObject({
    message: '/closed needs "full" (All).',
  })
})

test('an option that completes is registered as such, and Discord is sent nothing else of it', async () => {
  const command = defineCommand(
    { name: 'toy', description: 'A toy', audience: 'everyone', options: [articleOption] },
    done,
  )
  const [payload] = commandPayloads([command], []).everyone
  expect(JSON.parse(JSON.stringify(payload))).toMatchObject({
    options: [{ name: 'article', autocomplete: true }, { name: 'private' }],
  })
  expect(payload).not.toHaveProperty('audience')
  expect(await articleOption.autocomplete('a', service)).toMatchObject([{ value: 'a' }])
})
