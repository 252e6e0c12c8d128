import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { terms } from '../../src/language/tokens/terms.ts'
import { createLocalIndex } from '../../src/search/local-index.ts'
import { buildMiniSearchIndex, type MiniSearchIndex } from '../../src/search/minisearch-index.ts'
import { createPostgresIndex } from '../../src/search/postgres/postgres-index.ts'
import { packLists } from '../../src/search/postgres/posting-blocks.ts'
import {
  createPostings,
  fillPostings,
  finishPostings,
  postingFetcher,
} from '../../src/search/postgres/posting-table.ts'
import { dictionaryOf, openDictionary } from '../../src/search/terms/dictionary.ts'
import { noWords, readWords, type Vocabulary, vocabularyOf } from '../../src/search/terms/vocabulary.ts'
import { describeWithServer } from '../../testkit/postgres/with-server.ts'
import { articleStarts, describeParagraphIndex, termsOf } from '../../testkit/search/paragraph-index-contract.ts'

describeWithServer('in PostgreSQL', (own) => {
  let database: Database
  let builds = 0
  beforeAll(async () => {
    database = openDatabase({ url: await own.createDatabase(), use: 'owner' })
    await migrate(database)
  })
  afterAll(() => database.close())

  /** Moves an index to the database. */
  async function moved(index: MiniSearchIndex, vocabulary: () => Vocabulary, starts: Uint32Array, budget?: number) {
    const build = ++builds
    await createPostings(database, build)
    await fillPostings(database, build, packLists(index.toData()))
    await finishPostings(database, build, null)
    return createPostgresIndex({
      dictionary: openDictionary(dictionaryOf(index.toData())),
      vocabulary,
      articleStarts: starts,
      fetch: postingFetcher(database, build),
      ...(budget !== undefined && { budget }),
    })
  }

  describeParagraphIndex('in PostgreSQL', async (texts) => {
    const index = buildMiniSearchIndex(
      texts.map(({ text, title = '' }, key) => ({ key, terms: termsOf(text), titleTerms: termsOf(title) })),
    )
    const words = readWords(texts.map(({ text }) => ({ text, terms: terms(text) })))
    return moved(index, () => vocabularyOf(words), articleStarts)
  })

  test('finds the same as the index in this process, with the same scores, whatever the budget', async () => {
    // Enough paragraphs that the lists of the first words are stored in several blocks.
    const words = [
      'ferry',
      'pier',
      'market',
      'gull',
      'harbour',
      'mast',
      'sail',
      'rope',
      'tide',
      'buoy',
      'anchor',
      'deck',
    ]
    const size = 12_000
    const wordsOf = (key: number) =>
      words.filter((_, at) => Math.imul(key + 7, 2_654_435_761 + at) >>> 0 < 2 ** (32 - at))
    const index = buildMiniSearchIndex(
      Array.from({ length: size }, (_, key) => ({
        key,
        terms: termsOf(wordsOf(key).join(' ')),
        titleTerms: termsOf(key % 5 === 0 ? 'ferry' : ''),
      })),
    )
    const starts = Uint32Array.from({ length: size / 8 }, (_, at) => at * 8)
    const vocabulary = () => vocabularyOf(noWords)
    for (const budget of [undefined, 3000, 0]) {
      const [here, there] = [
        createLocalIndex(index, vocabulary, starts, budget),
        await moved(index, vocabulary, starts, budget),
      ]
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }),
          fc.constantFrom(1, 20, 300, undefined),
          fc.option(fc.tuple(fc.nat({ max: size }), fc.nat({ max: 2000 })), { nil: undefined }),
          fc.option(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 20 }), { nil: undefined }),
          async (asked, limit, range, among) => {
            const request = {
              terms: terms(asked.join(' ')),
              limit,
              filter: range && { start: range[0], end: Math.min(size, range[0] + range[1]) },
              among: among?.toSorted((a, b) => a - b),
            }
            expect(await there.search(request)).toEqual(await here.search(request))
          },
        ),
        { numRuns: 40 },
      )
    }
  })
})
