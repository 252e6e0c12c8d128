import { describe, expect, test } from 'vitest'
import { stem } from '../../src/language/tokens/terms.ts'
import { wordVectors } from '../../src/language/vocabulary/word-vectors.ts'

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
    const [sum, empty] = [new Float64Array(vectors.size), new Float64Array(vectors.size)]
    vectors.addTo(sum, vectors.placeOf('bridg'), 3)
    vectors.addTo(empty, -1, 1)
    expect(Math.hypot(...sum)).toBeCloseTo(3)
    expect(vectors.product(sum, vectors.placeOf('tunnel'))).toBeCloseTo(3 * like('bridge', 'tunnel'))
    expect(vectors.product(sum, -1)).toBe(0)
    expect(vectors.product(empty, vectors.placeOf('tunnel'))).toBe(0)
  })
})
