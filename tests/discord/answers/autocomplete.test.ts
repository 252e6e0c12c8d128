import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'

const test = testWithBot()

describe('autocomplete', () => {
  test('suggests speakers, the most quoted first', async ({ online: { discord } }) => {
    const choices = await discord.autocomplete('quotes', 'speaker', '').suggested()
    expect(choices[0]?.value).toBe('Emmanuel Macron')
    expect(choices[0]?.name).toMatch(/^Emmanuel Macron \(\d+ quotations, \d+ reports\)$/)
    expect(choices.length).toBeLessThanOrEqual(25)
  })

  test.for([
    ['quotes', 'speaker', 'zelnsky', 'Volodymyr Zelenskyy'],
    ['quotes', 'speaker', 'rute', 'Mark Rutte'],
    ['quotes', 'speaker', 'MAC', 'Emmanuel Macron'],
    ['facts', 'topic', 'dron', 'drones'],
    ['facts', 'topic', 'Witkof', 'Steve Witkoff'],
    ['facts', 'article', 'Macron announced', '004'],
    ['ask', 'article', '003', '003'],
    ['articles', 'article', '003', '003'],
  ] as const)('for /%s %s takes %j for %j', async ([command, option, typed, value], { online: { discord } }) => {
    const choices = await discord.autocomplete(command, option, typed).suggested()
    expect(choices.map((choice) => choice.value)).toContain(value)
  })

  test.for(['u', 'ukrane', 'coalition of the wil', 'x'.repeat(100), '*<@1>', ''])(
    'suggests at most 25 choices for %j',
    async (typed, { online: { discord } }) => {
      expect((await discord.autocomplete('facts', 'topic', typed).suggested()).length).toBeLessThanOrEqual(25)
    },
  )

  test('suggests nothing for nonsense or for an option without suggestions', async ({ online: { discord } }) => {
    expect(await discord.autocomplete('facts', 'topic', 'qqqqzzzz').suggested()).toEqual([])
    expect(await discord.autocomplete('ask', 'question', 'who').suggested()).toEqual([])
  })
})
