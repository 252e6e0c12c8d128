import { describe, expect, test } from 'vitest'
import { groupStatements } from '../../../src/reading/statements/statement.ts'
import type { Utterance } from '../../../src/reading/statements/utterances.ts'
import { inverseFrequency } from '../../../src/search/terms/term-statistics.ts'
import { generationFrom, generationOf, seeds } from '../../../testkit/articles/articles.ts'

const opening = 'Lena Ortiz, the harbour master of Elmport, spoke on Monday.\n\n'

/** The statements of some articles, each as the forms and files of its members. */
async function grouped(...texts: readonly string[]) {
  const files = Object.fromEntries(texts.map((text, at) => [`${'abcdef'[at]}.txt`, `${opening}${text}\n`]))
  const { statements, utterances } = await generationFrom(files)
  const named = ({ form, article }: Utterance) => `${form} ${article.file}`
  return { groups: statements.map((statement) => statement.map(named)), utterances: utterances.map(named) }
}

const quoted = '“The old crane on the western pier will be taken down before winter,” Ortiz said.'

describe('a report joins the quotation that it reports', () => {
  test.each([
    'Ortiz said that the old crane on the western pier would be taken down before winter.',
    'Ortiz announced that the old crane on the pier would be taken down before winter.',
  ])('of another article, which comes first: %s', async (report) => {
    expect((await grouped(report, quoted)).groups).toEqual([['quoted b.txt', 'reported a.txt']])
  })

  test('if a pronoun of the quotation is a noun in the report', async () => {
    const { groups } = await grouped(
      'Ortiz said that the council would repair the lock gates of the northern canal.',
      '“We will repair the lock gates of the northern canal,” Ortiz said.',
    )
    expect(groups).toEqual([['quoted b.txt', 'reported a.txt']])
  })

  test('and reports of one statement join each other', async () => {
    const { groups } = await grouped(
      'Ortiz said that the old crane on the western pier would be taken down before winter.',
      'Ortiz announced that the old crane on the pier would be taken down before winter.',
    )
    expect(groups).toEqual([['reported a.txt', 'reported b.txt']])
  })
})

describe('a report does not join a quotation', () => {
  test.each([
    ['of another speaker', 'Paul Reyes said that the old crane on the western pier would be taken down before winter.'],
    ['that it contradicts', 'Ortiz said that the old crane on the western pier would not be taken down before winter.'],
    ['of another day', 'Ortiz said that the old crane on the western pier would be taken down before summer 2031.'],
    ['about something else', 'Ortiz said that the ferries to the islands were late because of the storm.'],
  ])('%s', async (_, report) => {
    const { groups, utterances } = await grouped(quoted, report)
    expect(utterances).toEqual(['quoted a.txt', 'reported b.txt'])
    expect(groups).toEqual([['quoted a.txt'], ['reported b.txt']])
  })

  test('with another figure', async () => {
    const { groups } = await grouped(
      '“We will buy 14 electric ferries for the northern islands,” Ortiz said.',
      'Ortiz said that the city would buy 40 electric ferries for the northern islands.',
    )
    expect(groups).toEqual([['quoted a.txt'], ['reported b.txt']])
  })
})

test('reports do not change how quotations are grouped', async () => {
  const generation = await generationOf(seeds)
  const weight = (term: string) => inverseFrequency(generation.statistics, term)
  const isQuoted = ({ form }: Utterance) => form !== 'reported'
  const alone = groupStatements(generation.utterances.filter(isQuoted), weight)
  const together = generation.statements.map((statement) => statement.filter(isQuoted))
  expect(together.filter((statement) => statement.length > 0)).toEqual(alone)
  expect(generation.statements.flat().length).toBe(generation.utterances.length)
})
