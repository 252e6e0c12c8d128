import { describe, expect, test } from 'vitest'
import { articlesByPrefix, shortId, typedId } from '../../src/library/generation/article-ids.ts'

const articles = ['2024/flood-one', '2024/flood-two', 'storm', 'storms', 'ab'].map((id) => ({ id, file: `${id}.txt` }))
const found = (prefix: string) => articlesByPrefix(articles, prefix).map(({ id }) => id)

describe('the short form of an article’s id', () => {
  test.each([
    ['2024/flood-one', '2024/flood-o'],
    ['storms', 'storms'],
    ['storm', 'storm'],
    ['ab', 'ab'],
  ])('of %s is %s', (id, short) => {
    expect(shortId(articles, id)).toBe(short)
    expect(found(short)).toEqual([id])
  })

  test('is three characters long even if one would do', () => {
    expect(shortId([{ id: 'flood' }], 'flood')).toBe('flo')
  })
})

describe('a prefix', () => {
  test('means every article whose id starts with it', () => {
    expect(found('2024/')).toEqual(['2024/flood-one', '2024/flood-two'])
    expect(found('none')).toEqual([])
  })

  test('means one article if it is its whole id or file name', () => {
    expect(found('storm')).toEqual(['storm'])
    expect(found('storms.txt')).toEqual(['storms'])
  })
})

test('a short id never ends in white space, and is typed in quotes if it has some', () => {
  const articles = [{ id: 'Opening hours' }, { id: 'Opening of the mill' }]
  expect(articles.map(({ id }) => shortId(articles, id))).toEqual(['Opening h', 'Opening o'])
  expect(shortId([{ id: 'We like it' }], 'We like it')).toBe('We l')
  expect([typedId('We l'), typedId('mill')]).toEqual(['"We l"', 'mill'])
})
