import { describe, expect, test } from 'vitest'
import { needsPrecedingSentence } from '../../src/answers/answer/preceding-sentence.ts'
import { answerType } from '../../src/answers/ask/question/answer-type.ts'
import { focusNoun } from '../../src/answers/ask/question/focus-noun.ts'
import { searchQuestion } from '../../src/answers/ask/question/search-question.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'

const typeOf = (question: string) => answerType(question, focusNoun(question))

describe('the type that a question asks for', () => {
  test.each([
    ['Who opened the pier?', 'person'],
    ['Who is Kari Lund?', 'definition'],
    ['When did the ferry leave?', 'date'],
    ['How does it behave when it is cold?', 'thing'],
    ['In what year was the pier built?', 'date'],
    ['How many ships sank?', 'figure'],
    ['What percentage of ships sank?', 'percent'],
    ['Which countries are in the league?', 'country'],
    ['Where is the pier?', 'place'],
    ['What city has a pier?', 'place'],
    ['Which scientist found it?', 'person'],
    ['Why was it closed?', 'reason'],
    ['What is the purpose of the pier?', 'reason'],
    ['What is the name of the captain?', 'name'],
    ['Is the pier open?', 'yes-no'],
    ['What did the mayor promise?', 'thing'],
  ])('%s asks for %s', (question, type) => {
    expect(typeOf(question)).toBe(type)
  })
})

describe('the noun that is chosen or counted', () => {
  test.each([
    ['Which large countries are in the league?', 'countries'],
    ['How many of the ships sank?', 'ships'],
    ['What kind of boats does he build?', 'boats'],
    ['Who opened the pier?', null],
  ])('%s: %s', (question, noun) => {
    expect(focusNoun(question)).toBe(noun)
  })
})

describe('the roles in a question', () => {
  test('reads the agent and the patient of the verb', async () => {
    const generation = await generationOf('Norway fired 30 rockets at Sweden. The Oslo mayor met Carl Berg in Bergen.')
    const { question } = await searchQuestion(generation, 'How many rockets did Norway fire at Sweden?')
    const { verb, agents, patients } = question
    expect([verb, [...agents], [...patients]]).toEqual(['fire', ['@no'], ['@se']])
  })
})

describe('a sentence that needs the one before', () => {
  test.each([
    ['He did not provide details.', true],
    ['Instead, its mission is to deter.', true],
    ['It is unclear what they will do.', false],
    ['“They are ready,” Lund said.', false],
    ['The mayor opened the pier.', false],
  ])('%s %s', (sentence, needs) => {
    expect(needsPrecedingSentence(sentence)).toBe(needs)
  })
})
