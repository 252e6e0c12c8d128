import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recentResults } from '../../src/resources/recent-results.ts'

test('recent results are those of each key, and a key among the last ones is not computed again', () => {
  const keys = Array.from({ length: 9 }, (_, at) => ({ at }))
  const asked = fc.array(fc.constantFrom(...keys), { maxLength: 60 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), asked, (least, some) => {
      let computed: { readonly at: number } | null = null
      const result = recentResults(least, (key: { readonly at: number }) => {
        computed = key
        return -key.at
      })
      const last: { readonly at: number }[] = []
      for (const key of some) {
        computed = null
        expect(result(key)).toBe(-key.at)
        // The last `least` different keys, this one included.
        const recent = last.slice(-least)
        if (recent.includes(key)) expect(computed).toBeNull()
        if (last.includes(key)) last.splice(last.indexOf(key), 1)
        last.push(key)
      }
    }),
  )
})
