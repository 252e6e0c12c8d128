import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readReports } from '../../bench/facts/read-reports.ts'
import { readGold, scoreDifferences, scorePairs } from '../../bench/facts/score-facts.ts'
import type { Article } from '../../src/corpus/article/article.ts'
import { groupFacts } from '../../src/reading/facts/cluster-facts.ts'
import { readCases } from '../../src/reading/facts/extract/name-mentions.ts'
import type { Fact } from '../../src/reading/facts/fact.ts'
import { bareArticle, paragraphsOf } from '../../testkit/articles/article-of.ts'
import { generationFrom, generationOf, seeds } from '../../testkit/articles/articles.ts'
import { cpuSeconds } from '../../testkit/cpu-seconds.ts'

const fixtures = fileURLToPath(new URL('../fixtures/facts', import.meta.url))

/** The facts that several articles report, each as the places of its reports: the first three letters of the file, and the paragraph. */
function places(facts: readonly Fact[]): string[] {
  return facts
    .filter(({ reports }) => reports.length > 1)
    .map(({ reports }) =>
      reports.map(({ article, paragraph }) => `${article.id.slice(0, 3)}:${paragraph.number}`).join(' '),
    )
}

/** What one sentence each of two articles are said to be: one fact, with its differences, or two. */
async function told(a: string, b: string): Promise<string> {
  const { facts } = await generationFrom({ 'a.txt': a, 'b.txt': b })
  const fact = facts.find(({ reports }) => new Set(reports.map(({ article }) => article)).size > 1)
  if (fact === undefined) return 'two facts'
  const shown = fact.differences.map(({ kind, variants }) => {
    return `${kind} ${variants.map(({ report, range }) => report.sentence.text.slice(range.start, range.end)).join(' | ')}`
  })
  return ['one fact', ...shown].join('; ')
}

describe('facts over the made-up articles with planted contradictions', () => {
  test('are all found, and so are their differences, none of them wrong', async () => {
    const { facts } = await generationOf(`${fixtures}/planted`)
    const gold = readGold(`${fixtures}/planted`)
    const [pairs, differences] = [scorePairs(facts, gold), scoreDifferences(facts, gold)]
    expect({ pairs: pairs.missed, differences: differences.missed }).toEqual({ pairs: [], differences: [] })
    expect([...pairs.wrong, ...differences.wrong]).toEqual([])
  })

  test.each([
    ['blind', 0.85, 0.8],
    ['fresh', 0.8, 0.6],
  ])('are found where each article words them its own way, none of them wrong: %s', async (set, leastPairs, least) => {
    const { facts } = await generationOf(`${fixtures}/${set}`)
    const gold = readGold(`${fixtures}/${set}`)
    const [pairs, differences] = [scorePairs(facts, gold), scoreDifferences(facts, gold)]
    expect([...pairs.wrong, ...differences.wrong]).toEqual([])
    expect(pairs.right / pairs.wanted).toBeGreaterThanOrEqual(leastPairs)
    expect(differences.right / differences.wanted).toBeGreaterThanOrEqual(least)
  })
})

describe('facts over the seeds', async () => {
  const { facts } = await generationOf(seeds)
  const found = places(facts)

  test.each([
    ['the launch of 112 drones and the 84 stopped', '000:16 001:10 002:10 004:8', 2],
    ['the expelled diplomat', '000:17 004:8', 1],
    ['the meeting in Paris', '001:1 002:1 003:4 004:4', 1],
    ['the phone call', '000:11 001:11 003:17 004:5', 1],
    ['the backing that the force needs', '000:2 001:4 004:4', 1],
    ['the chief of staff’s words', '000:8 001:8 002:7 003:16', 1],
    ['the readiness of the Europeans', '000:6 001:6 002:4 003:8', 1],
    ['the invitation', '000:1 001:3 002:3', 1],
  ])('%s: each once, with all its articles', (_, cluster, times) => {
    expect(found.filter((other) => other === cluster)).toHaveLength(times)
  })

  test('none holds two sentences of one article', () => {
    for (const { reports } of facts) {
      expect(new Set(reports.map(({ article }) => article)).size).toBe(reports.length)
    }
  })

  test('copies and texts that credit the agency count as one with it, and all cite the same source', () => {
    const launch = facts.find(({ reports }) => reports[0].sentence.text.includes('fired 112'))
    expect(launch?.sources).toMatchObject({
      independent: 2,
      citedBy: 4,
      attributedTo: { text: 'Ukraine’s Air Force' },
    })
  })

  test('an additional letter is a difference of wording', () => {
    const launch = facts.find(({ reports }) => reports[0].sentence.text.includes('fired 112'))
    const words = launch?.differences.flatMap(({ kind, variants }) =>
      variants.map(({ report, range }) => [kind, report.sentence.text.slice(range.start, range.end)]),
    )
    expect(words).toEqual([
      ['wording', '112 strike and decoy drones'],
      ['wording', '112 strikes and decoy drones'],
    ])
  })
})

describe('two sentences of two articles', () => {
  test.each([
    [
      'Rangers counted 340 wolves in the Tarn Valley on Monday, the park said.',
      'The park said rangers had counted 340 wolves in the Tarn Valley on Monday.',
      'one fact',
    ],
    [
      'Rangers counted 340 wolves in the Tarn Valley on Monday, the park said.',
      'Rangers counted 310 wolves in the Tarn Valley on Monday, the park said.',
      'one fact; figure 340 | 310',
    ],
    [
      'date 2024-05-07 The museum in Lowick reopened its Roman wing on Monday after a fire.',
      'date 2024-05-08 The museum in Lowick reopened its Roman wing on Tuesday after a fire.',
      'one fact; date Monday | Tuesday',
    ],
    [
      'date 2024-05-07 The museum in Lowick reopened its Roman wing on Monday after a fire.',
      'date 2024-05-08 The museum in Lowick reopened its Roman wing two days ago after a fire.',
      'one fact',
    ],
    [
      'The board of Hallam Steel approved the sale of its Corby plant to Dravo.',
      'The board of Hallam Steel did not approve the sale of its Corby plant to Dravo.',
      'one fact; negation approved | did not approve',
    ],
    [
      'The board of Hallam Steel approved the sale of its Corby plant to Dravo.',
      'The board of Hallam Steel rejected the sale of its Corby plant to Dravo.',
      'one fact; negation approved | rejected',
    ],
    [
      'The council of Ashby bought two electric vans from Volta Motors for 900,000 euros.',
      'The council of Ashby bought an electric van from Volta Motors for 900,000 euros.',
      'one fact; figure two | an',
    ],
    ['Ostrava expelled Lenmark.', 'Lenmark expelled Ostrava.', 'two facts'],
    [
      'France expelled two Italian diplomats on Monday over the spying affair.',
      'Italy expelled two French diplomats on Monday over the spying affair.',
      'two facts',
    ],
    [
      'A fire in Lowick killed four workers at a paper mill on Monday.',
      'A fire in Ashby killed four workers at a paper mill on Monday.',
      'two facts',
    ],
    [
      'The company Hallam Steel hired 300 workers in Corby in March.',
      'The company Hallam Steel dismissed 250 workers in Corby in May.',
      'two facts',
    ],
    ['No injuries were reported, police said.', 'No injuries were reported, police said.', 'two facts'],
    [
      'date 2024-01-10 The Bank of Norland raised its key rate by a quarter of a point to calm prices.',
      'date 2024-06-12 The Bank of Norland raised its key rate by a quarter of a point to calm prices.',
      'two facts',
    ],
    [
      'Did Hallam Steel close its Corby plant on Monday?',
      'Did Hallam Steel close its Corby plant on Monday?',
      'two facts',
    ],
  ])('%s / %s: %s', async (a, b, expected) => {
    expect(await told(a, b)).toBe(expected)
  })
})

describe('texts made to be slow', () => {
  const article = (id: string, text: string): Article =>
    bareArticle(id, paragraphsOf(Array.from({ length: 40 }, () => text)), { title: '' })

  test.each([
    'and ',
    'a, b, ',
    'Ann Lee said ',
    '12 men and 13 were ',
    ', the big one of ',
    'per Ann ',
    '“ab cd ef gh ij” ',
    '(; ',
  ])('a long sentence of %j is read with little work', async (unit) => {
    const text = `${unit.repeat(Math.floor(1_400 / unit.length))} killed 12 people in Rome.`
    const seconds = await cpuSeconds(() => groupFacts(readReports([article('a', text), article('b', text)])))
    expect(seconds).toBeLessThan(30)
  })

  test('the cases of an endless sentence are read in time that grows with its length', async () => {
    const sentence = 'U.S. Mr. Dr. St. '.repeat(12_000)
    expect(await cpuSeconds(() => readCases([{ text: sentence }]))).toBeLessThan(10)
  })

  test('a sentence that is too long is not a report', () => {
    expect(readReports([article('a', `Rome fell ${'and fell '.repeat(200)}in 476.`)])).toEqual([])
  })
})
