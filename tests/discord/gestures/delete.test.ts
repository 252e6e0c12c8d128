import { describe, expect } from 'vitest'
import { type Online, testWithBot } from '../../../testkit/discord/bot/lab.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'
import {
  aliceUser,
  benUser,
  botId,
  managerPermissions,
  memberPermissions,
  ownerUser,
  type User,
} from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const bot = `<@${botId}>`
const drones = 'How many drones did Russia launch?'
const notYours = 'Only whoever asked, and moderators, can delete this answer.'
/** The right to delete any message of a channel. */
const manageMessages = String(BigInt(memberPermissions) | (1n << 13n))

type Discord = Online['discord']

const isThere = (discord: Discord, { id }: Message): boolean => discord.messages().some((one) => one.id === id)
const isGone = (discord: Discord, answer: Message): Promise<boolean> =>
  discord.until('the answer to be gone', () => !isThere(discord, answer))
/** The labels of the buttons and menu entries below a message. */
const labels = (message: Message): readonly unknown[] =>
  message.components.flatMap((row) =>
    row.components.flatMap((one) => (one.type === 2 ? [one.label] : one.options.map(({ label }) => label))),
  )

/** Chooses "Delete" in the menu of an answer, or presses the button. */
function remove(discord: Discord, answer: Message, user: User, permissions: string = memberPermissions) {
  const hasButton = answer.components.some((row) =>
    row.components.some((one) => one.type === 2 && one.label === 'Delete'),
  )
  return hasButton
    ? discord.press(answer, 'Delete', { user, permissions })
    : discord.choose(answer, 'Delete', { user, permissions })
}

describe('"Delete" below an answer', () => {
  test('to a mention deletes it for whoever asked', async ({ online: { discord } }) => {
    const answer = await discord.say(`${bot} ${drones}`, { author: benUser }).answered()
    const refused = await remove(discord, answer, aliceUser).answered()
    expect(refused.content).toBe(notYours)
    expect(isPrivate(refused)).toBe(true)
    expect(isThere(discord, answer)).toBe(true)
    remove(discord, answer, benUser)
    await isGone(discord, answer)
  })

  test.for(['guild', 'dm', 'other guild', 'private channel'] as const)(
    'to a command deletes it for whoever gave the command, in a %s',
    async (place, { online: { discord } }) => {
      const answer = await discord.slash('facts', { topic: 'drones' }, { user: benUser, place }).answered()
      if (place === 'guild') {
        expect((await discord.choose(answer, 'Delete', { user: aliceUser }).answered()).content).toBe(notYours)
        expect(isThere(discord, answer)).toBe(true)
      }
      discord.choose(answer, 'Delete', { user: benUser, place })
      await isGone(discord, answer)
    },
  )

  test.for([
    ['may delete messages', benUser, manageMessages],
    ['is a moderator of the articles', ownerUser, memberPermissions],
  ] as const)('deletes it for somebody who %s', async ([, user, permissions], { online: { discord } }) => {
    const answer = await discord.say(`${bot} ${drones}`, { author: aliceUser }).answered()
    remove(discord, answer, user, permissions)
    await isGone(discord, answer)
  })

  test('does not delete it for members with another right', async ({ online: { discord } }) => {
    const answer = await discord.say(`${bot} ${drones}`, { author: aliceUser }).answered()
    expect((await remove(discord, answer, benUser, managerPermissions).answered()).content).toBe(notYours)
  })

  test('stays for whoever asked when others turn the page', async ({ online: { discord } }) => {
    const answer = await discord.slash('facts', { topic: 'Ukraine' }, { user: benUser }).answered()
    const second = await discord.press(answer, 'Next', { user: aliceUser }).answered()
    expect((await discord.choose(second, 'Delete', { user: aliceUser }).answered()).content).toBe(notYours)
    discord.choose(second, 'Delete', { user: benUser })
    await isGone(discord, answer)
  })

  test('is not needed for private answers, and is for those that are shown to everyone', async ({
    online: { discord },
  }) => {
    const answer = await discord.slash('facts', { topic: 'Ukraine', private: true }, { user: benUser }).answered()
    expect(labels(answer)).not.toContain('Delete')
    const shown = await discord.press(answer, 'Show to everyone', { user: benUser }).answered()
    expect((await discord.choose(shown, 'Delete', { user: aliceUser }).answered()).content).toBe(notYours)
    discord.choose(shown, 'Delete', { user: benUser })
    await isGone(discord, shown)
    expect(isThere(discord, answer)).toBe(true)
  })

  test('believes the message, and not what was chosen', async ({ online: { discord } }) => {
    const answer = await discord.say(`${bot} ${drones}`, { author: benUser }).answered()
    const forged = [`delete:${aliceUser.id}`, 'delete:', 'delete:x', `delete:${benUser.id}:`]
    for (const id of forged) {
      const pressed = await discord.pressCustomId(answer, id, { user: aliceUser }).answered()
      const chosen = await discord.select(answer, 'gestures', [id], { user: aliceUser }).answered()
      for (const { content } of [pressed, chosen]) expect(content).toMatch(/^(?:Only whoever asked|This button no lon)/)
    }
    expect(isThere(discord, answer)).toBe(true)
    const bare = await discord.slash('facts', { topic: 'Ukraine', private: true }, { user: benUser }).answered()
    const none = await discord.pressCustomId(bare, `delete:${aliceUser.id}`, { user: aliceUser }).answered()
    expect(none.content).toBe(notYours)
  })

  test('says so if Discord does not delete it', async ({ online: { discord } }) => {
    const answer = await discord.say(`${bot} ${drones}`, { author: benUser }).answered()
    discord.faults.on('DELETE /webhooks/:application/:token/messages/@original', { kind: 'status', status: 403 })
    const exchange = remove(discord, answer, benUser)
    const said = await discord.until('a sentence', () => exchange.followUps()[0])
    expect(said.content).toBe('Discord did not delete the answer: try again later.')
    expect(isPrivate(said)).toBe(true)
  })
})
