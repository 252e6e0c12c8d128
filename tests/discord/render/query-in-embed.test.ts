import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { type Asked, readAsked, showAsked } from '../../../src/discord/render/query-in-embed.ts'
import { plainLine } from '../../../src/language/tokens/normalise.ts'
import { hostileTexts } from '../../../testkit/text/hostile-texts.ts'

const commandOf = ({ command }: Asked) =>
  commands.find(({ definition }) => definition.name === command) ?? expect.fail(`There is no /${command}.`)

const question = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...hostileTexts(600)))

describe('what was asked', () => {
  test('is read back from the heading as it was typed, but for white space and what cannot be seen', () => {
    fc.assert(
      fc.property(question, (typed) => {
        const asked = { command: 'ask', options: { question: typed } }
        const shown = showAsked(asked, commandOf(asked), typed)
        const read = shown && readAsked({ ...shown, title: shown.title.trim() }, commands)
        expect(read).toEqual({ command: 'ask', options: { question: plainLine(typed) } })
      }),
      { numRuns: 2000 },
    )
  })

  test('keeps its further options', () => {
    const asked = { command: 'facts', options: { topic: 'drones', article: 'north/harbour times' } }
    const shown = showAsked(asked, commandOf(asked), 'drones')
    expect(shown?.author).toBe('/facts article:"north/harbour times"')
    expect(shown && readAsked(shown, commands)).toEqual(asked)
  })

  test('is told from a heading of the answer’s own', () => {
    const asked = { command: 'articles', options: { article: '000' } }
    const shown = showAsked(asked, commandOf(asked), 'Council backs new ferry line')
    expect(shown).toEqual({
      author: '/articles article:000',
      title: 'Council backs new ferry line',
      titleIsAsked: false,
    })
    expect(shown && readAsked(shown, commands)).toEqual(asked)
    const none = showAsked({ command: 'facts', options: {} }, commandOf(asked), 'the most widely reported facts')
    expect(none && readAsked(none, commands)).toEqual({ command: 'facts', options: {} })
  })

  test('is not shown to be asked again where it does not fit', () => {
    const asked = { command: 'facts', options: { topic: 'drones', article: 'x'.repeat(300) } }
    expect(showAsked(asked, commandOf(asked), 'drones')).toBeNull()
  })

  test.each(['', 'facts', '/nothing', '/facts\narticle:x', 'someone'])('is not read from the author %j', (author) => {
    expect(readAsked({ author, title: 'drones', titleIsAsked: true }, commands)?.options['article']).toBeUndefined()
  })
})
