import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFiles } from '../../src/library/reindex/reindex-report.ts'

const states = fc
  .dictionary(
    fc.constantFrom('B.md', 'a', 'a.txt', 'a/b.txt', 'a/é.txt', 'b', '\u{1f600}.txt', '\uff5e.txt'),
    fc.constantFrom('1', '2'),
  )
  .map((hashes) =>
    Object.entries(hashes)
      .map(([file, hash]) => ({ file, hash }))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
  )

test('a reindex report lists what was added, changed and removed, each in order', () => {
  fc.assert(
    fc.property(states, states, (before, after) => {
      const old = new Map(before.map(({ file, hash }) => [file, hash]))
      const now = new Map(after.map(({ file, hash }) => [file, hash]))
      expect(compareFiles(before, after)).toEqual({
        added: [...now.keys()].filter((file) => !old.has(file)),
        changed: [...now.keys()].filter((file) => old.has(file) && old.get(file) !== now.get(file)),
        removed: [...old.keys()].filter((file) => !now.has(file)),
      })
    }),
  )
})
