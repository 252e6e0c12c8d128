import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facts } from '../../src/answers/facts/facts.ts'
import { suggest } from '../../src/answers/suggest/suggest.ts'
import { readTopics } from '../../src/answers/suggest/topics.ts'
import { stem } from '../../src/language/tokens/terms.ts'
import { words } from '../../src/language/tokens/words.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { council, generationFrom, generationOf, seeds } from '../../testkit/articles/articles.ts'

const notes = {
  'tides.md': `# Tide gauge

The tide gauge at the old mole was repaired in March. The old tide gauge had been broken since Monday.

The tide gauges of the northern mole read 4.2 metres on Tuesday.
`,
  'garden.txt': `the compost heap needs more leaves before winter.

a second compost heap was built behind the shed on 3 May.
`,
}

const transcript = {
  'harbour.txt': `LIMA: The harbour office will open on Monday, and the ferry company will pay for it.

COSTA: The ferry company has paid nothing since January. Łukasz Żak of the Ministry of Trade told us so.

LIMA: Łukasz Żak left the Ministry of Trade in June.

COSTA: The harbour office closed in December.
`,
}

const folders = {
  news: await generationOf(seeds),
  'two reports and another': await generationFrom(council),
  notes: await generationFrom(notes),
  'a transcript': await generationFrom(transcript),
}
const named = Object.entries(folders).map(([name, generation]) => ({ name, generation }))

const calendar =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i

function isWholeWords(topic: string, { articles }: Generation): boolean {
  return articles.some(({ paragraphs }) =>
    paragraphs.some(({ text }) => {
      for (let at = text.indexOf(topic); at >= 0; at = text.indexOf(topic, at + 1)) {
        const isCut =
          /[\p{L}\p{N}]\p{M}*$/u.test(text.slice(0, at)) || /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at + topic.length))
        if (!isCut) return true
      }
      return false
    }),
  )
}

/** A topic without what case and plural change. */
function stems(topic: string): string {
  return words(topic)
    .map(({ folded }) => stem(folded))
    .join(' ')
}

async function expectSound(generation: Generation): Promise<void> {
  const topics = readTopics(generation).map(({ text }) => text)
  for (const topic of topics) {
    expect(isWholeWords(topic, generation), `"${topic}" stands as whole words in an article`).toBe(true)
    expect((await facts(generation, topic)).status, `/facts ${topic}`).toBe('answered')
    expect(topic).not.toMatch(calendar)
  }
  expect(new Set(topics.map(stems)).size, topics.join(' | ')).toBe(topics.length)
}

describe.each(named)('the topics of $name', ({ generation }) => {
  test('are whole words of an article, find facts, name no day or month, and differ by more than case and plural', async () => {
    expect(readTopics(generation).length).toBeGreaterThan(0)
    await expectSound(generation)
  })

  test('are names and frequent phrases first, single common words after them', () => {
    const shown = suggest(generation, 'topic', '').map(({ name }) => name)
    const firstWord = shown.findIndex((topic) => /^\p{Ll}[\p{L}\p{M}'’]*$/u.test(topic))
    const afterIt = firstWord < 0 ? [] : shown.slice(firstWord)
    expect(afterIt.filter((topic) => /[ -]/.test(topic))).toEqual([])
  })

  test('are found by their beginnings in any case and without diacritics', () => {
    for (const { text } of readTopics(generation)) {
      const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
      for (const typed of [text.toUpperCase(), text.toLowerCase(), plain, `  ${text.slice(0, -1)}`]) {
        const values = suggest(generation, 'topic', typed).map(({ value }) => value)
        expect(values, `typed "${typed}"`).toContain(text)
      }
    }
  })
})

test('the first topics of the news are what it is about', () => {
  const shown = suggest(folders.news, 'topic', '').map(({ name }) => name)
  expect(shown.slice(0, 5)).toEqual(expect.arrayContaining(['Ukraine', 'Russia']))
  expect(shown).toEqual(expect.arrayContaining(['Macron', 'Trump', 'security guarantees']))
})

test('notes and transcripts have topics too', () => {
  const of = (generation: Generation) => suggest(generation, 'topic', '').map(({ name }) => name)
  expect(of(folders.notes)).toEqual(expect.arrayContaining(['tide gauge', 'compost heap']))
  expect(of(folders['a transcript'])).toEqual(
    expect.arrayContaining(['Łukasz Żak', 'Ministry of Trade', 'ferry company', 'harbour office']),
  )
})

describe('whatever the articles hold', () => {
  const sentences = folders.news.passages.flatMap(({ key, paragraph }) =>
    folders.news.sentences(key).map(({ start, end }) => paragraph.text.slice(start, end)),
  )
  const pieces = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...sentences.flatMap((sentence) => sentence.split(/\s+/))) },
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('Monday', 'May', 'of the', '—', 'O’Neil', 'U.S.', '3,000', 'ÉCOLE', 'co-op', 'Co-op'),
    ),
    { minLength: 5, maxLength: 60 },
  )
  const paragraph = fc.oneof(
    fc.constantFrom(...sentences),
    pieces.map((all) => `${all.join(' ')}.`),
  )
  const file = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n\n'))

  test('every topic is whole words and finds facts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (texts) => {
        await expectSound(await generationFrom(Object.fromEntries(texts.map((text, at) => [`a${at}.txt`, text]))))
      }),
      { numRuns: 40 },
    )
  })
})
