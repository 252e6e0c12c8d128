import { describe, expect, test } from 'vitest'
import { stem } from '../../src/language/tokens/terms.ts'
import { cosine, wordVectors } from '../../src/language/vocabulary/word-vectors.ts'

const vectors = wordVectors()
const like = (a: string, b: string) => vectors.likeness(vectors.placeOf(stem(a)), vectors.placeOf(stem(b)))

describe('word vectors', () => {
  test.for([
    ['religion', 'buddhism', 'harbour'],
    ['bridge', 'tunnel', 'poetry'],
    ['doctor', 'physician', 'violin'],
    ['fall', 'decline', 'poetry'],
  ] as const)('find %s more like %s than %s', ([word, near, far]) => {
    expect(like(word, near)).toBeGreaterThan(0.4)
    expect(like(word, far)).toBeLessThan(0.25)
  })

  test('find every word similar to itself, and nothing similar to a word without a vector', () => {
    expect(like('bridge', 'bridges')).toBeCloseTo(1)
    expect(like('bridge', 'xqzzy')).toBe(0)
    expect(vectors.placeOf('__proto__')).toBe(-1)
  })

  test('add up', () => {
    const [one, other, empty] = [0, 1, 2].map(() => new Float64Array(vectors.size))
    if (one === undefined || other === undefined || empty === undefined) throw new Error('no sums')
    vectors.addTo(one, vectors.placeOf('bridg'), 3)
    vectors.addTo(other, vectors.placeOf('tunnel'), 0.5)
    vectors.addTo(empty, -1, 1)
    expect(cosine(one, other)).toBeCloseTo(like('bridge', 'tunnel'))
    expect(cosine(one, empty)).toBe(0)
  })
})
