import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnalysedParagraph, analyse, maxAnalysedCharacters } from '../../src/language/analysis/analysed-paragraph.ts'
import { wordsOf } from '../../src/language/analysis/recent-words.ts'
import { wordsIn } from '../../src/language/analysis/words-in-range.ts'
import { sentences } from '../../src/language/sentences/sentences.ts'
import { terms } from '../../src/language/tokens/terms.ts'
import { words } from '../../src/language/tokens/words.ts'

/** Texts whose words and sentences end in many ways. */
const pieces = [
  ...['Ana', 'U.S', 'U.S.', 'a.m.', 'the', 'workers’', 'Lima’s', "isn't", '5', '5.', '1,000', '½', '10th', '1.5bn'],
  ...['. ', '! ', '?” ', ' “', '”', '’', "'", 's', ' ', '-', '\n', '\u00ad', '\u0301', '€', '東京。', '𝒜', 'É'],
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 24 })
  .map((parts) => parts.join(''))

test('the words of a part of a text are those of the part alone', () => {
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (whole, a, b) => {
      const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)]
      const alone = words(whole.slice(start, end))
      const found = wordsIn({ text: whole }, { start, end })
      expect(found.map((word) => ({ ...word, start: word.start - start, end: word.end - start }))).toEqual(alone)
    }),
    { numRuns: 2_000 },
  )
})

test('a paragraph has the sentences, words and terms of its text', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const analysed = analyse({ text: whole })
      expect(analysed.words).toEqual(words(whole))
      expect(analysed.terms).toEqual(terms(whole))
      expect(analysed.sentences.map(({ start, end }) => ({ start, end }))).toEqual(sentences(whole))
      for (const sentence of analysed.sentences) {
        expect(sentence.text).toBe(whole.slice(sentence.start, sentence.end))
        expect(wordsOf(sentence)).toEqual(words(sentence.text))
        expect(sentence.terms).toEqual(terms(sentence.text))
      }
    }),
    { numRuns: 500 },
  )
})

test('the sentences of a paragraph are read once', () => {
  const paragraph = { text: 'It opened in May. It closed in June.' }
  expect(analyse(paragraph).sentences).toBe(analyse(paragraph).sentences)
  expect(analyse(paragraph).sentencesAround({ start: 3, end: 20 })).toEqual({ start: 0, end: 36 })
})

test('the words of many texts are read again rather than kept', () => {
  const first = { text: 'Ana Lima spoke.' }
  const read = wordsOf(first)
  expect(wordsOf(first)).toBe(read)
  for (let at = 0; at < 12; at++) wordsOf({ text: 'word '.repeat(2_000) })
  expect(wordsOf(first)).not.toBe(read)
  expect(wordsOf(first)).toEqual(read)
})

test('a paragraph longer than the cache is split into words once, not again for each sentence', () => {
  const paragraph = new AnalysedParagraph('The pier is open to everybody again. '.repeat(4000))
  const first = paragraph.words
  expect(paragraph.sentences).toHaveLength(4000)
  expect(paragraph.words).toBe(first)
})

test('the sentences around a range are those that overlap it', () => {
  const text = 'The pier is open. “Is it?” asked Ana Lima. It is.  Nobody came, it seems.'
  const paragraph = new AnalysedParagraph(text)
  for (let start = 0; start <= text.length; start++)
    for (let end = start; end <= text.length; end++) {
      const touched = paragraph.sentenceRanges.filter((sentence) => sentence.start < end && sentence.end > start)
      expect(paragraph.sentencesAround({ start, end })).toEqual({
        start: touched[0]?.start ?? 0,
        end: touched.at(-1)?.end ?? text.length,
      })
    }
})

test('a paragraph is analysed once, and again only after many others', () => {
  const paragraph = { text: 'The ferry is late. It leaves at noon.' }
  const first = analyse(paragraph)
  expect(analyse(paragraph)).toBe(first)
  const long = 'x'.repeat(100_000)
  const others = Array.from({ length: maxAnalysedCharacters / long.length }, () => ({ text: long }))
  for (const other of others) analyse(other)
  const again = analyse(paragraph)
  expect(again).not.toBe(first)
  expect(again.sentences.map(({ text }) => text)).toEqual(first.sentences.map(({ text }) => text))
  expect(analyse(others.at(-1) ?? paragraph)).toBe(analyse(others.at(-1) ?? paragraph))
})
