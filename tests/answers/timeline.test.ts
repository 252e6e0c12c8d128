import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/corpus/article/article.ts'
import { generationFrom, generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'

interface Entry {
  readonly label: string | null
  readonly text: string
  readonly marked: string
}

/** The entries of a timeline of articles, or none. */
async function timelineOf(files: Readonly<Record<string, string>> | string, topic?: string): Promise<readonly Entry[]> {
  const generation = typeof files === 'string' ? await generationOf(files) : await generationFrom(files)
  const answer = await serviceOn(generation).timeline(topic)
  if (answer.status !== 'answered') return []
  return answer.items.map(({ label, snippet: { text, highlights } }) => ({
    label,
    text,
    marked: highlights.map(({ start, end }) => text.slice(start, end)).join(),
  }))
}

/** The label of the one entry of an article. */
async function labelOf(sentence: string, date: Article['date']): Promise<string | null | undefined> {
  const [entry, ...others] = await timelineOf({ 'a.txt': `${date === null ? '' : `date ${date} `}${sentence}` })
  expect(others).toEqual([])
  return entry?.label
}

test('a timeline is in the order of the days that the facts are about, each with its place in the article', async () => {
  const entries = await timelineOf(
    {
      'a.txt': `date 2024-05-07 Rangers counted 340 wolves in the Tarn Valley on Monday.

The park in the Tarn Valley bought two boats in April.`,
      'b.txt': `date 2024-05-08 Rangers counted 310 wolves in the Tarn Valley on Monday.

“We will search the lower lake for nests tomorrow,” ranger Ada Moss said.

The road through the Tarn Valley was closed on 2 May 2024.`,
    },
    'Tarn Valley',
  )
  expect(entries.map(({ label, marked }) => [label, marked])).toEqual([
    ['2024-04', 'April'],
    ['2024-05-02', '2 May 2024'],
    ['2024-05-06', 'Monday'],
  ])
})

test('without a topic, a timeline starts with what several articles report, and has the newest day first', async () => {
  const entries = await timelineOf({
    'a.txt': `date 2024-05-07 Rangers counted 340 wolves in the Tarn Valley on Monday.

The park in the Tarn Valley bought two boats in April.

Rangers closed the road through the Tarn Valley on Friday.`,
    'b.txt': `date 2024-05-08 Rangers counted 340 wolves in the Tarn Valley on Monday.

Ada Moss opened a school for rangers in Arn on Tuesday.`,
  })
  expect(entries.map(({ label }) => label)).toEqual(['2024-05-06', '2024-05-07', '2024-05-03', '2024-04'])
})

test('a sentence is one entry, even if it reports several dated facts', async () => {
  const entries = await timelineOf({
    'a.txt':
      'date 2024-05-07 Rangers counted 340 wolves in the Tarn Valley on Monday, and Ada Moss opened a school in Arn in April.',
  })
  expect(entries).toHaveLength(1)
})

test('a topic without dates has no timeline', async () => {
  const service = serviceOn(
    await generationFrom({ 'a.txt': 'Rangers counted 340 wolves in the Tarn Valley on Monday.' }),
  )
  expect(await service.timeline('wolves')).toMatchObject({ status: 'nothing-found', reason: { code: 'type-absent' } })
})

describe('a stated year dates an entry', () => {
  test.each([
    ['The new tram line will open in May 2031, the council of Vell said.', '2031-05'],
    ['The keeper of the lamp was born in Vell in September 1958.', '1958-09'],
    ['The tower of Vell was struck by lightning on 21 Jan. 2016.', '2016-01-21'],
    ['The tower of Vell was closed in mid-June 2013.', '2013-06'],
    ['The tower of Vell was repaired on May 3-9, 2005.', '2005-05-03 to 2005-05-09'],
    ['The tower of Vell was repaired between 3 and 9 May 2006.', '2006-05-03 to 2006-05-09'],
    ['The tower of Vell burned in the night of 30 June to 1 July 2004.', '2004-06-30 to 2004-07-01'],
    ['The tower of Vell was painted white in the ’80s.', '1980 to 1989'],
    ['The tower of Vell was painted a year earlier, in 2003.', '2003'],
  ])('%s', async (sentence, label) => {
    expect(await labelOf(sentence, '2024-08-01')).toBe(label)
    expect(await labelOf(sentence, null)).toBe(label)
  })
})

test.each([
  ['The tower of Vell was painted white last December.', '2023-12'],
  ['The tower of Vell was painted white in November.', '2023-11'],
  ['The tower of Vell will be painted white in November.', '2024-11'],
  ['The rowers of Vell, who are ninth, meet the rowers of Arn on Sunday.', '2024-08-04'],
  ['The tower of Vell was painted white last winter.', '2023-12 to 2024-02'],
])('a year that is not stated is told by the sentence: %s', async (sentence, label) => {
  expect(await labelOf(sentence, '2024-08-01')).toBe(label)
})

test.each([
  'The office of the tower of Vell moved to 2002 Moor Street.',
  'The bell of the tower of Vell weighs 1998 pounds.',
  'The tower of Vell was visited by 2016 people.',
])('a number that is no year dates nothing: %s', async (sentence) => {
  expect(await labelOf(sentence, '2024-08-01')).toBeUndefined()
})

test('what only sets the scene dates an entry that no other time dates, and an aside does not', async () => {
  const entries = await timelineOf({
    'a.txt': `date 2025-09-04 Two keepers said that the council would buy the tower of Vell, while the talks had stalled since the fire in Arn last month.

The council painted the tower of Moor, which was built in 1931, white.`,
  })
  expect(entries.map(({ label, marked }) => [label, marked])).toEqual([['2025-08', 'last month']])
})

test('a report goes on behind the clause that tells more of its opening time', async () => {
  const [entry] = await timelineOf(
    { 'a.txt': 'date 2024-05-07 Last winter, when the fever was at its worst, 300 cases were counted in Vell.' },
    'cases counted',
  )
  expect(entry?.label).toBe('2023-12 to 2024-02')
})

test('the timeline of the seeds is as read by hand', async () => {
  const entries = await timelineOf(seeds)
  const byHand = [
    ['2025-08', 'Two unnamed European officials'],
    ['2025-09', 'In a policy shift earlier this month'],
    ['2025-09-03', 'On Wednesday, French President'],
    ['2025-09-03', 'Trump had Wednesday on said'],
    ['2025-09-04', 'KYIV, Ukraine'],
    ['2025-09-04', 'Meanwhile, in Ukraine, Russia fired 112'],
    ['2025-09-04', 'Andriy Yermak'],
    ['2025-09-04', 'Russia on Thursday announced'],
    ['2025-09-04', "Macron said ahead of Thursday's meeting"],
    ['2025-09-04', 'The Paris meeting on Thursday'],
    ['2025-09-04', '“Russia does not intend to discuss'],
    ['2025-09-04', 'Russia has nothing to do with this'],
  ]
  const wrong = entries.filter(
    ({ label, text }) => !byHand.some(([day, words]) => day === label && text.startsWith(words ?? '')),
  )
  expect(wrong).toEqual([])
  const missing = byHand.filter(([, words]) => !entries.some(({ text }) => text.startsWith(words ?? '')))
  expect(missing).toEqual([])
})
