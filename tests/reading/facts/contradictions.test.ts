import { expect, test } from 'vitest'
import { readArticle } from '../../../src/library/generation/article-reading.ts'
import { contradictingValues } from '../../../src/reading/facts/contradictions/contradicting-values.ts'
import { contradictionCandidates } from '../../../src/reading/facts/contradictions/contradiction-candidates.ts'
import { differencesAmong } from '../../../src/reading/facts/differences/differences-among.ts'
import { type PreparedClaim, prepareClaims } from '../../../src/reading/facts/pairs/claims/article-claims.ts'
import { createLikeness } from '../../../src/reading/facts/pairs/claims/claim-words.ts'
import { bareArticle, paragraphsOf } from '../../../testkit/articles/article-of.ts'

/** The first claim of an article of one sentence. */
function claimOf(id: string, sentence: string): PreparedClaim {
  const { reports } = readArticle(bareArticle(id, paragraphsOf([sentence]), { title: '' }))
  const [claim] = prepareClaims(
    reports.map((report, index) => ({ claim: report, index })),
    () => 1,
  ).claims
  if (claim === undefined) throw new Error('no claim')
  return claim
}

function candidates(left: PreparedClaim, right: PreparedClaim) {
  return contradictionCandidates({ left, right }, createLikeness(left.words.length, right.words.length))
}

/** The candidates between two sentences: their source and words. */
function shown(a: string, b: string): string[] {
  const [left, right] = [claimOf('a', a), claimOf('b', b)]
  return candidates(left, right).map(
    (one) => `${one.source}: ${a.slice(one.left.start, one.left.end)} | ${b.slice(one.right.start, one.right.end)}`,
  )
}

test.each([
  ['The fire injured 14 workers.', 'The fire left 41 workers injured.', 'figure: 14 | 41'],
  ['The bridge reopens on Tuesday.', 'The bridge is to reopen on Wednesday.', 'time: Tuesday | Wednesday'],
  [
    'The minister denied that he would resign.',
    'The minister said he would resign.',
    'denial: denied that he would resign | resign',
  ],
])('%s / %s: a candidate', (a, b, expected) => {
  expect(shown(a, b)).toContain(expected)
})

test.each([
  ['Profit fell to 19 million pounds.', 'Profit was 19 million pounds, after 24 million pounds a year before.'],
  ['The ferry carried 350 people.', 'The ferry carried 312 passengers and 38 sailors.'],
  ['The river rose by 36 centimetres.', 'The river rose by 14 inches.'],
])('%s / %s: no candidate, because the other has the value too', (a, b) => {
  expect(shown(a, b).filter((one) => one.startsWith('figure'))).toEqual([])
})

test('a difference has each value once, with the other articles that have it, also among some of the reports', () => {
  const claims = [
    claimOf('wire', 'The fire injured 14 workers.'),
    claimOf('herald', 'Fourteen workers were injured in the fire.'),
    claimOf('gazette', 'The fire left 41 workers injured.'),
  ] as const
  const contradictions = ([0, 1] as const).flatMap((at) =>
    candidates(claims[at], claims[2])
      .filter(({ source }) => source === 'figure')
      .map((one) => ({ ...one, a: at, b: 2, score: 1, leftClaim: claims[at].claim, rightClaim: claims[2].claim })),
  )
  const found = contradictingValues(
    contradictions,
    claims.map(({ claim }) => claim),
  )
  const values = found.map(({ variants }) =>
    variants.map(({ report, range, others = [] }) => [
      report.sentence.text.slice(range.start, range.end),
      ...[report, ...others.map((other) => other.report)].map(({ article }) => article.id),
    ]),
  )
  expect(values).toEqual([
    [
      ['14', 'wire', 'herald'],
      ['41', 'gazette'],
    ],
  ])
  const [, herald, gazette] = claims.map(({ claim }) => claim)
  const among = differencesAmong(found, herald && gazette ? [herald, gazette] : [])
  expect(among.map(({ variants }) => variants.map(({ report }) => report.article.id))).toEqual([['herald', 'gazette']])
  expect(differencesAmong(found, herald ? [herald] : [])).toEqual([])
})
