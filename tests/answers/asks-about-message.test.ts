import { describe, expect, test } from 'vitest'
import { asksAboutMessage } from '../../src/answers/find/asks-about-message.ts'

describe('a reply asks about the message it replies to', () => {
  test.for([
    '',
    '?',
    'source?',
    'Source please',
    'any source for this?',
    'what’s the source',
    'is this true?',
    'Is that even real?',
    'is this right',
    'wait, is this actually correct??',
    'who said this?',
    'who said that and when?',
    'did he really say that?',
    'fact check',
    'fact-check this please',
    'can you verify that',
    'check this',
    'fake?',
    'isn’t this misinformation?',
    'isnt that wrong',
    'where does this come from?',
    'is there any evidence for it?',
    'which article is this from?',
    'lol is that quote legit',
    'is this 100% true?',
    'hmm, what?',
  ])('if its words say nothing else: %j', (reply) => {
    expect(asksAboutMessage(reply)).toBe(true)
  })

  test.for([
    'is this true about Poland?',
    'who said that the harbour belongs to everyone?',
    'how many drones were there?',
    'what is the source of the fire?',
    'is the mayor right?',
    'did Rutte say this?',
    'what about 2024?',
    'facts ferry',
    '这是真的吗',
  ])('but not if it has a subject of its own: %j', (reply) => {
    expect(asksAboutMessage(reply)).toBe(false)
  })
})
