import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import { write } from '../../../testkit/discord/messages/chat.ts'
import {
  container,
  forward,
  layout,
  poll,
  section,
  separator,
  textDisplay,
  withEmbeds,
} from '../../../testkit/discord/messages/message-forms.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'
import { benUser } from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const name = 'Find in articles'
const text = (message: Message): string => message.embeds[0]?.description ?? message.content

describe('"Find in articles" on a message', () => {
  test('finds the quotation that the message repeats, and answers in private', async ({ online: { discord } }) => {
    const said = write('Rutte is right: we have to stop making Putin too powerful!', { author: benUser })
    const message = await discord.messageMenu(name, said).answered()
    expect(isPrivate(message)).toBe(true)
    expect(text(message)).toContain('**we have to stop making Putin too powerful**')
    expect(text(message)).toContain('— Mark Rutte')
  })

  test('finds the sentences that say what the message claims', async ({ online: { discord } }) => {
    const said = write('lol no way. Russia fired 112 drones across Ukraine overnight, somebody wrote', {
      author: benUser,
    })
    const message = await discord.messageMenu(name, said, { place: 'dm' }).answered()
    expect(text(message)).toContain('**112** strike and decoy **drones**')
    expect(text(message)).toMatch(/^-# .* · AP ¶10$/m)
  })

  test('does not take a sentence with another figure for the same claim', async ({ online: { discord } }) => {
    const said = write('Russia fired 900 drones across Ukraine overnight on Thursday', { author: benUser })
    const message = await discord.messageMenu(name, said).answered()
    expect(text(message)).not.toContain('112')
  })

  test.for([
    ['my cat likes the garden best in spring', 'No sentence in the articles says what this message says'],
    ['“my cat likes the garden best in spring”', 'These words are not in the articles'],
    ['ok', 'That message says too little to look up'],
    ['', 'That message has no text'],
    ['🙂🙂', 'That message has no words to look up'],
    [`https://example.com/${'x'.repeat(1900)}`, 'That message has no words to look up'],
  ] as const)('says why it found nothing: %j', async ([content, says], { online: { discord } }) => {
    const message = await discord.messageMenu(name, write(content, { author: benUser })).answered()
    expect(text(message)).toContain(says)
    expect(text(message)).not.toContain('> ')
    expect(isPrivate(message)).toBe(true)
  })

  test('says which part of the message each item answers, and how the words compare', async ({
    online: { discord },
  }) => {
    const said = write(
      '**Rutte**: “we have to stop making Putin too powerful”\n\n> 26 of Ukraine’s ally have agreed to deploy',
    )
    const shown = text(await discord.messageMenu(name, said).answered())
    expect(shown).toMatch(
      /^the same words\n-# Message: “we have to stop making Putin too powerful”\n(?:.*\n)+-# \*\*1\*\* · OAN/,
    )
    expect(shown).toContain('\n\nnearly the same words\n-# Message: “26 of Ukraine’s ally have agreed to deploy”')
    expect(shown).toContain('only in the message: “ally”; only in the article: “allies”')
  })

  test.for([
    ['guild', '1100000000000000100'],
    ['dm', '@me'],
    ['other guild', '1100000000000000200'],
    ['private channel', '@me'],
  ] as const)('links the message it was used on in a %s', async ([place, guild], { online: { discord } }) => {
    for (const content of ['we have to stop making Putin too powerful', 'my cat likes the garden best', '']) {
      const said = write(content, { author: benUser })
      const message = await discord.messageMenu(name, said, { place }).answered()
      expect(message.embeds[0]?.url).toBe(`https://discord.com/channels/${guild}/${said.channel_id}/${said.id}`)
    }
  })

  const quotation = 'we have to stop making Putin too powerful'
  test.for([
    ['a forwarded message', forward(write(`He said ${quotation}!`))],
    ['a forwarded layout', forward(layout(container(textDisplay(quotation))))],
    ['the preview of a forwarded link', forward(withEmbeds('https://example.com/', { description: quotation }))],
    ['a text display', layout(textDisplay(`**${quotation}**`))],
    ['a section in a container', layout(container(separator(), section('News', `> ${quotation}`)))],
    ['the title of an embed', withEmbeds('Look:', { title: quotation })],
    [
      'the field of an embed',
      withEmbeds('', { title: 'News', fields: [{ name: 'Rutte', value: `||${quotation}||` }] }),
    ],
    ['the name of a field', withEmbeds('', { fields: [{ name: quotation, value: 'Rutte' }] })],
    ['a poll', poll('Who said it?', quotation, 'nobody')],
    ['a code block', write(`\`\`\`\n${quotation}\n\`\`\``)],
  ] as const)('reads %s', async ([, target], { online: { discord } }) => {
    const shown = text(await discord.messageMenu(name, target).answered())
    expect(shown).toContain('the same words')
    expect(shown).toContain('— Mark Rutte')
  })

  test('shows as many parts as fit, and counts the rest', async ({ lab }) => {
    const facts = Array.from(
      { length: 14 },
      (_, at) => `The tower number ${at} of the old port was built by the guild of masons`,
    )
    const files = Object.fromEntries(facts.map((fact, at) => [`a${at}.txt`, `${fact}.\n`]))
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: await lab.folder(files), RATE_LIMIT: '0' } })
    const message = await discord.messageMenu(name, write(facts.map((fact) => `> ${fact}`).join('\n'))).answered()
    expect(text(message)).toMatch(/^-# \*\*8\*\* · The tower/m)
    expect(text(message)).toContain('… and 6 more')
  })

  test('gives an answer that can be shown to everyone', async ({ online: { discord } }) => {
    const said = write('we have to stop making Putin too powerful', { author: benUser })
    const message = await discord.messageMenu(name, said).answered()
    const shown = await discord.press(message, 'Show to everyone').answered()
    expect(isPrivate(shown)).toBe(false)
    expect(text(shown)).toBe(text(message))
    expect(shown.embeds[0]?.url).toBe(message.embeds[0]?.url)
  })
})
