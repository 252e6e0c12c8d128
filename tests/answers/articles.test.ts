import { describe, expect, test } from 'vitest'
import { council, generationFrom, serviceOn } from '../../testkit/articles/articles.ts'

const service = serviceOn(await generationFrom(council))

describe('articles', () => {
  test('lists every article with what it states about itself', async () => {
    const { articles } = await service.articles()
    expect(articles.map(({ id, title, date, outlet, url }) => ({ id, title, date, outlet, url }))).toEqual([
      {
        id: 'garden',
        title: 'The botanical garden opened a new palm house in May.',
        date: null,
        outlet: null,
        url: null,
      },
      {
        id: 'north/harbour-times',
        title: 'Council backs new ferry line',
        date: '2024-03-12',
        outlet: 'Harbour Times',
        url: 'https://harbour.example/ferry',
      },
      {
        id: 'south/daily-lantern',
        title: 'daily lantern',
        date: '2024-03-12',
        outlet: 'DL',
        url: null,
      },
    ])
  })

  test('outlines the article that a prefix of an id names', async () => {
    const outline = await service.outline('nor')
    expect(outline).toMatchObject({ article: { id: 'north/harbour-times' } })
    expect('outline' in outline && outline.outline.map(({ kind }) => kind)).toEqual([
      'body',
      'body',
      'body',
      'boilerplate',
      'body',
    ])
  })

  test.each([
    ['west', 'There is no article "west": /articles lists the ids.'],
    ['', 'There is no article "": /articles lists the ids.'],
  ])('says that there is no article "%s"', async (asked, message) => {
    expect(await service.outline(asked)).toMatchObject({ status: 'error', message })
  })

  test('says which articles a prefix can mean', async () => {
    const twins = serviceOn(
      await generationFrom({ 'a1.txt': 'One thing happened here.', 'a2.txt': 'Another thing happened there.' }),
    )
    expect(await twins.outline('a')).toMatchObject({
      status: 'error',
      message: expect.stringContaining('2 articles (a1, a2)'),
    })
  })

  test('an unknown article in an option is one clear sentence', async () => {
    expect(await service.ask('How many ferries?', 'west')).toMatchObject({
      status: 'error',
      message: expect.stringContaining('no article "west"'),
    })
  })
})
