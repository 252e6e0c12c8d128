import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unicodeRegExp } from '../../src/language/text/unicode-regexp.ts'
import { anyText } from '../../testkit/text/any-text.ts'

/** Every code unit that a text may consist of. */
const everyUnit = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
const properties = ['L', 'Lu', 'Ll', 'N', 'M', 'Cc', 'Cf']

describe.each(properties)('a pattern with \\p{%s}', (name) => {
  const sources = [`\\p{${name}}`, `^[\\p{${name}}_-]$`, `^[^\\p{${name}}.]$`, `(?<!\\p{${name}})\\w`]
  test.each(['', 'i', 'g', 'gi'])(
    'with the flags "%s" finds in every character what the regular expression finds',
    (flags) => {
      for (const source of sources) {
        const [ours, plain] = [unicodeRegExp(source, flags), new RegExp(source, `${flags}u`)]
        const differing = everyUnit.filter((text) => text.replace(ours, '|') !== text.replace(plain, '|'))
        expect(differing).toEqual([])
      }
    },
  )
})

describe('a pattern', () => {
  const sources = [
    String.raw`(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}.])|\p{L}[\p{L}\p{N}\p{M}]*(?:['\u2019][\p{L}\p{M}]+)*`,
    String.raw`\b(?:the|ana)\s+(\p{Lu}[\p{L}-]+)`,
    String.raw`[^\s\p{L}\p{N}]|[["\]]\p{Ll}+`,
  ]
  test.each(sources)('%s finds, replaces and tests as the regular expression does, in any text', (source) => {
    for (const flags of ['g', 'gi']) {
      const [ours, plain] = [unicodeRegExp(source, flags), new RegExp(source, `${flags}u`)]
      fc.assert(
        fc.property(anyText, (text) => {
          expect([...ours.matchAll(text)]).toEqual([...text.matchAll(plain)])
          expect(text.replace(ours, '<$&>')).toBe(text.replace(plain, '<$&>'))
          expect(text.replace(ours, (found) => `${found.length}`)).toBe(
            text.replace(plain, (found) => `${found.length}`),
          )
          expect(text.match(ours)).toEqual(text.match(plain))
          const once = new RegExp(source, `${flags.replace('g', '')}u`)
          expect(unicodeRegExp(source, flags.replace('g', '')).test(text)).toBe(once.test(text))
        }),
      )
    }
  })

  test('refuses a property whose characters it does not list', () => {
    expect(() => unicodeRegExp(String.raw`\p{Sc}`).test('a')).toThrow('\\p{Sc}')
  })
})
