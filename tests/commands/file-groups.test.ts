import { expect, test } from 'vitest'
import { groupByReason } from '../../commands/support/texts/file-groups.ts'

test('files are grouped by reason, with examples, the largest group first', () => {
  const empty = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'].map((file) => ({ file, reason: 'is empty' }))
  const copies = ['x.md', 'y.md'].map((file, at) => ({ file, reason: `has the same text as ${at}.md` }))
  const bad = { file: 'z.txt', reason: 'is not UTF-8 (line 7); save it as UTF-8 text' }
  expect(groupByReason([bad, ...copies, ...empty])).toEqual([
    { count: 5, files: 'a.md, b.md, c.md and 2 more', reason: 'is empty' },
    { count: 2, files: 'x.md, y.md', reason: 'has the same text as another file' },
    { count: 1, files: 'z.txt', reason: bad.reason },
  ])
})
