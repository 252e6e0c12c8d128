import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactThresholds, readStatements, sentenceThresholds } from '../../../src/reading/statements/read-statements.ts'
import { articleOf } from '../../../testkit/articles/article-of.ts'

const opening = 'The harbour council met on Monday with Ines Okafor, the mayor, and Rui Costa, the harbour pilot.'

/** What is reported in a text after a sentence that introduces two people: speaker and content. */
function reported(text: string): readonly (readonly [string | null, string])[] {
  const article = articleOf(opening, text)
  return readStatements(article, exactThresholds)
    .filter(({ form, force }) => form !== 'quoted' && force === 'asserted')
    .map(({ speaker, stretches }) => [
      speaker,
      stretches
        .map(({ paragraph, start, end }) => article.paragraphs[paragraph - 1]?.text.slice(start, end))
        .join(' … '),
    ])
}

describe('what somebody said without quotation marks is found with its speaker', () => {
  test.each([
    ['a clause', 'Ines Okafor said that the ferry will stop at noon.', 'that the ferry will stop at noon'],
    ['the cue inside', 'The ferry, Ines Okafor said, will stop at noon.', 'The ferry … will stop at noon'],
    ['a preposition', 'Ines Okafor warned of long delays at the northern pier.', 'long delays at the northern pier'],
    ['an infinitive', 'Ines Okafor vowed to rebuild the northern pier by May.', 'to rebuild the northern pier by May'],
    ['a listener', 'Ines Okafor told reporters that the northern pier was safe.', 'that the northern pier was safe'],
    ['where it was said', 'In a statement, Ines Okafor said the northern pier was safe.', 'the northern pier was safe'],
    [
      'two clauses',
      'Ines Okafor said the pier was safe and that nobody had been hurt.',
      'the pier was safe and that nobody had been hurt',
    ],
    [
      'a quoted part',
      'Ines Okafor said the pier was “as safe as any in the country” and would open in May.',
      'the pier was “as safe as any in the country” and would open in May',
    ],
  ])('%s', (_name, text, content) => {
    expect(reported(text)).toContainEqual(['Ines Okafor', content])
  })

  test('a pronoun refers to the person who spoke before', () => {
    const text = 'Ines Okafor said the pier was safe. She added that nobody had been hurt.'
    expect(reported(text)).toContainEqual(['Ines Okafor', 'that nobody had been hurt'])
  })

  test('several speakers are all named', () => {
    const text = 'Ines Okafor and Rui Costa insisted that the pier should stay open.'
    expect(reported(text)).toContainEqual(['Ines Okafor and Rui Costa', 'that the pier should stay open'])
  })

  test('several speakers have no role, because it is the role of one of them', () => {
    const article = articleOf(
      opening,
      'Ines Okafor and Rui Costa insisted that the pier should stay open.',
      '“We will build the pier,” said Ines Okafor and Rui Costa.',
    )
    const found = readStatements(article, exactThresholds)
    expect(found.map(({ speaker, role }) => [speaker, role])).toEqual([
      ['Ines Okafor and Rui Costa', null],
      ['Ines Okafor and Rui Costa', null],
    ])
    expect(found.flatMap(({ quotations }) => quotations.map(({ role }) => role))).toEqual([null])
  })

  test.each([
    ['Ines Okafor made it clear that the ferry will stop at noon.', 'made it clear'],
    ['Ines Okafor made it very clear that “the ferry will stop at noon.”', 'made it very clear'],
    ['Ines Okafor said that the ferry will stop at noon.', 'said'],
  ])('the cue is the whole phrase that reports speech: %s', (text, cue) => {
    const found = readStatements(articleOf(opening, text), sentenceThresholds)
    expect(found.map((statement) => statement.cue)).toEqual([cue])
  })

  test('an office speaks under the name of its owner', () => {
    const text = "Okafor's office said the pier would close on Friday."
    expect(reported(text)).toContainEqual(['Ines Okafor’s office', 'the pier would close on Friday'])
  })
})

describe('what nobody said is not a statement', () => {
  test.each([
    ['a denial', 'Ines Okafor did not say that the pier was safe.'],
    ['nobody', 'Nobody said that the pier was safe.'],
    ['a refusal', 'Ines Okafor declined to say whether the pier was safe.'],
    ['an open question', 'Rui Costa asked if the pier was safe.'],
    ['no speech at all', 'The council opened the pier on Friday and closed it on Sunday.'],
  ])('%s', (_name, text) => {
    expect(reported(text)).toEqual([])
  })
})

const words = [
  'said',
  'that',
  'Ines',
  'Okafor',
  'she',
  'told',
  'Rui',
  'the pier',
  'according',
  'to',
  '“safe”',
  ',',
  '.',
  'a statement',
  'warned',
  'not',
]

test('statements are stretches of a body paragraph, in reading order, with a confidence', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => {
      const article = articleOf(opening, parts.join(' '))
      let last = 0
      for (const { stretches, confidence, form, quotations } of readStatements(article, sentenceThresholds)) {
        for (const { paragraph, start, end } of stretches) {
          const text = article.paragraphs[paragraph - 1]?.text ?? ''
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(form === 'reported').toBe(quotations.length === 0)
        const [first] = stretches
        expect(first.paragraph * 1e6 + first.start).toBeGreaterThanOrEqual(last)
        last = first.paragraph * 1e6 + first.start
      }
    }),
  )
})

test.each([
  ['denied', 'Ines Okafor did not say that the pier was safe.'],
  ['denied', 'Ines Okafor declined to say whether the pier was safe.'],
  ['asked', 'Rui Costa asked if the pier was safe.'],
])('the force of a statement that nobody made is "%s": %s', (force, text) => {
  const reports = readStatements(articleOf(opening, text), { named: 0.3, unnamed: 0.3, source: 0 })
  expect(reports.map((report) => report.force)).toEqual([force])
})
