import { describe, expect, test } from 'vitest'
import { council, generationFrom, serviceOn } from '../../testkit/articles/articles.ts'

const service = serviceOn(await generationFrom(council))

async function first(words: string) {
  const answer = await service.whoSaid(words)
  return answer.status === 'answered' ? answer.items[0] : undefined
}

describe('who-said', () => {
  test('gives the whole sentence, the quoted words and the speaker by full name', async () => {
    expect(await first('the harbour belongs to everyone')).toMatchObject({
      kind: 'quotation',
      snippet: { text: '“The harbour belongs to everyone.”' },
      statement: { speaker: { name: 'Ines Okafor' }, quotation: { text: 'The harbour belongs to everyone.' } },
    })
  })

  test('finds words that are misspelt', async () => {
    expect(await first('the harbuor belongs to evryone')).toMatchObject({
      statement: { speaker: { name: 'Ines Okafor' } },
    })
  })

  test('finds a statement although most of the words are misspelt, function words included', async () => {
    expect(await first('the habrour belngs to evrybody')).toMatchObject({
      statement: { speaker: { name: 'Ines Okafor' } },
    })
  })

  test('does not find the opposite, however it is spelt', async () => {
    expect(await first('the habrour dosnt belng to evryone')).toBeUndefined()
  })

  test('names every article that has the statement, also with other punctuation', async () => {
    const item = await first('we will not wait another decade')
    const files = [item?.snippet.citation, ...(item?.alsoIn ?? [])].map((citation) => citation?.file)
    expect(files.toSorted()).toEqual(['north/harbour-times.md', 'south/daily-lantern.txt'])
  })

  test('understands a question about who called something what', async () => {
    expect(await first('Who called the vote a promise kept?')).toMatchObject({
      statement: { speaker: { name: 'Ines Okafor' }, quotation: { text: 'a promise kept,' } },
    })
  })

  test.each([
    'fourteen electric ferries',
    'the shipyard in Norvale lost two earlier contracts',
    'the moon is made of cheese',
  ])('finds nothing for words that nobody is quoted with: %s', async (words) => {
    expect(await service.whoSaid(words)).toMatchObject({ status: 'nothing-found', reason: { code: 'not-quoted' } })
  })
})

describe('quotes', () => {
  test.each(['Okafor', 'ines okafor', 'Mayor Okafor', 'Okafr'])('finds a speaker by "%s"', async (speaker) => {
    expect(await service.quotes(speaker)).toMatchObject({
      status: 'answered',
      items: [{ statement: { speaker: { name: 'Ines Okafor' } } }, {}, {}],
    })
  })

  test('shows one statement once, with both places', async () => {
    const answer = await service.quotes('Okafor')
    const items = answer.status === 'answered' ? answer.items : []
    expect(items.map(({ alsoIn }) => alsoIn.length)).toEqual([1, 0, 0])
  })

  test('searches only the article given', async () => {
    const answer = await service.quotes('Okafor', undefined, 'south')
    const files = answer.status === 'answered' ? answer.items.map(({ snippet }) => snippet.citation.file) : []
    expect(new Set(files)).toEqual(new Set(['south/daily-lantern.txt']))
  })

  test('says that nobody of that name is quoted', async () => {
    expect(await service.quotes('Napoleon')).toMatchObject({ status: 'nothing-found', reason: { code: 'no-speaker' } })
  })
})
