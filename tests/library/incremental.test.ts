import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { buildGeneration, type Generation } from '../../src/library/generation/generation.ts'
import type { StoredIndex } from '../../src/search/postings/stored-index.ts'
import { makePlace, openAt, version } from '../../testkit/library/make-place.ts'
import { asPlainData } from '../../testkit/plain-data.ts'

const names = ['a.txt', 'a.md', 'b.txt', 'c.md', 'd.txt'] as const
const sentences = [
  'The council of Elmport voted on Tuesday to buy 14 ferries.',
  '“The harbour belongs to everyone,” Mayor Ines Okafor said after the vote.',
  'Okafor said that the harbour belongs to everyone.',
  '# Ferries for Elmport',
  'US officials told us that 62 million euros were paid.',
  '"We will wait," Jonas Bright said. He left at noon.',
  'The shipyard in Norvale lost two contracts in 2021.',
] as const

const text = fc.subarray([...sentences], { minLength: 1 }).map((chosen) => `${chosen.join('\n\n')}\n`)
const edit = fc.record({ name: fc.constantFrom(...names), text: fc.option(text, { freq: 4 }) })

/** An index as data, its terms in order: after being restored it lists them in another one, which no search depends on. */
function indexContent({ terms, counts, keys, occurrences, ...rest }: StoredIndex) {
  let from = 0
  const postings = terms.map((term, at) => {
    const own = [...counts.subarray(2 * at, 2 * at + 2)]
    const to = own.reduce((sum, count) => sum + count, from)
    const entry = { term, own, keys: keys.slice(from, to), occurrences: occurrences.slice(from, to) }
    from = to
    return entry
  })
  return { ...rest, postings: postings.toSorted((a, b) => (a.term < b.term ? -1 : 1)) }
}

/** All that a generation holds, as plain values. */
function contentOf({ id, articles, skipped, passages, parts }: Generation) {
  return {
    id,
    articles,
    skipped,
    passages,
    index: indexContent(parts.index().toData()),
    words: parts.words(),
    utterances: asPlainData(parts.utterances()),
    statements: asPlainData(parts.statements()),
    facts: asPlainData(parts.facts()),
    readings: parts.readings().map(({ article, words, utterances, reports }) => {
      return { article, words: words(), utterances: asPlainData(utterances), reports: asPlainData(reports) }
    }),
  }
}

describe('a reindex that reads only what changed', () => {
  test('produces exactly what a full reindex produces, from memory and from disk', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        async (rounds) => {
          const place = await makePlace({ 'kept.txt': `${sentences[0]}\n` })
          let library = await openAt(place)
          for (const [round, edits] of rounds.entries()) {
            for (const { name, text: content } of edits) {
              const path = join(place.folder, name)
              if (content === null) await rm(path, { force: true })
              else await writeFile(path, content)
            }
            // Every other round begins with what the disk holds.
            if (round % 2 === 1) library = await openAt(place, { begin: 'stored' })
            await library.reindex()
            const full = buildGeneration(await readCorpus(place.folder), version)
            expect(contentOf(library.current)).toEqual(contentOf(full))
          }
        },
      ),
      { numRuns: 15, seed: 20_240_312 },
    )
  })

  test('does not read unchanged articles again', async () => {
    const place = await makePlace()
    const library = await openAt(place)
    const before = library.current.articles
    await writeFile(join(place.folder, 'new.txt'), 'A new article says that it rained.\n')
    const report = await library.reindex()
    expect(report).toMatchObject({ added: ['new.txt'], changed: [], removed: [], articles: before.length + 1 })
    expect(before.every((article) => library.current.articles.includes(article))).toBe(true)
    const reading = library.current.parts.readings().find(({ article }) => article === before[0])
    await library.reindex({ full: true })
    expect(library.current.parts.readings()).not.toContain(reading)
  })
})
