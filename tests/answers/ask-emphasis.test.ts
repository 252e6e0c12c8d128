import { describe, expect, test } from 'vitest'
import type { SentenceItem } from '../../src/answers/answer/item.ts'
import { ask } from '../../src/answers/ask/ask.ts'
import { generationFrom, generationOf, seeds } from '../../testkit/articles/articles.ts'

/** The sentences that answer a question. */
async function answersTo(
  question: string,
  articles: Readonly<Record<string, string>>,
): Promise<readonly SentenceItem[]> {
  const answer = await ask(await generationFrom(articles), question)
  if (answer.status !== 'answered') throw new Error(`${question}: ${answer.status}`)
  return answer.items.flatMap((item) => (item.kind === 'sentence' ? [item] : []))
}

const markedIn = ({ snippet: { text, highlights } }: SentenceItem): readonly string[] =>
  highlights.map(({ start, end }) => text.slice(start, end))

const harbour = {
  'a.txt':
    'The council of Elmport paid 62 million euros for 14 electric ferries on Tuesday, with 3 votes against.\n\n' +
    'Mayor Ines Okafor opened the new quay in Norvale on 4 May 2024, and the choir of Elmport sang.\n\n' +
    'The ferries are painted green because the old ones were grey.\n',
}

describe('what is highlighted in an answer', () => {
  test.for([
    ['How many electric ferries did the council of Elmport pay for?', ['14']],
    ['How much did the council of Elmport pay for the ferries?', ['62 million euros']],
    ['When did Okafor open the new quay?', ['4 May 2024']],
    ['Where did Okafor open the new quay?', ['Norvale']],
    ['Who opened the new quay?', ['Mayor Ines Okafor']],
  ] as const)('is what the question asks for, and none of its own words: %s', async ([question, marked]) => {
    const [first] = await answersTo(question, harbour)
    expect(first && markedIn(first)).toEqual(marked)
  })

  test.for([
    'Why are the ferries painted green?',
    'What did the council of Elmport pay for?',
    'Did the choir of Elmport sing?',
  ])('is nothing if the question asks for nothing of a known kind: %s', async (question) => {
    const [first] = await answersTo(question, harbour)
    expect(first && markedIn(first)).toEqual([])
  })

  test('is nothing if several of the kind are there and nothing tells which one is meant', async () => {
    const meetings = 'The council of Elmport met in May 2023, in June 2023, in July 2023 and on 4 August 2024.\n'
    const [first] = await answersTo('When did the council of Elmport meet?', { 'a.txt': meetings })
    expect(first && markedIn(first)).toEqual([])
  })

  test('is not a part of a name that the question has', async () => {
    const visit = 'President Rosa Lindqvist met Jonas Bright and Ida Holm at the palm house.\n'
    const [first] = await answersTo('Who did Lindqvist meet at the palm house?', { 'a.txt': visit })
    expect(first && markedIn(first)).toEqual(['Jonas Bright', 'Ida Holm'])
  })
})

describe('sentences that report the same fact with the same answer', () => {
  test('are one item with the others as further sources', async () => {
    const answer = await ask(await generationOf(seeds), 'How many drones did Russia launch at Ukraine overnight?')
    const items = answer.status === 'answered' ? answer.items.flatMap((item) => ('snippet' in item ? [item] : [])) : []
    expect(items.filter(({ snippet }) => snippet.text.includes('112'))).toHaveLength(1)
    const sources = [items[0]?.snippet.citation, ...(items[0]?.alsoIn ?? [])].map((citation) => citation?.file)
    expect(new Set(sources).size).toBe(4)
  })

  const count = (wolves: number) => `Rangers counted ${wolves} wolves in the Tarn Valley on Monday, the park said.\n`
  const question = 'How many wolves did rangers count in the Tarn Valley?'

  test('but with another answer stay apart, and the first says on what the articles disagree', async () => {
    const items = await answersTo(question, { 'a.txt': count(340), 'b.txt': count(310) })
    expect(items.flatMap(markedIn).toSorted()).toEqual(['310', '340'])
    expect(items.flatMap(({ alsoIn }) => alsoIn)).toEqual([])
    const [first] = items
    expect(first?.differences.map(({ kind, values }) => [kind, values.map(({ text }) => text)])).toEqual([
      ['figure', ['340', '310']],
    ])
  })

  test('do not disagree if they have the same figure, or only another figure that is not asked for', async () => {
    const [same] = await answersTo(question, { 'a.txt': count(340), 'b.txt': count(340) })
    expect(same?.differences).toEqual([])
    const cost = (millions: number) => `Elmport's council paid ${millions} million euros for 14 ferries on Tuesday.\n`
    const articles = { 'a.txt': cost(62), 'b.txt': cost(64) }
    const [first] = await answersTo("How many ferries did Elmport's council pay for?", articles)
    expect(first?.differences).toEqual([])
    const [priced] = await answersTo("How much did Elmport's council pay for the ferries?", articles)
    expect(priced?.differences).toHaveLength(1)
  })
})
