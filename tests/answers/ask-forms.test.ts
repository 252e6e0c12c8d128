import { describe, expect, test } from 'vitest'
import { ask } from '../../src/answers/ask/ask.ts'
import { facts } from '../../src/answers/facts/facts.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { buildGeneration } from '../../src/library/generation/generation.ts'
import { textItems } from '../../testkit/articles/text-items.ts'

const generationOf = async (file: string, text: string) =>
  buildGeneration({ articles: [await parseArticle(file, text, 'h')], skipped: [] }, 'test')

describe('a row of a table answers with the names of its columns', async () => {
  const table =
    '# Trips to the island\n\nThe boats leave from the old quay.\n\n| Day | Leaves | Returns | Fare |\n|--|--|--|--|\n' +
    '| Monday | 08:00 | 17:30 | 9 crowns |\n| Friday | 10:00 | 21:15 | 14 crowns |\n\nThe fare can be paid on board.\n'
  const asHtml =
    `<html><head><title>Trips to the island</title></head><body><article><p>${'The boats leave from the old quay, and everybody has room on board. '.repeat(9)}</p>` +
    '<table><tr><th>Day</th><th>Leaves</th><th>Returns</th><th>Fare</th></tr><tr><td>Monday</td><td>08:00</td><td>17:30</td><td>9 crowns</td></tr>' +
    `<tr><td>Friday</td><td>10:00</td><td>21:15</td><td>14 crowns</td></tr></table><p>${'The fare can be paid on board, in coins of any kind. '.repeat(9)}</p></article></body></html>`
  test.each([
    ['trips.md', table],
    ['trips.html', asHtml],
  ])('in %s', async (file, text) => {
    const generation = await generationOf(file, text)
    const first = async (question: string) => {
      const answer = await ask(generation, question)
      const item = answer.status === 'answered' ? textItems(answer.items)[0] : undefined
      return item && [item.snippet.text, ...item.snippet.context.map((one) => one.text)]
    }
    const header = 'Day\u2003Leaves\u2003Returns\u2003Fare'
    expect(await first('What is the fare on Friday?')).toEqual(['Friday\u200310:00\u200321:15\u200314 crowns', header])
    expect(await first('When are the returns on Monday?')).toEqual([
      'Monday\u200308:00\u200317:30\u20039 crowns',
      header,
    ])
    expect(await first('What is the fare on Sunday?')).toBe(undefined)
  })
})

test('a field of a note answers with the title of the note', async () => {
  const generation = await generationOf(
    'Mill.md',
    'The mill of Halm stands at the river.\n\n- Owner:: [[Jo Doe]]\n- Phone:: 555-1234\n',
  )
  const first = async (question: string) => {
    const answer = await ask(generation, question)
    return answer.status === 'answered' ? textItems(answer.items)[0]?.snippet.text : undefined
  }
  expect(await first('Who is the owner of the mill?')).toBe('Owner: Jo Doe')
  expect(await first('What is the phone of the mill?')).toBe('Phone: 555-1234')
  expect(await first('Who is the owner of the bakery?')).toBe(undefined)
})

describe('in an interview', async () => {
  const generation = await generationOf(
    'talk.md',
    '# A conversation with Ana Lima\n\nQ: How did the choir get its organ?\n\nA: It came by barge, in nine crates.\n\n' +
      'Q: Who repairs the organ today?\n\nA: My sister does, on Sundays.\n',
  )

  test('the answer is shown with its question, and never the question alone', async () => {
    const answer = await ask(generation, 'How did the choir get its organ?')
    const items = answer.status === 'answered' ? textItems(answer.items) : []
    expect(items[0]?.snippet.text).toBe('A: It came by barge, in nine crates.')
    expect(items[0]?.snippet.context.map(({ text }) => text)).toEqual(['Q: How did the choir get its organ?'])
    expect(items.filter(({ snippet }) => snippet.text.endsWith('?'))).toEqual([])
  })

  test('a question is not a fact', async () => {
    const found = await facts(generation, 'organ')
    const texts = found.status === 'answered' ? textItems(found.items).map(({ snippet }) => snippet.text) : []
    expect(texts.filter((text) => text.endsWith('?'))).toEqual([])
  })
})

test('a question without a question mark is not an answer, even at the end of a text', async () => {
  const text =
    'Velo is a workshop of Halm that repairs bicycles for schools.\n\nThe workshop is open on Mondays.\n\nWhat led them to Velo\n'
  const answer = await ask(await generationOf('velo.txt', text), 'What is Velo?')
  const texts = answer.status === 'answered' ? textItems(answer.items).map(({ snippet }) => snippet.text) : []
  expect(texts[0]).toBe('Velo is a workshop of Halm that repairs bicycles for schools.')
  expect(texts).not.toContain('What led them to Velo')
})
