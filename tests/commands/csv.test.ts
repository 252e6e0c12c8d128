import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from '../../commands/support/gaps/csv.ts'

/** The fields of a table as a spreadsheet reads them. */
function fieldsOf(text: string): readonly string[] {
  const row = text.replace(/^\ufeff/, ',').replace(/\r\n$/, '')
  return [...row.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  )
}

test('a table can be read back, but for an apostrophe before what a spreadsheet would run', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', 'a,b', '"', ''),
  )
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 5 }), (row) => {
      const read = fieldsOf(csv([row]))
      expect(read).toHaveLength(row.length)
      for (const [at, field] of read.entries()) {
        expect([row[at], `'${row[at]}`]).toContain(field)
        expect(field).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/u)
      }
    }),
  )
})

test('a table begins with a byte order mark, its rows end in CR LF, and numbers stay numbers', () => {
  expect(
    csv([
      ['a', 'b'],
      [-1, 'x'],
    ]),
  ).toBe('\ufeffa,b\r\n-1,x\r\n')
})
