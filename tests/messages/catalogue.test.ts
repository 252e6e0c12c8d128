import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { fixedText } from '../../src/messages/fixed-text.ts'
import { en } from '../../src/messages/languages/en.ts'
import { problemsOf } from '../../testkit/messages/check-catalogue.ts'
import { root } from '../../testkit/program.ts'
import { readRepositoryFile } from '../../testkit/repository/markdown.ts'

const folder = 'src/messages/languages'
const files = (await readdir(join(root, folder))).filter((file) => file.endsWith('.ts'))
const module = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.looseObject({ other: z.string() })])))

describe.each(files)('the texts in %s', (file) => {
  const language = file.replace(/\.ts$/, '')

  test('have the keys, the placeholders and the plural forms that they need', async () => {
    expect(Intl.getCanonicalLocales(language)).toEqual([language])
    const exported = module.parse({ ...(await import(join(root, folder, file))) })
    const texts = exported[language] ?? expect.fail(`${file} exports no "${language}"`)
    expect(problemsOf(language, z.record(z.string(), z.any()).parse(texts), en)).toEqual([])
  })
})

test.for([
  [{ a: 'one {x}' }, 'b is missing'],
  [{ a: 'one {x}', b: 'two', c: 'three' }, 'c is not a key'],
  [{ a: 'one', b: 'two' }, 'a (text) has the placeholders "" instead of "x"'],
  [{ a: 'one {x} {y}', b: 'two' }, 'a (text) has the placeholders "x, y" instead of "x"'],
  [{ a: 'one {x}', b: ' ' }, 'b (text) is empty'],
  [{ a: 'one {x} {', b: 'two' }, 'a (text) has a brace too many'],
  [{ a: 'one {x}', b: { other: 'two' } }, 'b has plural forms but no number'],
] as const)('the check of %j says that %s', ([texts, problem]) => {
  expect(problemsOf('en', texts, { a: 'A {x}', b: 'B' })).toContain(problem)
})

test('the check knows the plural forms of each language', () => {
  const english = { a: { one: 'another day', other: '{count} days' } }
  expect(problemsOf('pl', { a: { one: '{count} dzień', other: '{count} dnia' } }, english)).toEqual([
    'a lacks the plural forms few, many',
  ])
  expect(problemsOf('ja', english, english)).toEqual(['a has plural forms that the language lacks: one'])
  expect(problemsOf('en', english, english)).toEqual([])
})

test('every text is used', async () => {
  const sources = await Promise.all(
    ['src', 'commands'].map(async (place) => {
      const names = await readdir(join(root, place), { recursive: true })
      const code = names.filter((name) => name.endsWith('.ts') && !name.startsWith(join('messages', 'languages')))
      return (await Promise.all(code.map((name) => readRepositoryFile(join(place, name))))).join('\n')
    }),
  )
  const code = sources.join('\n')
  expect(Object.keys(en).filter((key) => !code.includes(`'${key}'`))).toEqual([])
})

test('a text has its values in place of its placeholders, and the form for its number', () => {
  expect(fixedText('count.article', { count: 1 })).toBe('1 article')
  expect(fixedText('count.article', { count: 0 })).toBe('0 articles')
  expect(fixedText('gaps.last', { day: '{day} $& {people}' })).toBe('last on {day} $& {people}')
})

test('the compiler knows which placeholders a text has', () => {
  // @ts-expect-error: a value is missing
  expect(fixedText('gaps.last')).toBe('last on undefined')
  // @ts-expect-error: there is no such text
  expect(() => fixedText('gaps.first')).toThrow()
})
