import { describe, expect } from 'vitest'
import { write } from '../chat.ts'
import { testWithBot } from '../lab.ts'
import { isPrivate, type Message } from '../messages.ts'
import { BEN } from '../world.ts'

const test = testWithBot()

const name = 'Find in articles'
const text = (message: Message): string => message.embeds[0]?.description ?? message.content

describe('"Find in articles" on a message', () => {
  test('finds the quotation that it repeats, in private', async ({ online: { discord } }) => {
    const said = write('Rutte is right: we have to stop making Putin too powerful!', { author: BEN })
    const message = await discord.messageMenu(name, said).answered()
    expect(isPrivate(message)).toBe(true)
    expect(text(message)).toContain('making** **Putin')
    expect(text(message)).toContain('— Mark Rutte')
  })

  test('finds the sentences that say what it claims', async ({ online: { discord } }) => {
    const said = write('lol no way. Russia fired 112 drones across Ukraine overnight, somebody wrote', { author: BEN })
    const message = await discord.messageMenu(name, said, { place: 'dm' }).answered()
    expect(text(message)).toContain('**112** strike and decoy **drones**')
    expect(text(message)).toContain('in 2 articles')
  })

  test('takes no other figure for the same claim', async ({ online: { discord } }) => {
    const said = write('Russia fired 900 drones across Ukraine overnight on Thursday', { author: BEN })
    const message = await discord.messageMenu(name, said).answered()
    expect(text(message)).not.toContain('112')
  })

  test.for(['my cat likes the garden best in spring', 'ok', '', '🙂🙂', `https://example.com/${'x'.repeat(1900)}`])(
    'says so where there is none: %j',
    async (content, { online: { discord } }) => {
      const message = await discord.messageMenu(name, write(content, { author: BEN })).answered()
      expect(text(message)).toContain('Nothing in these articles says what this message says')
      expect(text(message)).not.toContain('> ')
      expect(isPrivate(message)).toBe(true)
    },
  )

  test('can be shown to everyone', async ({ online: { discord } }) => {
    const said = write('we have to stop making Putin too powerful', { author: BEN })
    const message = await discord.messageMenu(name, said).answered()
    const shown = await discord.press(message, 'Show to everyone').answered()
    expect(isPrivate(shown)).toBe(false)
    expect(text(shown)).toBe(text(message))
  })
})
