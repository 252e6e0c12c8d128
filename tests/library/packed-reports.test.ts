import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { readArticle } from '../../src/library/generation/article-reading.ts'
import { packContent, unpackContent } from '../../src/library/snapshot/packed/packed-content.ts'
import { packReports, unpackReports } from '../../src/library/snapshot/packed/packed-reports.ts'
import type { Content } from '../../src/reading/facts/extract/claim-content.ts'
import type { Name } from '../../src/reading/facts/extract/name-mentions.ts'
import { numbering } from '../../src/resources/numbers/numbering.ts'
import { numbersOf } from '../../src/resources/numbers/packed-numbers.ts'
import { compactSet } from '../../src/resources/small-set.ts'
import { seeds } from '../../testkit/articles/articles.ts'
import { expectUnpackedOrRefused } from '../../testkit/damaged-numbers.ts'
import { asPlainData } from '../../testkit/plain-data.ts'

const plain = { noNullPrototype: true }
const word = fc.string({ minLength: 1, maxLength: 4 })
const set = fc.uniqueArray(word, { maxLength: 20 }).map(compactSet)
const offset = fc.nat({ max: 100_000 })
const range = fc.record({ start: offset, end: offset }, plain)
const name: fc.Arbitrary<Name> = fc.record(
  { start: offset, end: offset, key: word, words: fc.array(word, { maxLength: 3 }), isModifier: fc.boolean() },
  plain,
)
const time = fc.record(
  {
    start: offset,
    end: offset,
    interval: fc.constant(null),
    weekday: fc.option(fc.nat({ max: 6 })),
    clock: fc.constant(null),
  },
  plain,
)
const content: fc.Arbitrary<Content> = fc
  .record({
    names: fc.array(name, { maxLength: 4 }),
    picks: fc.array(fc.array(fc.nat({ max: 3 }), { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
    speakers: fc.array(name, { maxLength: 2 }),
    terms: set,
    events: set,
    topic: set,
    sourceTerms: set,
    mainEvent: fc.option(word),
    isPassive: fc.boolean(),
    isAhead: fc.boolean(),
    source: fc.option(range),
    attributed: fc.array(range, { maxLength: 3 }),
    negations: fc.array(range, { maxLength: 3 }),
    reportedTimes: fc.array(time, { maxLength: 1 }),
    doubtful: fc.option(fc.record({ name, term: word }, plain)),
  })
  .map(({ names, picks, ...rest }) => {
    const [subjects = [], objects = [], places = []] = picks.map((some) => some.flatMap((at) => names[at] ?? []))
    return { ...rest, names, subjects, objects, places, figures: [], times: [] }
  })

describe('the packed content of a report', () => {
  test('is unpacked as it was, wherever its numbers begin', () => {
    fc.assert(
      fc.property(content, fc.array(fc.nat()), (one, before) => {
        const words = numbering<string>()
        const numbers = numbersOf([...before, ...packContent(one, words)])
        const unpacked = unpackContent(numbers, before.length, words.all())
        expect(asPlainData(unpacked)).toEqual(asPlainData(one))
        for (const subject of unpacked.subjects) expect(unpacked.names).toContain(subject)
      }),
    )
  })

  test('that is damaged is refused or unpacked, and neither takes long', () => {
    expectUnpackedOrRefused((numbers) => unpackContent(numbers, 0, ['a']))
  })
})

test('the packed reports of an article are the reports, on the same paragraphs', async () => {
  const { articles } = await readCorpus(seeds)
  for (const article of articles) {
    const { reports } = readArticle(article)
    const words = numbering<string>()
    const packed = packReports(reports, words)
    const unpacked = unpackReports(article, packed, words.all())
    expect(unpacked.length).toBeGreaterThan(0)
    expect(asPlainData(unpacked)).toEqual(asPlainData(reports))
    expect(unpacked.every(({ paragraph }) => article.paragraphs.includes(paragraph))).toBe(true)
    const sentences = unpacked.map(({ sentence }) => sentence)
    expect(unpacked.every(({ sentence }, at) => sentence === sentences[at])).toBe(true)
  }
})
