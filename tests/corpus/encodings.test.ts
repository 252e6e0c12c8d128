import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/corpus/encoding/decode.ts'
import { seeds } from '../../testkit/articles/articles.ts'

const text = 'The café on Müller Street is “closed,” the owner said – for good.\nÉmile Zürn’s résumé cost £40.\n'

/** Text as bytes of Windows-1252, for the characters used here. */
function windows1252(value: string): Buffer {
  const own: Readonly<Record<string, number>> = {
    '“': 0x93,
    '”': 0x94,
    '’': 0x92,
    '‘': 0x91,
    '–': 0x96,
    '—': 0x97,
    '…': 0x85,
  }
  return Buffer.from(Array.from(value, (character) => own[character] ?? character.charCodeAt(0)))
}

const bigEndian = (value: string) => Buffer.from(value, 'utf16le').swap16()

describe('a file that is not UTF-8', () => {
  test.each([
    ['Windows-1252', windows1252(text)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round, with a mark', bigEndian(`\ufeff${text}`)],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 the other way round, without a mark', bigEndian(text)],
  ])('is read where it evidently is %s', (_, bytes) => {
    expect(decode(bytes)).toBe(text)
  })

  test.each([
    ['Russian in Windows-1251', Buffer.from('cff0e8e2e5f22c20ece8f020e820e4f0f3e7fcff2e', 'hex')],
    ['Polish in ISO-8859-2', Buffer.from('5ab3626f77f362206dd377b9bf6520', 'hex')],
    ['English in Mac Roman', Buffer.from('d248656c6c6fd32073616964204a6f652e2049742064cf6e77d574', 'hex')],
    ['a single accent', Buffer.from('636166e920', 'hex')],
    ['halves of UTF-16', Buffer.from('fffe00d80041', 'hex')],
    ['chance', Buffer.from('9f3ac1e7f08db2aa51d9', 'hex')],
  ])('is refused where it is %s', (_, bytes) => {
    expect(() => decode(bytes)).toThrow(/UTF-8|binary/)
  })

  const english = 'The council met on Monday, and nobody was late for once.\n'.repeat(3)

  test.each([
    'The ½ percent levy is gone.',
    'It costs £4 at the gate.',
    'Ana Müller came.',
    'See § 5 of the law.',
    'It was 30° in May.',
  ])('is read as Windows-1252 if nearly all of it is ASCII: %s', (line) => {
    expect(decode(windows1252(`${english}${line}`))).toBe(`${english}${line}`)
  })

  test.each([
    ['<html><head><meta charset="windows-1251"></head><body>', 'cff0e8e2e5f2', 'Привет'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', '5ab3626f', 'Złbo'],
    ['Title: Poems\nCharacter set encoding: KOI8-R\n\n', 'f0d2c9d7c5d4', 'Привет'],
  ])('is read in the encoding that it states: %s', (head, bytes, shown) => {
    expect(decode(Buffer.concat([Buffer.from(head), Buffer.from(bytes, 'hex')]))).toBe(`${head}${shown}`)
  })

  test('is UTF-8 whatever it states, if its bytes are UTF-8', () => {
    const page = '<meta charset="iso-8859-1"><p>Müller</p>'
    expect(decode(Buffer.from(page))).toBe(page)
  })

  test('is refused with the line of the byte', () => {
    const bytes = Buffer.concat([Buffer.from('One.\nTwo.\nThree '), Buffer.of(0x81), Buffer.from(' four.')])
    expect(() => decode(bytes)).toThrow(/is not UTF-8 \(line 3\)/)
  })

  test('gives the same article as the same text in UTF-8, also for the seeds', async () => {
    for (const name of await readdir(seeds)) {
      const utf8 = decode(await readFile(join(seeds, name)))
      expect(decode(Buffer.from(`\ufeff${utf8}`, 'utf16le'))).toBe(utf8)
      const isWestern = /^[\p{ASCII}\u00a0-\u00ff“”‘’–—…]*$/u.test(utf8)
      const hasMarks = /[“”‘’–—…]/.test(utf8)
      if (isWestern && hasMarks) expect(decode(windows1252(utf8))).toBe(utf8)
    }
  })
})
