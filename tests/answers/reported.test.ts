import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer/answer.ts'
import type { StatementItem } from '../../src/answers/answer/item.ts'
import type { AnswerService, Refused } from '../../src/service/answer-service.ts'
import { generationFrom, generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'

const opening = 'Lena Ortiz, the harbour master of Elmport, spoke on Monday.\n\n'

const itemsOf = (answer: Answer<StatementItem> | Refused) => (answer.status === 'answered' ? answer.items : [])

/** What an item shows: its form, its speaker or the words for one, and its text. */
const shown = (item: StatementItem) => ({
  form: item.kind === 'report' ? 'reported' : item.statement.form,
  speaker: item.statement.speaker?.name ?? item.statement.source,
  text: item.snippet.text,
})

describe('on the five articles', () => {
  let service: AnswerService
  beforeAll(async () => {
    service = serviceOn(await generationOf(seeds))
  })

  test.each([
    ['Who said the guarantees are ready to be approved?', 'Emmanuel Macron', /preparatory work on the security/],
    [
      'Who warned that Russian aggression is a threat to Europe?',
      'Mark Rutte',
      /^NATO Secretary-General Mark Rutte warned/,
    ],
    ['Who announced that it was expelling an Estonian diplomat?', 'Russia', /^Russia on Thursday announced/],
    ['planned to speak with Zelenskyy soon', 'Donald Trump', /he planned to speak with Zelenskyy soon/],
    [
      'the goal was to discuss the security guarantees in depth',
      'The official',
      /^The official, speaking on condition/,
    ],
  ])('/who-said answers from reports: %s', async (words, speaker, text) => {
    const [first] = itemsOf(await service.whoSaid(words))
    expect(first && shown(first)).toEqual({ form: 'reported', speaker, text: expect.stringMatching(text) })
  })

  test('/who-said still prefers the quotation of words that are quoted', async () => {
    const [first] = itemsOf(await service.whoSaid('We cannot be naive about Russia'))
    expect(first && shown(first)).toMatchObject({ form: 'quoted', speaker: 'Mark Rutte' })
  })

  test.each([
    ['Who wants Europe to stop buying Russian oil?', 'Keir Starmer’s office', /halt Russian oil and gas purchases/],
    ['Who hopes for US intelligence sharing?', 'Ukraine', /^Ukraine is hoping/],
  ])('/who-said understands a question in other words: %s', async (words, speaker, text) => {
    const items = itemsOf(await service.whoSaid(words)).map(shown)
    expect(items).toEqual([{ form: 'reported', speaker, text: expect.stringMatching(text) }])
  })

  test.each(['Who thinks that Europe should buy Russian oil?', 'Who hopes that Putin is too powerful?'])(
    '/who-said does not answer with the opposite or another stance: %s',
    async (words) => {
      expect(itemsOf(await service.whoSaid(words))).toEqual([])
    },
  )

  test.each([
    ['What does Russia reject?', 'Maria Zakharova', /^“Russia does not intend to discuss/],
    ['What does Ukraine want?', 'Ukraine', /^Ukraine is hoping/],
    ['What did Rutte warn of?', 'Mark Rutte', /^NATO Secretary-General Mark Rutte warned/],
    ['What does Putin believe?', 'Vladimir Putin', /he believes/],
    ['What did the officials say?', 'A Ukrainian presidency official', /^A Ukrainian presidency official told/],
  ])('a question in chat about what somebody wants, rejects, believes: %s', async (question, speaker, text) => {
    const answer = await service.ask(question)
    const [first] = answer.status === 'answered' ? answer.items : []
    if (first?.kind !== 'quotation' && first?.kind !== 'report') throw new Error(JSON.stringify(answer))
    expect(shown(first)).toMatchObject({ speaker, text: expect.stringMatching(text) })
  })

  test.each(['What does Rutte reject?', 'What has Trump threatened?'])(
    'takes no other statement for an answer to what somebody rejects or threatens: %s',
    async (question) => {
      expect(await service.ask(question)).toMatchObject({ status: 'nothing-found' })
    },
  )

  test('/quotes shows quotations before reports, and each sentence of a report once', async () => {
    const items = itemsOf(await service.quotes('Macron')).map(shown)
    const forms = items.map(({ form }) => form)
    expect(forms.indexOf('reported')).toBeGreaterThan(0)
    expect(forms.slice(forms.indexOf('reported')).every((form) => form === 'reported')).toBe(true)
    const texts = items.map(({ text }) => text)
    const reports = items.filter(({ form }) => form === 'reported').map(({ text }) => text)
    expect(reports.filter((text) => texts.indexOf(text) !== texts.lastIndexOf(text))).toEqual([])
  })

  test('a speaker without a name is shown in all the words of the article', async () => {
    const [first] = itemsOf(await service.whoSaid('any deployment of European troops would hinge on the United States'))
    expect(first && shown(first).speaker).toBe('multiple European governments')
  })

  test('/quotes finds a speaker who is never quoted', async () => {
    expect(itemsOf(await service.quotes('Russia')).map(shown)).toEqual([
      { form: 'reported', speaker: 'Russia', text: expect.stringMatching(/^Russia on Thursday announced/) },
    ])
  })

  test('/quotes with a topic shows only what is about it', async () => {
    const items = itemsOf(await service.quotes('Rutte', 'deterrence')).map(shown)
    expect(items.map(({ form }) => form)).toEqual(['mixed', 'reported', 'reported'])
    expect(items.map(({ text }) => text.match(/deterrence|deter /)?.[0])).not.toContain(undefined)
  })

  test('/quotes with a topic that the speaker does not speak about names what there is', async () => {
    expect(await service.quotes('Rutte', 'bananas')).toMatchObject({
      status: 'nothing-found',
      reason: { code: 'other-topic', words: ['Mark Rutte'] },
      instead: [{ command: 'quotes', about: 'Mark Rutte' }],
    })
  })

  test('/quotes does not take a name that is next to a speaker for the speaker', async () => {
    expect(await service.quotes('Witkoff')).toMatchObject({ status: 'nothing-found', reason: { code: 'no-speaker' } })
  })
})

describe('a speaker whom one article calls by the last name only', () => {
  const articles = {
    'a.txt': `${opening}“The western pier will be closed,” Ortiz said.`,
    'b.txt': 'The pier is old.\n\n“The ferries will run all night in July,” Ortiz told reporters on Monday.',
  }

  test('is the one with that full name, if there is only one', async () => {
    const generation = await generationFrom(articles)
    expect(itemsOf(await serviceOn(generation).quotes('Lena Ortiz'))).toHaveLength(2)
    expect(await serviceOn(generation).suggest('speaker', 'ort')).toEqual([
      { name: 'Lena Ortiz (2 quotations)', value: 'Lena Ortiz' },
    ])
  })

  test('is somebody else, if two have that last name', async () => {
    const generation = await generationFrom({
      ...articles,
      'c.txt': 'The mayor, Paul Ortiz, spoke.\n\n“The budget is ready for the vote,” Paul Ortiz said.',
    })
    expect(itemsOf(await serviceOn(generation).quotes('Lena Ortiz'))).toHaveLength(1)
  })
})

describe('/who-said', () => {
  test('shows the quotation of a statement, and the report of it below', async () => {
    const report = 'Ortiz said that the old crane on the western pier would be taken down before winter.'
    const service = serviceOn(
      await generationFrom({
        'a.txt': `${opening}${report}`,
        'b.txt': `${opening}“The old crane on the western pier will be taken down before winter,” Ortiz said.`,
      }),
    )
    const items = itemsOf(await service.whoSaid('who announced that the old crane would be taken down before winter'))
    expect(items.map(shown)).toMatchObject([{ form: 'quoted', speaker: 'Lena Ortiz' }])
    expect(items[0]?.statement.reports).toMatchObject([{ text: report, citation: { file: 'a.txt' } }])
  })

  test('does not answer who denied something with somebody who said it', async () => {
    const service = serviceOn(
      await generationFrom({ 'a.txt': `${opening}Ortiz said that the western pier would be closed in April.` }),
    )
    expect(itemsOf(await service.whoSaid('Who said that the western pier will be closed in April?'))).toHaveLength(1)
    expect(itemsOf(await service.whoSaid('Who denied that the western pier will be closed in April?'))).toEqual([])
  })

  test('does not answer who said something with somebody who denied it', async () => {
    const text = 'Ortiz denied that the western pier would be closed in April.'
    const service = serviceOn(await generationFrom({ 'a.txt': `${opening}${text}` }))
    expect(itemsOf(await service.whoSaid('Who said that the western pier would be closed in April?'))).toEqual([])
    expect(itemsOf(await service.whoSaid('the western pier would be closed in April'))).toEqual([])
    const [denial] = itemsOf(await service.whoSaid('Who denied that the western pier would be closed?'))
    expect(denial?.snippet.text).toBe(text)
  })

  test.each([
    'Ortiz did not say that the western pier would be closed in April.',
    'Reporters asked Ortiz whether the western pier would be closed in April.',
  ])('takes what was not said for no statement: %s', async (text) => {
    const service = serviceOn(await generationFrom({ 'a.txt': `${opening}${text}` }))
    expect(itemsOf(await service.whoSaid('the western pier would be closed in April'))).toEqual([])
  })

  test.each(['warned', 'believes', 'announced', 'insisted', 'argues', 'hopes'])(
    'understands a question by another verb of speech or opinion: who %s …',
    async (verb) => {
      const service = serviceOn(
        await generationFrom({
          'a.txt': `${opening}Ortiz said that the western pier would be closed in April.`,
          'b.txt': `${opening}Ortiz ${verb} that the ferries will run all night in July.`,
        }),
      )
      const [first] = itemsOf(await service.whoSaid(`Who ${verb} that the ferries will run all night?`))
      expect(first && shown(first)).toMatchObject({
        form: 'reported',
        speaker: 'Lena Ortiz',
        text: expect.stringContaining('ferries'),
      })
    },
  )
})
