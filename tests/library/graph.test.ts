import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGraph } from '../../src/library/snapshot/graph-reader.ts'
import { writeGraph } from '../../src/library/snapshot/graph-writer.ts'
import { anyData } from '../../testkit/any-data.ts'

const again = <T>(value: T, targets: readonly object[] = []): T => readGraph<T>(writeGraph(value, targets), targets)

const primitive = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', '\ud800', 'é', '“”', 'x'.repeat(70_000)),
  fc.integer(),
  fc.double(),
  fc.maxSafeNat(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
)
const data = anyData(primitive, (one) => [
  fc.array(one).map((items) => new Set(items)),
  fc.array(fc.tuple(one, one)).map((entries) => new Map(entries)),
])

describe('plain data encoded as bytes', () => {
  test('is decoded as it was', () => {
    fc.assert(
      fc.property(data, (value) => {
        // Not toStrictEqual, which takes a key named "constructor" for what made the value.
        expect(isDeepStrictEqual(again(value), value)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps shared references shared', () => {
    const shared = { terms: ['a'], of: new Set(['b']) }
    const all = again({ one: shared, many: [shared, { shared }], of: shared.of })
    expect(all.many).toEqual([shared, { shared }])
    expect(all.many[0]).toBe(all.one)
    expect(all.of).toBe(all.one.of)
  })

  test('can refer to objects that are not encoded', () => {
    const article = { title: 'A', paragraphs: [{ number: 1 }] }
    const targets = [article, ...article.paragraphs]
    const [first, second] = again([{ article, paragraph: article.paragraphs[0] }, { article }], targets)
    expect(first?.article).toBe(article)
    expect(second?.article).toBe(article)
    expect(first?.paragraph).toBe(article.paragraphs[0])
    expect(() => readGraph(writeGraph(article, targets), [])).toThrow('a reference leads nowhere')
  })

  test('cannot hold a function', () => {
    expect(() => writeGraph({ read: () => 1 }, [])).toThrow('a function cannot be stored')
  })
})
