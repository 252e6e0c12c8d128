import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeArticleName, isSafeArticleName, safeArticleName } from '../../src/library/changes/article-name.ts'

describe('the name of an article’s file', () => {
  test.for([
    ['ferry.txt', 'ferry.txt'],
    ['Ferry Line (2024).MD', 'Ferry-Line-(2024).md'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\windows\\system.html', 'system.html'],
    ['/.txt', 'article.txt'],
    ['...txt', 'article.txt'],
    ['.hidden.txt', 'hidden.txt'],
    ['-rf.txt', 'rf.txt'],
    ['a\u0000b.txt', 'a-b.txt'],
    ['fer\u202ery\u2066.txt', 'fer-ry.txt'],
    ['con.txt', 'article-con.txt'],
    ['LPT1.notes.md', 'article-LPT1.notes.md'],
    ['ferry..txt', 'ferry.txt'],
    ['a:b|c*?.txt', 'a-b-c.txt'],
    ['naïve\u0301.txt', 'naïve\u0301.txt'.normalize('NFC')],
    ['🙂.txt', 'article.txt'],
    [`${'ü'.repeat(200)}.txt`, `${'ü'.repeat(60)}.txt`],
    ['Ferry.MDX', 'Ferry.mdx'],
    ['ferry.markdown', 'ferry.markdown'],
    ['ferry.htm', 'ferry.htm'],
    ['ferry.pdf', null],
    ['txt', null],
    ['', null],
    ['ferry.txt/', null],
  ] as const)('made of %j is %j', ([given, name]) => {
    expect(safeArticleName(given)).toBe(name)
  })

  test('is a safe name whatever it is made from, and stays itself', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(anything, fc.constantFrom('.txt', '.md', '.html', '.TXT'), (stem, extension) => {
        const name = safeArticleName(stem + extension) ?? ''
        expect(name).toMatch(/^[^./\\\p{C}\s-][^/\\\p{C}\s]*\.(?:txt|md|html)$/u)
        expect(Buffer.byteLength(name)).toBeLessThan(140)
        expect(safeArticleName(name)).toBe(name)
        expect(isSafeArticleName(freeArticleName(name, [name]))).toBe(true)
      }),
    )
  })

  test('gets a number if it is taken, whatever the case of letters', () => {
    expect(freeArticleName('ferry.txt', ['harbour.txt'])).toBe('ferry.txt')
    expect(freeArticleName('ferry.txt', ['Ferry.TXT', 'ferry-2.txt'])).toBe('ferry-3.txt')
  })
})
